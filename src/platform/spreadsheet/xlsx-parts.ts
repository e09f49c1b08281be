import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** What a part of a workbook is read with; names come without their namespace prefix. */
export interface Handler {
  open?(name: string, tag: SaxesTagPlain): void;
  text?(text: string): void;
  close?(name: string): void;
  /** True: enough was seen. */
  done?(): boolean;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attribute by its name without a prefix (`r:id` is `id`). */
export function attribute(tag: SaxesTagPlain, name: string): string {
  const found = Object.entries(tag.attributes).find(([key]) => local(key) === name);
  return found?.[1] ?? '';
}

/**
 * Reads XML piece by piece. Entities of the file's own are unknown here and so an error: nothing is expanded, nothing
 * outside is opened. @throws when it is not well-formed
 */
export async function readXml(pieces: AsyncIterable<string>, handler: Handler): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('A workbook has no document type');
  });
  parser.on('opentag', (tag) => handler.open?.(local(tag.name), tag));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => handler.close?.(local(tag.name)));
  for await (const piece of pieces) {
    parser.write(piece);
    if (handler.done?.()) return;
  }
  parser.close();
}

/** The texts that cells point at by number. Phonetic guides (`rPh`) are no part of a text. */
export async function readSharedTexts(pieces: AsyncIterable<string>, longest: number): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(pieces, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text(text) {
      if (inText && current.length < longest) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') texts.push(current.slice(0, longest));
    },
  });
  return texts;
}

/** Path of the first sheet that can be seen. */
export async function firstSheetPath(workbook: AsyncIterable<string>, rels: AsyncIterable<string>): Promise<string> {
  const sheets: { id: string; hidden: boolean }[] = [];
  await readXml(workbook, {
    open(name, tag) {
      if (name === 'sheet') sheets.push({ id: attribute(tag, 'id'), hidden: attribute(tag, 'state') !== '' });
    },
  });
  const targets = new Map<string, string>();
  await readXml(rels, {
    open(name, tag) {
      if (name === 'Relationship') targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
    },
  });
  const wanted = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const target = (wanted && targets.get(wanted.id)) ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
