import type { FastifyRequest } from 'fastify';
import { type NewPaper, refusePapers, storeUpload } from '../../modules/papers/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { isRefusal, type Lang, problemText } from '../../platform/problem.ts';

/** Files of one posting; more are sent with the next. */
const MOST_FILES = 20;

export interface Posting {
  /** Fields of text. Of a name that came twice, the last counts. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Files taken in, by the name of their box. */
  readonly papers: readonly { readonly field: string; readonly paper: NewPaper }[];
  /** Sentences about files that were not taken, by the name of their box. */
  readonly fileErrors: Readonly<Record<string, string>>;
}

/**
 * Reads a posted form, with or without files. Each file is inspected and stored as it comes in, one after another, so
 * that ten photos do not lie in memory at once.
 * @param boxes names of the file boxes that the page has; files in others are dropped
 */
export async function readPosting(
  request: FastifyRequest,
  files: FileStore,
  boxes: ReadonlySet<string>,
  lang: Lang,
): Promise<Posting> {
  if (!request.isMultipart()) return { fields: (request.body ?? {}) as Posting['fields'], papers: [], fileErrors: {} };
  const fields = new Map<string, unknown>();
  const papers: { field: string; paper: NewPaper }[] = [];
  const errors = new Map<string, string[]>();
  // A file that is too large is told beside its box, not as an error of the whole posting.
  const options = { throwFileSizeLimit: false, limits: { files: MOST_FILES } };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      fields.set(part.fieldname, part.value);
      continue;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const empty = bytes.length === 0 && !part.filename;
    if (empty || !boxes.has(part.fieldname)) continue;
    const stored = part.file.truncated
      ? refusePapers('too-large', { megabytes: 10 })
      : await storeUpload(files, { name: part.filename, bytes });
    if (!isRefusal(stored)) papers.push({ field: part.fieldname, paper: stored });
    else {
      const sentence = `${part.filename}: ${problemText(stored, lang)}`;
      errors.set(part.fieldname, [...(errors.get(part.fieldname) ?? []), sentence]);
    }
  }
  const fileErrors = Object.fromEntries([...errors].map(([field, said]) => [field, said.join(' ')]));
  return { fields: Object.fromEntries(fields), papers, fileErrors };
}
