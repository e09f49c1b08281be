import type { Answers, FieldTexts, Sources } from '../../modules/catalogue/form/answers-model.ts';

/** A file already added to a paper. */
export interface AttachedPaper {
  readonly id: string;
  /** What the person sees: "Ảnh 1, 2 trang, 340 KB". */
  readonly label: string;
  readonly href?: string | undefined;
}

/** Files by paper key. */
export type AttachedPapers = Readonly<Record<string, readonly AttachedPaper[]>>;

/** All that the fields of a page show. */
export interface PageState {
  readonly answers: Answers;
  readonly errors?: FieldTexts | undefined;
  readonly warnings?: FieldTexts | undefined;
  readonly sources?: Sources | undefined;
  readonly papers?: AttachedPapers | undefined;
  /** Page that finds today's name of a commune, for those without scripts. */
  readonly placesHref?: string | undefined;
  /** A helper types for somebody else: the browser must not offer the helper's own data. */
  readonly assisted?: boolean | undefined;
}

/** What the draft keeper needs; without it nothing is kept on the device. */
export interface DraftHooks {
  readonly id: string;
  /** When the server saved the draft last, ISO 8601. */
  readonly savedAt: string;
  /** The server's own time of rendering, ISO 8601: devices' clocks are often wrong. */
  readonly now: string;
  /**
   * Takes the page's fields, urlencoded. Any 2xx without redirect means "saved", 409 "changed elsewhere"; the header
   * `x-draft-seen` renews the hidden field `seen`.
   */
  readonly autosaveUrl: string;
}
