/**
 * Keeps what is typed on a form page: at once on the device, two seconds later on the server when it can be reached.
 *
 * Attaches to `form[data-draft-id]` (see FormPage). The answer's header `x-draft-seen` renews the hidden field `seen`.
 * Clears: a page once the server has it; a whole draft where the page
 * says `data-draft-done="<id>"`; everything on `data-signed-out` or when a form with `data-sign-out` is sent.
 */
import { decide, type Kept, keyOf, PREFIX, readKept } from './draft-keeper-rules.ts';

const QUIET_MS = 2000;
const RETRY_MS = 20_000;
/** Longest that the page's button waits for a saving under way. */
const WAIT_MS = 4000;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Storage may be full, forbidden or absent: then the server alone keeps the draft. */
function stored<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

function forget(prefix: string): void {
  stored((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
  });
}

const controlsOf = (form: HTMLFormElement): Control[] =>
  Array.from(form.elements).filter(
    (element): element is Control =>
      /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) &&
      !!(element as Control).name &&
      !/^(hidden|file|password|submit|button)$/.test((element as Control).type),
  );

const isTick = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

function valuesOf(form: HTMLFormElement): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    values[control.name] ??= [];
    if (!isTick(control) || control.checked) values[control.name]?.push(control.value);
  }
  return values;
}

function fillIn(form: HTMLFormElement, values: Kept['values']): void {
  const left = new Map(Object.entries(values).map(([name, all]) => [name, [...all]]));
  for (const control of controlsOf(form)) {
    const all = left.get(control.name);
    if (!all) continue;
    if (isTick(control)) control.checked = all.includes(control.value);
    else control.value = all.shift() ?? '';
  }
}

function keep(form: HTMLFormElement): void {
  const {
    draftId = '',
    page = '',
    savedAt = '',
    now = '',
    autosaveUrl,
    textHere,
    textSaved,
    textRestored,
  } = form.dataset;
  const key = keyOf(draftId, page);
  const status = form.querySelector('[data-draft-status]');
  // Devices' clocks are often wrong: times are kept in the server's.
  const skew = (Date.parse(now) || Date.now()) - Date.now();
  let timer = 0;
  let changes = 0;
  let sending: Promise<void> | undefined;

  const say = (text = '') => {
    if (status && status.textContent !== text) status.textContent = text;
  };
  const write = (sent = false) =>
    stored((storage) => {
      const kept: Kept = { values: valuesOf(form), at: Date.now() + skew, sent };
      storage.setItem(key, JSON.stringify(kept));
      return true;
    });
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(send, ms);
  };

  /** One request at a time: each carries the mark of what the server held before it. */
  function send(): Promise<void> {
    clearTimeout(timer);
    if (!autosaveUrl || changes === 0 || !navigator.onLine) return Promise.resolve();
    sending ??= post(autosaveUrl, changes).finally(() => {
      sending = undefined;
    });
    return sending;
  }

  async function post(url: string, seen: number): Promise<void> {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    try {
      const answer = await fetch(url, { method: 'POST', body, keepalive: true });
      // Changed on another device: the page's own button tells it and lets the person choose.
      if (answer.status === 409) return;
      // A redirect leads to signing in again: nothing was saved.
      if (!answer.ok || answer.redirected) return later(RETRY_MS);
      const mark = form.querySelector<HTMLInputElement>('input[name="seen"]');
      if (mark) mark.value = answer.headers.get('x-draft-seen') ?? mark.value;
    } catch {
      return later(RETRY_MS);
    }
    if (seen !== changes) return later(QUIET_MS);
    changes = 0;
    stored((storage) => storage.removeItem(key));
    say(textSaved);
  }

  const changed = () => {
    changes++;
    if (write()) say(textHere);
    later(QUIET_MS);
  };

  const kept = readKept(stored((storage) => storage.getItem(key)) ?? null);
  const takeBack = () => {
    if (!kept) return;
    fillIn(form, kept.values);
    changed();
    say(textRestored);
  };
  if (kept) {
    const what = decide(kept, valuesOf(form), Date.parse(savedAt) || 0);
    if (what === 'drop') stored((storage) => storage.removeItem(key));
    if (what === 'restore') takeBack();
    if (what === 'offer') offer(form, status, takeBack);
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    write(true);
    if (!sending) return;
    // The button waits for the saving under way, so that the server does not take the two for two devices.
    event.preventDefault();
    const again = () => form.requestSubmit(event.submitter);
    void Promise.race([sending, new Promise((done) => setTimeout(done, WAIT_MS))]).then(() => {
      sending = undefined;
      clearTimeout(timer);
      again();
    });
  });
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void send();
  });
}

/** A line with one button: the person decides whether what the device holds is still wanted. */
function offer(form: HTMLFormElement, status: Element | null, takeBack: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = form.dataset.textRestore ?? '';
  button.addEventListener('click', takeBack);
  status?.replaceChildren(`${form.dataset.textOffer ?? ''} `, button);
}

if (document.querySelector('[data-signed-out]')) forget(PREFIX);
for (const done of document.querySelectorAll<HTMLElement>('[data-draft-done]')) {
  forget(keyOf(done.dataset.draftDone ?? '', ''));
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) {
  form.addEventListener('submit', () => forget(PREFIX));
}
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-id]')) keep(form);
