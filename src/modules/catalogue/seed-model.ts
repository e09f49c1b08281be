/** Reads our own procedures: `parseSeedProcedure` for a file of `db/seed/catalogue`, and their types. */
import Value from 'typebox/value';
import { SeedProcedure } from './seed-format-model.ts';
import { coherenceProblems, textProblems } from './seed-rules.ts';

export type { SeedGuide, SeedMethod, SeedPaper, SeedProcedure, Sure } from './seed-format-model.ts';

/** Everything wrong with one file, one sentence each; empty when it is sound. */
export function seedProblems(json: unknown): string[] {
  if (!Value.Check(SeedProcedure, json)) {
    return Value.Errors(SeedProcedure, json).map((error) => `${error.instancePath || '/'}: ${error.message}`);
  }
  return [...textProblems(json), ...coherenceProblems(json)];
}

/**
 * The typed procedure of a parsed seed file.
 * @throws Error naming every problem: a broken seed file is a bug of ours, not a refusal to a user.
 */
export function parseSeedProcedure(json: unknown): SeedProcedure {
  const problems = seedProblems(json);
  if (problems.length > 0) throw new Error(`Tệp thủ tục mẫu có lỗi:\n- ${problems.join('\n- ')}`);
  return json as SeedProcedure;
}
