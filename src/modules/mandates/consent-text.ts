import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fromRoot } from '../../platform/paths.ts';
import type { Lang } from '../../platform/problem.ts';
import type { ConsentText, Helper, Purpose } from './model.ts';

interface ConsentFile {
  readonly code: string;
  readonly version: number;
  readonly valid_hours: number;
  readonly vi: ConsentWords;
  readonly en: ConsentWords;
}

interface ConsentWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly purposes: Readonly<Record<Purpose, string>>;
}

let file: Promise<ConsentFile> | null = null;

const load = (): Promise<ConsentFile> => {
  file ??= readFile(fromRoot('db', 'seed', 'consents', 'assist-present.json'), 'utf8').then((text) => JSON.parse(text));
  return file;
};

/** The words that the citizen is shown, with the helper's name, team and unit in them. */
export async function consentText(helper: Helper, lang: Lang): Promise<ConsentText> {
  const { code, version, valid_hours, [lang]: words } = await load();
  const names: Record<string, string> = { helper: helper.staffName, team: helper.teamName, unit: helper.unitName };
  const paragraphs = words.paragraphs.map((text) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole),
  );
  const hash = createHash('sha256')
    .update(JSON.stringify([words.title, paragraphs, words.purposes]))
    .digest('hex');
  return {
    code,
    version,
    lang,
    title: words.title,
    paragraphs,
    purposes: words.purposes,
    hash,
    validHours: valid_hours,
  };
}
