import Type from 'typebox';

const Uuid = Type.String({ format: 'uuid' });

/** Parts of addresses; a wrong one is refused before anything is asked of the database. */
export const DraftParams = Type.Object({ draftId: Uuid });
export const PageParams = Type.Object({
  draftId: Uuid,
  pageKey: Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 64 }),
});
export const DraftPaperParams = Type.Object({ draftId: Uuid, paperId: Uuid });

const UnitId = Type.String({ pattern: '^[A-Za-z0-9._-]{1,64}$' });
export const DossierParams = Type.Object({ unitId: UnitId, dossierId: Uuid });
export const DossierFileParams = Type.Object({ unitId: UnitId, dossierId: Uuid, fileId: Uuid });
export const SupplementPaperParams = Type.Object({ unitId: UnitId, dossierId: Uuid, paperId: Uuid });

export const UuidText = Uuid;
