/** Shows the print buttons of a page and hides their hints; called by an island. */
export function enhancePrintButtons(root: ParentNode = document): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-print]')) {
    const button = place.querySelector<HTMLElement>('[data-print-button]');
    const hint = place.querySelector<HTMLElement>('[data-print-hint]');
    if (!button || !hint) continue;
    button.hidden = false;
    hint.hidden = true;
    button.addEventListener('click', () => window.print());
  }
}
