import type { FastifyReply } from 'fastify';
import { openForReader } from '../../modules/papers/index.ts';
import type { Platform } from '../../platform/context.ts';

/** Nothing of a file may run or load anything, even when a browser shows it as a page. */
const CSP = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * Sends a paper or result that the caller has found to be the reader's to see; the reading is recorded first.
 * A PDF is not sandboxed: browsers' own viewers refuse to show one that is, and code in PDFs was refused on its way in.
 * @param reader `citizen:<account id>`, `staff:<staff id>` or `helper:<staff id>/<consent id>`
 */
export async function sendFile(
  platform: Platform,
  reply: FastifyReply,
  file: { accountId: string; fileId: string; mime: string; name: string },
  reader: string,
  download = false,
): Promise<FastifyReply> {
  const { database, files, clock } = platform;
  const stream = await openForReader({ db: database.db, files, now: clock.now() }, file, reader);
  const pdf = file.mime === 'application/pdf';
  return reply
    .header('content-type', file.mime)
    .header('content-disposition', disposition(file.name, pdf ? 'pdf' : 'jpg', download))
    .header('content-security-policy', pdf ? CSP : `${CSP}; sandbox`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .header('cross-origin-resource-policy', 'same-origin')
    .send(stream);
}

/** RFC 6266: a plain name for old browsers, the real one encoded. */
export function disposition(name: string, extension: string, download: boolean): string {
  const base = name.replace(/\.[a-z0-9]{2,5}$/i, '') || 'tep';
  const plain = base
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z0-9 _-]/g, '_');
  const encoded = encodeURIComponent(`${base.toWellFormed()}.${extension}`).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16)}`,
  );
  return `${download ? 'attachment' : 'inline'}; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}`;
}
