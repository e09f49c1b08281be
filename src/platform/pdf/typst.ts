import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fromRoot } from '../paths.ts';
import { cleanJson, type Json } from './clean.ts';

export interface RenderOptions {
  /** The document's creation time; same data and time give the same bytes. */
  readonly at: Date;
  /** PDF/A-2b by default: readable in decades. `null` = plain PDF 1.7. */
  readonly pdfStandard?: 'a-2b' | 'a-2u' | null;
}

/** Loading the native compiler and the fonts costs about 0.1 s and 60 MB: once, at the first document. */
let compiler: Promise<NodeCompiler> | undefined;

async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) =>
    readFileSync(fromRoot('assets', 'fonts', `Tinos-${face}.ttf`)),
  );
  return NodeCompiler.create({ workspace: fromRoot('assets'), fontArgs: [{ fontBlobs }] });
}

/** One document at a time, and a turn of the event loop between two: a queue of PDFs never stops the pages. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Sets a Typst template as PDF, fonts embedded.
 *
 * `data` reaches the template as JSON by `json(bytes(sys.inputs.data))`, never as source text, so nothing a
 * person typed is interpreted as markup. Templates must not call `eval` (a test checks it).
 * @param template path below `assets/`, e.g. `slips/01-receipt.typ`
 * @throws Error when the template does not compile (a bug); the message holds positions, no data
 */
export function renderTypst(template: string, data: Json, options: RenderOptions): Promise<Uint8Array> {
  const job = queue.then(async () => {
    compiler ??= openCompiler();
    const typst = await compiler;
    await nextTurn();
    return render(typst, template, data, options);
  });
  queue = job.catch(() => undefined);
  return job;
}

function render(typst: NodeCompiler, template: string, data: Json, options: RenderOptions): Uint8Array {
  const compiled = typst.compile({
    mainFilePath: fromRoot('assets', template),
    inputs: { data: JSON.stringify(cleanJson(data)) },
  });
  const document = compiled.result;
  if (!document) throw new Error(`${template} does not compile: ${diagnostics(typst, compiled)}`);
  const creationTimestamp = Math.floor(options.at.getTime() / 1000);
  const { pdfStandard = 'a-2b' } = options;
  try {
    return typst.pdf(document, { creationTimestamp, ...(pdfStandard && { pdfStandard }) });
  } catch (error) {
    // PDF/A forbids a character that no embedded font can draw (an emoji in a name). A receipt with an empty
    // box in it is better than none; without the standard Typst prints the box.
    if (pdfStandard === null) throw error;
    return typst.pdf(document, { creationTimestamp });
  } finally {
    // Memoised layout of the last documents stays; without this the memory grows with every receipt.
    typst.evictCache(2);
  }
}

function diagnostics(typst: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError();
  if (!error) return 'unknown error';
  return typst
    .fetchDiagnostics(error)
    .map((line: { path?: string; range?: unknown; message?: string }) =>
      [line.path, JSON.stringify(line.range), line.message?.slice(0, 200)].join(' '),
    )
    .join('; ');
}
