/**
 * Submitting prepared drafts (the module's use case: lock, check every rule, number, due date, secret, audit, news)
 * against the same statements sent by a bare pg loop, one transaction each, in the same run and in turns.
 * Run: node bench/submission.ts [--quick] [--json]
 */
import { pinnedFiling } from '../src/modules/catalogue/index.ts';
import { attachPaper, submitDossier } from '../src/modules/dossiers/index.ts';
import {
  fakePaper,
  filledDraft,
  insertAccount,
  MORNING,
  ok,
  seedUnitAndCatalogue,
  submission,
} from '../src/modules/dossiers/testing.ts';
import { addPaper } from '../src/modules/papers/index.ts';
import { currentHomeUnit } from '../src/modules/units/index.ts';
import { transact } from '../src/platform/db/index.ts';
import { newId } from '../src/platform/ids.ts';
import { replayOf } from './support/bare-submission.ts';
import { copyRow, openBenchDatabase } from './support/database.ts';
import { fixed, median, pairedRatios, spreadOf, spreadText } from './support/numbers.ts';
import { benchOptions, type Row, report, say } from './support/report.ts';
import { takeTurns } from './support/rounds.ts';
import { statementsOf } from './support/statements.ts';

const options = benchOptions();
const rounds = options.quick ? 2 : 15;
const perRound = options.quick ? 10 : 50;
const PAPERS = 2;
const WARM_UPS = 2;

const database = await openBenchDatabase(10);
const { app, bare, prepare } = database;
const { db } = app;
try {
  say('Preparing drafts…');
  const unitId = await seedUnitAndCatalogue(db);
  const home = await currentHomeUnit(db, MORNING);
  const accountId = await insertAccount(db, '+84912345678');
  const model = await filledDraft(db, accountId, unitId);
  const { papers } = await pinnedFiling(db, model);
  await transact(db, async (tx) => {
    for (const { key } of papers.slice(0, PAPERS)) {
      const paper = fakePaper(key);
      await addPaper(tx, accountId, paper, `citizen:${accountId}`, MORNING);
      await attachPaper(tx, { accountId, draftId: model.draftId, componentKey: key, paperId: paper.paperId }, MORNING);
    }
  });
  const submit = async (draftId: string) =>
    ok(await submitDossier({ db, ...submission({ ...model, draftId }, { home }) }));

  const freshDrafts = async (count: number): Promise<string[]> => {
    const ids = Array.from({ length: count }, newId);
    await copyRow(prepare, { table: 'draft', key: 'draft_id', from: model.draftId }, ids);
    for (const draftId of ids) {
      await prepare(
        `insert into draft_paper (account_id, draft_id, component_key, paper_id, position)
          select account_id, $2, component_key, paper_id, position from draft_paper where draft_id = $1`,
        [model.draftId, draftId],
      );
    }
    return ids;
  };

  const [first = '', recordedDraft = ''] = await freshDrafts(2);
  await submit(first); // Fills the caches that a running program has filled.
  let code = '';
  const statements = await statementsOf(async () => {
    code = (await submit(recordedDraft)).code;
  });
  const replay = replayOf({ statements, draftId: recordedDraft, code });

  const measure = async (concurrency: number): Promise<Row> => {
    say(`${concurrency} at a time…`);
    const need = perRound * (rounds + WARM_UPS);
    const queues = { ours: await freshDrafts(need), bare: await freshDrafts(need) };
    const round = (queue: string[], work: (draftId: string) => Promise<unknown>) => async () => {
      const drafts = queue.splice(0, perRound);
      const cpuBefore = process.cpuUsage();
      const started = performance.now();
      await Promise.all(
        Array.from({ length: concurrency }, async () => {
          for (let draft = drafts.pop(); draft; draft = drafts.pop()) await work(draft);
        }),
      );
      const wall = (performance.now() - started) / perRound;
      const { user, system } = process.cpuUsage(cpuBefore);
      return { wall, cpu: (user + system) / 1_000 / perRound };
    };
    const { a, b } = await takeTurns(
      round(queues.ours, submit),
      round(queues.bare, (draftId) => replay(bare, draftId)),
      { rounds, warmUps: WARM_UPS },
    );
    const walls = (list: typeof a) => list.map(({ wall }) => wall);
    const cpus = (list: typeof a) => list.map(({ cpu }) => cpu);
    return {
      'at a time': concurrency,
      'submission, ms': spreadText(spreadOf(walls(a))),
      'bare loop, ms': spreadText(spreadOf(walls(b))),
      'share of the bare rate': spreadText(spreadOf(pairedRatios(walls(b), walls(a)))),
      'submission, ms CPU of Node': fixed(median(cpus(a))),
      'bare loop, ms CPU of Node': fixed(median(cpus(b))),
    };
  };
  const rows = [await measure(1), await measure(10)];
  await verify();

  report(options, {
    bench: 'submission',
    compares: `submitDossier against its own statements by a bare pg loop; ${rounds} rounds of ${perRound} each, in turns; median (quartiles), per submission.`,
    rows,
    notes: [
      `${statements.length} statements a submission, begin and commit among them, with ${PAPERS} papers.`,
      'One unit only, so that 10 at a time wait for the same day number and audit chain, on both sides alike.',
    ],
  });

  /** Both sides must have done the whole work. */
  async function verify(): Promise<void> {
    const { rows: counts } =
      await prepare(`select (select count(*) from dossier) as dossiers, (select count(*) from dossier_paper) as papers,
      (select count(*) from dossier_action) as actions, (select count(*) from audit_entry where act = 'dossier.submit') as acts,
      (select max(last_number) from dossier_counter) as numbers`);
    const { dossiers, ...others } = counts[0];
    const expected = 2 + 2 * 2 * perRound * (rounds + WARM_UPS);
    const same =
      others.papers === dossiers * PAPERS && [others.actions, others.acts, others.numbers].every((n) => n === dossiers);
    if (dossiers !== expected || !same)
      throw new Error(`Not all was written: ${JSON.stringify(counts[0])}, expected ${expected}`);
  }
} finally {
  await database.close();
}
