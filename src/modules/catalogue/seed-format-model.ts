/**
 * Format of our own procedures in `db/seed/catalogue/<code>.json`: facts marked with how sure we are,
 * and guides in plain Vietnamese and English. Format and sources are told in `db/seed/catalogue/README.md`.
 */
import Type from 'typebox';

const Text = Type.String({ minLength: 2 });
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const closed = { additionalProperties: false } as const;

/** V = seen in a public source; M = known with confidence; m = to be checked, the page shows "cần đối chiếu". */
const Sure = Type.Union([Type.Literal('V'), Type.Literal('M'), Type.Literal('m')]);

/** The only wordings of a period of time; the calendar rules compute due dates from exactly these. */
const DURATION_PATTERN = '^(?:[1-9]\\d{0,2} (?:ngày làm việc|ngày|giờ)|trong ngày)$';

const fact = { sure: Sure, source_ref: Text };

const SeedDuration = Type.Object(
  { text: Type.String({ pattern: DURATION_PATTERN }), note: Type.Optional(Text), ...fact },
  closed,
);

/**
 * When something must be checked: `text` is added to the duration, or with `total` takes its place.
 * Without `text` no source we know gives the figure.
 */
const SeedExtension = Type.Object(
  {
    text: Type.Optional(Type.String({ pattern: DURATION_PATTERN })),
    total: Type.Optional(Type.Literal(true)),
    when: Text,
    ...fact,
  },
  closed,
);

/** One amount among several. `amountVnd` in đồng for one `unitText`; absent when the province sets it. */
const SeedFeeItem = Type.Object(
  {
    case: Text,
    amountVnd: Type.Optional(Type.Integer({ minimum: 0 })),
    unitText: Type.Optional(Text),
    setByProvince: Type.Optional(Type.Literal(true)),
    ...fact,
  },
  closed,
);

/** `amountVnd` (đồng) stands here only when one amount holds for everyone; otherwise see `items`. */
const SeedFee = Type.Object(
  {
    text: Text,
    amountVnd: Type.Optional(Type.Integer({ minimum: 0 })),
    unitText: Type.Optional(Text),
    items: Type.Optional(Type.Array(SeedFeeItem, { minItems: 2 })),
    exempt: Type.Optional(Text),
    ...fact,
  },
  closed,
);

const SeedMethod = Type.Object(
  {
    channel: Type.Union([Type.Literal('online'), Type.Literal('post'), Type.Literal('in-person')]),
    duration: SeedDuration,
    /** Received after 15:00: done on the next working day (NĐ 23/2015 art. 7; Luật Hộ tịch 2014). */
    rule: Type.Optional(Type.Literal('15h')),
    extension: Type.Optional(SeedExtension),
    fee: SeedFee,
  },
  closed,
);

const SeedPaper = Type.Object(
  {
    /** Stable slug: dossiers and forms point to it, so it is never renamed. */
    key: Type.String({ pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$' }),
    name: Text,
    nameEn: Text,
    kind: Type.Union([Type.Literal('submit'), Type.Literal('show')]),
    originals: Type.Integer({ minimum: 0, maximum: 9 }),
    copies: Type.Integer({ minimum: 0, maximum: 9 }),
    required: Type.Boolean(),
    /** The declaration itself: where our own form exists it replaces this paper, nothing is uploaded. */
    isDeclaration: Type.Optional(Type.Literal(true)),
    /** Online the data in the form is enough; a picture is asked for only when the officer cannot look it up. */
    skipOnline: Type.Optional(Type.Literal(true)),
    /** In whose case the paper is needed; always given for a paper that is not required. */
    when: Type.Optional(Text),
    /** Papers that may stand in its place. */
    alternatives: Type.Optional(Type.Array(Text, { minItems: 1 })),
    note: Type.Optional(Text),
    formCode: Type.Optional(Text),
    sure: Sure,
  },
  closed,
);

const SeedLegalBasis = Type.Object(
  {
    title: Text,
    number: Type.String({ pattern: '^\\d+(?:\\.\\d+)?/(?:\\d{4}/)?[A-ZĐ]+[A-ZĐ0-9-]*$' }),
    article: Type.Optional(Text),
    sure: Sure,
  },
  closed,
);

const Steps = Type.Array(Text, { maxItems: 6 });

const SeedGuide = Type.Object(
  {
    /** What people call it. */
    title: Text,
    summary: Text,
    who: Text,
    when: Text,
    bring: Type.Array(Text, { minItems: 1 }),
    stepsOnline: Steps,
    stepsCounter: Steps,
    howLong: Text,
    howMuch: Text,
    mistakes: Type.Array(Text, { minItems: 3 }),
    after: Text,
  },
  closed,
);

export const SeedProcedure = Type.Object(
  {
    code: Type.String({ pattern: '^\\d\\.\\d{6}$' }),
    name: Text,
    nameEn: Text,
    nameSure: Sure,
    field: Text,
    levels: Type.Array(Type.Literal('commune'), { minItems: 1, maxItems: 1 }),
    agency: Type.Union([Type.Literal('ubnd-xa'), Type.Literal('cong-an-xa')]),
    audience: Type.Array(Type.Union([Type.Literal('person'), Type.Literal('business')]), { minItems: 1 }),
    /** NĐ 224/2026 art. 14: "một phần" only with a published reason. */
    serviceLevel: Type.Object(
      {
        value: Type.Union([Type.Literal('toan-trinh'), Type.Literal('mot-phan')]),
        reason: Type.Optional(Text),
        ...fact,
      },
      closed,
    ),
    /** Where a filing goes by default; a unit may set its own route from a day on. */
    route: Type.Object(
      {
        value: Type.Union([Type.Literal('here'), Type.Literal('national-portal'), Type.Literal('counter')]),
        effective_from: IsoDate,
        ...fact,
      },
      closed,
    ),
    methods: Type.Array(SeedMethod, { minItems: 1, maxItems: 3 }),
    papers: Type.Array(SeedPaper, { minItems: 1 }),
    results: Type.Array(Type.Object({ name: Text, nameEn: Text, code: Type.Optional(Text), sure: Sure }, closed), {
      minItems: 1,
    }),
    legalBasis: Type.Array(SeedLegalBasis, { minItems: 1 }),
    guide: SeedGuide,
    guideEn: SeedGuide,
    aliases: Type.Array(Text, { minItems: 6 }),
    effective_from: IsoDate,
    source_ref: Text,
    verified_at: Type.Union([IsoDate, Type.Null()]),
    /** What the guide says without a dated fact behind it, in a few words; shown under "cần đối chiếu". */
    toCheck: Type.Optional(Type.Array(Text, { minItems: 1 })),
    /** A known change of law: someone must look at this file before that day. */
    review: Type.Optional(Type.Object({ by: IsoDate, why: Text }, closed)),
  },
  closed,
);

export type Sure = Type.Static<typeof Sure>;
export type SeedMethod = Type.Static<typeof SeedMethod>;
export type SeedPaper = Type.Static<typeof SeedPaper>;
export type SeedGuide = Type.Static<typeof SeedGuide>;
export type SeedProcedure = Type.Static<typeof SeedProcedure>;
