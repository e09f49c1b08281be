export const FILINGS = '/ho-so';
export const TRACKING = '/tra-cuu';

/** Form field of a page that was opened from the review: after saving, back to it. */
export const FROM_REVIEW = 've';

/** Address of a tracked dossier. */
export const trackedPath = (code: string): string => `${TRACKING}/${code}`;

/**
 * All addresses of filings. The same pages serve the citizen (no prefix) and a helper at work for them
 * (`/desk/ho-tro/<helper session>`). Called with `:names` it gives the route patterns.
 */
export function filingPaths(prefix: string) {
  const list = `${prefix}${FILINGS}`;
  const draft = (draftId: string) => `${list}/nhap/${draftId}`;
  const page = (draftId: string, pageKey: string) => `${draft(draftId)}/${pageKey}`;
  const dossier = (unitId: string, dossierId: string) => `${list}/${unitId}/${dossierId}`;
  return {
    list,
    start: `${list}/bat-dau`,
    draft,
    page,
    autosave: (draftId: string, pageKey: string) => `${page(draftId, pageKey)}/tu-luu`,
    card: (draftId: string, pageKey: string) => `${page(draftId, pageKey)}/the-can-cuoc`,
    draftPaper: (draftId: string, paperId: string) => `${draft(draftId)}/giay-to/${paperId}`,
    review: (draftId: string) => `${draft(draftId)}/xem-lai`,
    printedDraft: (draftId: string) => `${draft(draftId)}/to-khai`,
    submit: (draftId: string) => `${draft(draftId)}/nop`,
    /** Where a helper goes instead of submitting: the citizen confirms there by a code. */
    confirm: (draftId: string) => `${draft(draftId)}/xac-nhan`,
    remove: (draftId: string) => `${draft(draftId)}/xoa`,
    dossier,
    receipt: (unitId: string, dossierId: string) => `${dossier(unitId, dossierId)}/giay-tiep-nhan.pdf`,
    printedDossier: (unitId: string, dossierId: string) => `${dossier(unitId, dossierId)}/to-khai`,
    file: (unitId: string, dossierId: string, fileId: string) => `${dossier(unitId, dossierId)}/tep/${fileId}`,
    received: (unitId: string, dossierId: string) => `${dossier(unitId, dossierId)}/da-nhan`,
    supplement: (unitId: string, dossierId: string) => `${dossier(unitId, dossierId)}/bo-sung`,
    supplementPaper: (unitId: string, dossierId: string, paperId: string) =>
      `${dossier(unitId, dossierId)}/bo-sung/giay-to/${paperId}`,
  };
}

export type FilingPaths = ReturnType<typeof filingPaths>;

/** From the review: after this page the person comes back to it, and what is wrong is shown at once. */
export const fromReview = (path: string): string => `${path}?${FROM_REVIEW}=xem-lai`;
