import sharp from 'sharp';
import { pinnedFiling, startFiling } from '../../modules/catalogue/index.ts';
import {
  type ActOn,
  type Actor,
  attachPaper,
  citizenActing,
  createDraft,
  finishDossier,
  handOver,
  processDossier,
  receiveDossier,
  refuseDossier,
  requestSupplement,
  submitDossier,
} from '../../modules/dossiers/index.ts';
import { citizenNoChecker, insertDemoAccount } from '../../modules/identity/index.ts';
import { addPaper } from '../../modules/papers/index.ts';
import { isWorkingDay, toInstant, toLocal } from '../../modules/units/index.ts';
import { transact } from '../../platform/db/index.ts';
import { putFile, type StoredFile } from '../../platform/files/index.ts';
import { newId } from '../../platform/ids.ts';
import { isRefusal, type Refusal } from '../../platform/problem.ts';
import type { DemoContext } from './context.ts';
import { type DemoApplicant, fillForm, paperKeys } from './fill-form.ts';
import { fullName } from './names.ts';
import { demoPhone } from './people.ts';

/** How far each demo dossier goes; every state of this release occurs several times. */
type Fate =
  | 'new'
  | 'received'
  | 'refused'
  | 'processing'
  | 'supplement-before'
  | 'supplement-during'
  | 'done'
  | 'returned';

const FATES: readonly Fate[] = [
  'new',
  'new',
  'new',
  'new',
  'received',
  'received',
  'received',
  'refused',
  'refused',
  'processing',
  'processing',
  'processing',
  'processing',
  'supplement-before',
  'supplement-before',
  'supplement-during',
  'supplement-during',
  'done',
  'done',
  'done',
  'returned',
  'returned',
  'returned',
  'returned',
  'returned',
  'returned',
  'returned',
  'returned',
];

const PROCEDURES = ['1.001193', '1.004873', '2.000635', '1.004859', '1.000656', '1.001612'] as const;

/**
 * Invented citizens with accounts, and their dossiers in all states of this release, made by the real use cases.
 * @param known phones of demo citizens that an interrupted load has made already
 */
export async function seedDossiers(
  context: DemoContext,
  officer: { staffId: string; name: string },
  known: ReadonlySet<string>,
): Promise<void> {
  const paper = await samplePaper(context);
  const actor: Actor = { kind: 'staff', id: officer.staffId, name: officer.name };
  for (const [at, fate] of FATES.entries()) {
    if (known.has(demoPhone(at + 1))) continue;
    // Finished ones lie further back; what is new came in the last working days.
    const age = {
      new: 0,
      received: 1,
      refused: 4,
      processing: 3,
      'supplement-before': 2,
      'supplement-during': 6,
      done: 9,
      returned: 14,
    }[fate];
    const submittedAt = workingMoment(context, age + (at % 3), at);
    const unitId = context.unit.unitId;
    const dossierId = await submitOne(context, at, submittedAt, paper);
    let step = 0;
    const on = (): ActOn => {
      step += 1;
      return { db: context.db, now: new Date(submittedAt.getTime() + step * 37 * 60_000), unitId, dossierId, actor };
    };
    await walk(context, fate, on, officer.staffId);
  }
}

async function walk(context: DemoContext, fate: Fate, on: () => ActOn, staffId: string): Promise<void> {
  const must = async (result: Promise<unknown | Refusal>) => {
    const value = await result;
    if (isRefusal(value)) throw new Error(`Demo: ${value.refused}`);
  };
  const defect = {
    targetKind: 'other' as const,
    targetKey: '',
    targetLabel: 'Khác',
    reason: 'Mời bổ sung bản chụp rõ nét hơn (ví dụ mẫu).',
  };
  const receive = () => must(receiveDossier({ ...on(), calendar: context.calendar }));
  if (fate === 'new') return;
  if (fate === 'refused')
    return must(refuseDossier({ ...on(), reason: 'Việc này thuộc thẩm quyền của nơi khác (ví dụ mẫu).' }));
  if (fate === 'supplement-before') return must(requestSupplement({ ...on(), defects: [defect] }));
  await receive();
  if (fate === 'received') return;
  await must(processDossier(on()));
  if (fate === 'processing') return;
  if (fate === 'supplement-during') return must(requestSupplement({ ...on(), defects: [defect] }));
  const file = await putFile(context.files, 'real', await sampleImage('KẾT QUẢ MẪU'));
  const result = {
    fileId: file.fileId,
    title: 'Kết quả mẫu',
    mime: 'image/jpeg',
    sizeBytes: file.size,
    sha256: file.sha256,
    staffId,
  };
  await must(finishDossier({ ...on(), result }));
  if (fate === 'returned') await must(handOver({ ...on(), receiver: 'Người nộp hồ sơ', method: 'counter' }));
}

