import { problemStatus, type Refusal } from '../problem.ts';

/** Carries a refusal to the door's error handler, which answers with its status and sentence. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  readonly statusCode: number;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
    this.statusCode = problemStatus(refusal);
  }
}
