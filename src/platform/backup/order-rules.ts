export interface Reference {
  readonly from: string;
  readonly to: string;
}

/**
 * Tables in the order in which they can be filled: whatever a row refers to is there before it. A table that refers
 * to itself may stand anywhere, since one COPY is checked at its end. @throws on tables that refer to each other
 */
export function fillOrder(tables: readonly string[], references: readonly Reference[]): string[] {
  const needs = new Map(tables.map((table) => [table, new Set<string>()]));
  for (const { from, to } of references) if (from !== to && needs.has(to)) needs.get(from)?.add(to);
  const order: string[] = [];
  while (needs.size > 0) {
    const ready = [...needs].filter(([, open]) => open.size === 0).map(([table]) => table);
    if (ready.length === 0) throw new Error(`Tables refer to each other: ${[...needs.keys()].join(', ')}`);
    for (const table of ready.sort()) {
      needs.delete(table);
      order.push(table);
    }
    for (const open of needs.values()) for (const table of ready) open.delete(table);
  }
  return order;
}
