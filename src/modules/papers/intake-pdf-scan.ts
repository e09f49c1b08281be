import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** What was found: `attachment`, or the name of the action for the sentence. */
export type Finding = string;

/** Actions that do something without the reader's doing (ISO 32000-2, 12.6.4). Links and jumps are not among them. */
const ACTIONS = new Set(['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'Rendition', 'RichMediaExecute', 'GoToE']);
/** Keys and kinds that carry code. XFA forms are programs of their own. */
const CODE_KEYS = new Set(['JS', 'JavaScript', 'XFA']);
const CODE_KINDS = new Set(['RichMedia', 'Movie', 'Sound', 'Screen', '3D']);
const ATTACHMENT_KEYS = new Set(['EF', 'EmbeddedFiles']);
/** What may happen when the file is opened: showing a place in it. */
const ON_OPENING = new Set(['GoTo', 'Named']);

export const isEncrypted = (source: string): boolean => /\/Encrypt(?:\s+\d+\s+\d+\s+R|\s*<<)/.test(source);

/** Names may be written with hex escapes: `/J#61vaScript`. */
const unescapeNames = (source: string): string =>
  source.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/**
 * A second look at the plain text of the file: objects that a later revision hid from the parser may still be
 * the ones a reader shows. Only names too long to occur by chance in compressed data.
 */
export function findInSource(source: string): Finding | null {
  const match = /\/(JavaScript|Launch|SubmitForm|ImportData|EmbeddedFiles?|RichMedia)\b/.exec(unescapeNames(source));
  if (!match?.[1]) return null;
  return match[1].startsWith('Embedded') ? 'attachment' : match[1];
}

/** Looks at every object of the document. */
export function findInObjects(document: PDFDocument): Finding | null {
  const open = document.catalog.lookup(PDFName.of('OpenAction'));
  const action = open instanceof PDFDict ? nameOf(open, 'S') : null;
  if (action !== null && !ON_OPENING.has(action)) return `OpenAction ${action}`;
  const queue: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = queue.pop(); object; object = queue.pop()) {
    if (object instanceof PDFArray) for (const item of object.asArray()) queue.push(item);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    const found = findInDict(dict);
    if (found) return found;
    for (const value of dict.values()) queue.push(value);
  }
  return null;
}

function findInDict(dict: PDFDict): Finding | null {
  const action = nameOf(dict, 'S');
  if (action !== null && ACTIONS.has(action)) return action;
  const kind = nameOf(dict, 'Subtype');
  if (kind === 'FileAttachment' || nameOf(dict, 'Type') === 'EmbeddedFile') return 'attachment';
  if (kind !== null && CODE_KINDS.has(kind)) return kind;
  for (const key of dict.keys()) {
    const name = key.decodeText();
    if (ATTACHMENT_KEYS.has(name)) return 'attachment';
    if (CODE_KEYS.has(name)) return name;
  }
  return null;
}

function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
}
