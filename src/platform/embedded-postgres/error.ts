/** The embedded database cannot be had; the message is a Vietnamese sentence that says what to do next. */
export class EmbeddedPostgresError extends Error {
  /** The command line prints the sentence alone, without a stack. */
  readonly forPeople = true;
}
