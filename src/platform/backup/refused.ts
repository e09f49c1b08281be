import { isRefusal, type Refusal } from '../problem.ts';

/** Carries a refusal out of nested streams; the use cases answer it as a value. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/** Runs `work` and answers the refusal that was thrown inside. */
export async function answering<T>(work: () => Promise<T | Refusal>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export function orRefuse<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Refused(value);
  return value;
}

/** The system's short reason (ENOSPC, EACCES…) for a sentence. */
export const reasonOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error);
