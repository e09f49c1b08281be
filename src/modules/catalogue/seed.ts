import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Db, transact } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { parseForm } from './form/index.ts';
import { parseSeedProcedure, type SeedProcedure } from './seed-model.ts';
import { addForms, addGuides, addRoutes, lockCatalogue, raiseVersion, upsertRevisions } from './store-write.ts';

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

async function readJson(folder: string): Promise<unknown[]> {
  const names = (await readdir(folder)).filter((name) => /^\d\.\d{6}\.json$/.test(name)).sort();
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}

/**
 * Loads our own procedures, guides, routes and forms from `db/seed`. Repeatable: the same files again change nothing;
 * a changed file becomes a new revision.
 * @returns how many revisions, guides, forms and routes were added
 */
export async function loadSeedCatalogue(db: Db, seedFolder: string, now: Date): Promise<number> {
  const procedures = (await readJson(join(seedFolder, 'catalogue'))).map(parseSeedProcedure);
  const forms = (await readJson(join(seedFolder, 'forms'))).map((json) => {
    const parsed = parseForm(json);
    if ('problems' in parsed) throw new Error(`Tệp biểu mẫu có lỗi:\n- ${parsed.problems.join('\n- ')}`);
    return parsed.form;
  });
  return transact(db, async (tx) => {
    await lockCatalogue(tx);
    const outcomes = await upsertRevisions(tx, procedures.map(revisionOf), now);
    const added =
      [...outcomes.values()].filter((outcome) => outcome !== 'unchanged').length +
      (await addGuides(tx, procedures.map(guideOf))) +
      (await addRoutes(tx, procedures.map(routeOf))) +
      (await addForms(
        tx,
        forms.map((form) => ({
          code: form.code,
          version: form.version,
          content: form,
          contentHash: hashOf(form),
          effectiveFrom: form.effective_from,
          sourceRef: form.source_ref,
        })),
      ));
    if (added > 0) await raiseVersion(tx);
    return added;
  });
}

const revisionOf = (procedure: SeedProcedure) => ({
  revisionId: newId(),
  code: procedure.code,
  source: 'seed' as const,
  name: procedure.name,
  field: procedure.field,
  levels: procedure.levels,
  content: procedure,
  contentHash: hashOf(procedure),
  problems: [],
  effectiveFrom: procedure.effective_from,
});

const guideOf = ({ code, guide, guideEn, aliases, effective_from, source_ref, verified_at }: SeedProcedure) => ({
  code,
  content: { vi: guide, en: guideEn, aliases },
  contentHash: hashOf({ guide, guideEn, aliases }),
  effectiveFrom: effective_from,
  sourceRef: source_ref,
  verifiedAt: verified_at,
});

const routeOf = ({ code, route }: SeedProcedure) => ({
  routeId: newId(),
  code,
  route: route.value,
  sure: route.sure,
  effectiveFrom: route.effective_from,
  sourceRef: route.source_ref,
});
