export {
  findPreview,
  keepPreview,
  lockPreview,
  markApplied,
  type Outcome,
  type Preview,
  type PreviewKey,
  previewsSealed,
  removeExpiredPreviews,
} from './store.ts';