async function submitOne(context: DemoContext, at: number, now: Date, paper: StoredFile): Promise<string> {
  const { db, random, unit } = context;
  const person = applicant(context, at);
  const accountId = newId();
  const code = PROCEDURES[at % PROCEDURES.length] ?? PROCEDURES[0];
  const pin = await startFiling(db, code, unit.unitId, toLocal(now).date);
  if (isRefusal(pin)) throw new Error(`Demo: ${pin.refused}`);
  const filing = await pinnedFiling(db, pin);
  const check = citizenNoChecker(toLocal(now).date);
  const answers = fillForm(filing.form, person, toLocal(now).date, check);
  const draftId = newId();
  await transact(db, async (tx) => {
    await insertDemoAccount(tx, {
      accountId,
      phone: demoPhone(at + 1),
      homeUnitId: unit.unitId,
      fullName: person.name,
      dateOfBirth: person.dateOfBirth,
      sex: person.sex,
      now,
    });
    await createDraft(
      tx,
      { accountId, draftId, unitId: unit.unitId, ...pin, answers, sources: {}, helperSessionId: null },
      now,
    );
    for (const componentKey of paperKeys(filing.form, answers)) {
      const paperId = newId();
      const { fileId, size, sha256 } = paper;
      const stored = {
        paperId,
        fileId,
        mime: 'image/jpeg',
        sizeBytes: size,
        sha256,
        pages: 1,
        originalName: 'giay-to-mau.jpg',
      };
      await addPaper(tx, accountId, stored, `citizen:${accountId}`, now);
      await attachPaper(tx, { accountId, draftId, componentKey, paperId }, now);
    }
  });
  const submitted = await submitDossier({
    db,
    now,
    keys: context.keys,
    acting: citizenActing(accountId, person.name),
    draftId,
    channel: random.next() < 0.7 ? 2 : 1,
    home: unit,
    accountPhone: person.phone,
    lang: 'vi',
    isDemo: true,
  });
  if (isRefusal(submitted)) throw new Error(`Demo: ${submitted.refused}`);
  return draftId;
}

/** ID numbers of the demo have the series 000xxx, which the notes mark as invented; they pass the check of form only. */
function applicant({ random }: DemoContext, at: number): DemoApplicant {
  const sex = random.next() < 0.5 ? 'nam' : 'nu';
  const year = random.int(1960, 1999);
  const citizenNo = `074${sex === 'nam' ? 0 : 1}${String(year % 100).padStart(2, '0')}${String(at).padStart(6, '0')}`;
  return {
    name: fullName(random, sex),
    dateOfBirth: `${year}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`,
    sex,
    citizenNo,
    phone: `0900${String(at + 1).padStart(6, '0')}`,
  };
}

/** A moment in the morning, this many working days before now. */
function workingMoment({ calendar, now }: DemoContext, age: number, at: number): Date {
  let day = toLocal(now).date;
  for (let left = age + 1; left > 0; ) {
    day = toLocal(new Date(toInstant(day, 720).getTime() - 86_400_000)).date;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return toInstant(day, 8 * 60 + ((at * 7) % 90));
}

const sampleImage = (label: string): Promise<Buffer> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400"><rect width="1000" height="1400" fill="#fffdf7"/>
    <rect x="40" y="40" width="920" height="1320" fill="none" stroke="#0b5563" stroke-width="6"/>
    <text x="500" y="640" font-size="84" text-anchor="middle" font-family="sans-serif" fill="#0b5563">${label}</text>
    <text x="500" y="760" font-size="40" text-anchor="middle" font-family="sans-serif" fill="#8a3b12">KHÔNG CÓ GIÁ TRỊ PHÁP LÝ</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
};

const samplePaper = async ({ files }: DemoContext): Promise<StoredFile> =>
  putFile(files, 'real', await sampleImage('GIẤY TỜ MẪU'));
