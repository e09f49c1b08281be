export { addPaper, type NewPaper, removePapers, storeUpload, type Upload } from './add-paper.ts';

export type { AcceptedUpload } from './intake-model.ts';
export { openForReader } from './open-paper.ts';
export { refusePapers } from './problems.ts';
export { findPaper, type Paper } from './store.ts';
