export {
  findPreview,
  keepPreview,
  lockPreview,
  markApplied,
  type Outcome,
  type Preview,
  type PreviewKey,
  removeExpiredPreviews,
} from './store.ts';
