import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../../../platform/problem.ts';
import { refuseSheet, SHEET_BYTES } from '../../../platform/spreadsheet/index.ts';

/** The one file of a posted form; what is beyond the limit is thrown away while it comes in. */
export async function readUpload(request: FastifyRequest): Promise<{ name: string; bytes: Buffer } | Refusal> {
  if (!request.isMultipart()) return refuseSheet('missing');
  let found: { name: string; bytes: Buffer } | Refusal = refuseSheet('missing');
  // A file that is too large gets its own sentence, so it must not end the whole posting.
  const limits = { files: 1, fileSize: SHEET_BYTES, fields: 10, fieldSize: 1024 };
  const options = { throwFileSizeLimit: false, limits };
  for await (const part of request.parts(options)) {
    if (part.type !== 'file') continue;
    const chunks: Buffer[] = [];
    for await (const chunk of part.file) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    if (part.file.truncated) found = refuseSheet('too-large', { megabytes: SHEET_BYTES / 1024 / 1024 });
    else if (part.filename && bytes.length > 0) found = { name: part.filename, bytes };
  }
  return found;
}
