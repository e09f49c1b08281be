import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/db.ts';
import { transact } from '../../platform/db/index.ts';
import { keyRing, openStore, randomKey } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal } from '../../platform/problem.ts';
import { addPaper, findPaper, type NewPaper, openForReader, removePapers, storeUpload } from './index.ts';

const { db } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'baccau-papers-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = openStore(folder, keyRing(randomKey()));
const now = new Date('2026-11-24T03:00:00Z');
const [mine, other] = [newId(), newId()];

const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
  .withExif({ IFD0: { Artist: 'bí mật' } })
  .jpeg()
  .toBuffer();

async function stored(): Promise<NewPaper> {
  const paper = await storeUpload(files, { name: 'ảnh <b>.jpg', bytes: photo });
  if (isRefusal(paper)) throw new Error(paper.refused);
  return paper;
}

it('keeps a photo without its metadata, for its owner only', async () => {
  const paper = await stored();
  await transact(db, (tx) => addPaper(tx, mine, paper, `citizen:${mine}`, now));
  expect(await findPaper(db, mine, paper.paperId)).toMatchObject({
    fileId: paper.fileId,
    mime: 'image/jpeg',
    pages: 1,
  });
  expect(await findPaper(db, other, paper.paperId)).toBeNull();
  const stream = await openForReader({ db, files, now }, { accountId: mine, fileId: paper.fileId }, `citizen:${mine}`);
  const bytes = Buffer.concat(await stream.toArray());
  expect(bytes.length).toBe(paper.sizeBytes);
  expect(bytes.includes('bí mật')).toBe(false);
});

it('records who opened it, before it is opened', async () => {
  const missing = { accountId: mine, fileId: newId() };
  await expect(openForReader({ db, files, now }, missing, 'staff:1')).rejects.toThrow();
  const { rows } = await sql<{ reader: string }>`
    select reader from paper_read where account_id = ${mine} and file_id = ${missing.fileId}`.execute(db);
  expect(rows).toEqual([{ reader: 'staff:1' }]);
});

it('finds a removed paper no more, and the same paper twice is one', async () => {
  const paper = await stored();
  await transact(db, async (tx) => {
    await addPaper(tx, mine, paper, `citizen:${mine}`, now);
    await addPaper(tx, mine, paper, `citizen:${mine}`, now);
    await removePapers(tx, other, [paper.paperId], now);
  });
  expect(await findPaper(db, mine, paper.paperId)).not.toBeNull();
  await transact(db, (tx) => removePapers(tx, mine, [paper.paperId], now));
  expect(await findPaper(db, mine, paper.paperId)).toBeNull();
});

it('refuses with a sentence and keeps nothing', async () => {
  expect(await storeUpload(files, { name: 'x.jpg', bytes: Buffer.from('<script>') })).toMatchObject({
    refused: 'papers.wrong-type',
  });
});
