/**
 * What a procedure's page and the API say of a procedure, in one shape for our own revisions and the portal's.
 * One schema is type, serializer and OpenAPI at once.
 */
import Type, { type TSchema } from 'typebox';

const closed = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description ? { description } : {});
const oneOf = <const T extends string[]>(values: readonly [...T], description: string) =>
  Type.Enum([...values], { type: 'string', description });

const Text = Type.String();
const Sure = orNull(
  oneOf(['V', 'M', 'm'], 'V: đã thấy trong nguồn công khai; M: biết chắc; m: cần đối chiếu'),
  'Mức tin cậy của dữ kiện; rỗng khi là nguyên văn của Cổng',
);

export const Route = oneOf(
  ['here', 'national-portal', 'provincial-portal', 'counter'],
  'Nơi nộp: tại đây, Cổng quốc gia, cổng của tỉnh, hoặc tại quầy',
);
export const Channel = oneOf(['online', 'post', 'in-person'], 'Trực tuyến, bưu chính, trực tiếp');

const FeeCase = Type.Object(
  {
    label: Type.String({ description: 'Trường hợp' }),
    amountVnd: orNull(Type.Integer({ minimum: 0 }), 'Đồng'),
    text: orNull(Text, 'Lời của nguồn, khi không có số tiền'),
    unitText: orNull(Text, 'Tính cho một: lần, bản, trang…'),
    setByProvince: Type.Boolean({ description: 'Mức do HĐND cấp tỉnh quy định' }),
    sure: Sure,
  },
  closed,
);

const Fee = Type.Object(
  {
    text: orNull(Text, 'Phí, lệ phí nói gọn'),
    amountVnd: orNull(Type.Integer({ minimum: 0 }), 'Đồng, khi một mức áp dụng cho mọi người'),
    cases: Type.Array(FeeCase),
    exempt: orNull(Text, 'Ai được miễn'),
    sure: Sure,
  },
  closed,
);

const UnitFee = Type.Object(
  {
    channel: orNull(Channel, 'Rỗng: mọi cách nộp'),
    label: Type.String({ description: 'Trường hợp; rỗng: mọi trường hợp' }),
    amountVnd: Type.Integer({ minimum: 0, description: 'Đồng' }),
    per: oneOf(['case', 'copy', 'page'], 'Tính theo vụ việc, bản hoặc trang'),
    furtherFrom: orNull(Type.Integer(), 'Từ trang này trở đi thu furtherVnd'),
    furtherVnd: orNull(Type.Integer(), 'Đồng'),
    capVnd: orNull(Type.Integer(), 'Nhiều nhất cho một bản, đồng'),
    exemptions: orNull(Text, 'Ai được miễn, giảm'),
    effectiveFrom: Text,
    effectiveTo: orNull(Text, 'Hết hiệu lực từ ngày này'),
    sourceRef: Text,
    verifiedAt: orNull(Text, 'Ngày đối chiếu với văn bản; rỗng: chưa đối chiếu'),
  },
  closed,
);

const Duration = Type.Object(
  { text: orNull(Text, 'Nguyên lời: "3 ngày làm việc", "trong ngày"…'), note: orNull(Text), sure: Sure },
  closed,
);

const Way = Type.Object(
  {
    channels: Type.Array(Channel, { description: 'Các cách nộp có cùng thời hạn và lệ phí' }),
    duration: Duration,
    lateRule: orNull(Type.Literal('15h'), 'Nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo'),
    extension: orNull(
      Type.Object(
        {
          text: orNull(Text, 'Thời hạn thêm; thay cho thời hạn khi "total"'),
          total: Type.Boolean(),
          when: Text,
          sure: Sure,
        },
        closed,
      ),
    ),
    fee: Fee,
    note: orNull(Text),
  },
  closed,
);

const Paper = Type.Object(
  {
    key: Type.String({ description: 'Tên không đổi của giấy tờ trong thủ tục' }),
    name: Text,
    nameEn: orNull(Text),
    kind: oneOf(['submit', 'show', 'note'], 'Nộp, chỉ cho xem, hoặc chỉ là ghi chú của nguồn'),
    required: orNull(Type.Boolean(), 'Rỗng khi nguồn không nói rõ'),
    isDeclaration: Type.Boolean(),
    skipOnline: Type.Boolean({ description: 'Nộp trực tuyến thì không cần ảnh giấy này' }),
    originals: orNull(Type.Integer()),
    copies: orNull(Type.Integer()),
    when: orNull(Text, 'Cần trong trường hợp nào'),
    alternatives: Type.Array(Text),
    note: orNull(Text),
    group: orNull(Text, 'Trường hợp mà nguồn xếp giấy này vào'),
    forms: Type.Array(Text),
    sure: Sure,
  },
  closed,
);

const GuideTexts = Type.Object(
  {
    title: Text,
    summary: Text,
    who: Text,
    when: Text,
    bring: Type.Array(Text),
    stepsOnline: Type.Array(Text),
    stepsCounter: Type.Array(Text),
    howLong: Text,
    howMuch: Text,
    mistakes: Type.Array(Text),
    after: Text,
  },
  closed,
);

export const ProcedureDetail = Type.Object(
  {
    code: Type.String({ description: 'Mã thủ tục, ví dụ 1.001193' }),
    name: Type.String({ description: 'Tên chính thức' }),
    nameEn: orNull(Text),
    nameSure: Sure,
    field: orNull(Text, 'Lĩnh vực'),
    levels: Type.Array(Text, { description: 'Cấp thực hiện: central, province, district, commune, other' }),
    audience: Type.Array(Text),
    agency: orNull(oneOf(['ubnd-xa', 'cong-an-xa'], 'Cơ quan giải quyết, khi là của xã, phường')),
    agencyText: orNull(Text, 'Cơ quan giải quyết theo lời của nguồn'),
    source: oneOf(['seed', 'portal'], 'seed: chúng tôi soạn; portal: tách từ Cổng Dịch vụ công quốc gia'),
    sourceRef: orNull(Text),
    portalUrl: orNull(Text, 'Trang của thủ tục trên Cổng Dịch vụ công quốc gia, khi đã nhập từ đó'),
    decisionNumber: orNull(Text, 'Quyết định công bố'),
    verifiedAt: orNull(Text, 'Ngày cán bộ đối chiếu với văn bản đang có hiệu lực'),
    serviceLevel: orNull(
      Type.Object(
        { value: oneOf(['toan-trinh', 'mot-phan'], 'Toàn trình hoặc một phần'), reason: orNull(Text), sure: Sure },
        closed,
      ),
    ),
    route: orNull(Route, 'Nơi nộp ở đơn vị này; rỗng khi đơn vị không nhận tại đây hoặc chưa đặt nơi nộp'),
    offered: Type.Boolean({ description: 'Đơn vị đang nhận thủ tục này' }),
    unitFees: Type.Array(UnitFee, {
      description:
        'Phí, lệ phí đơn vị (hoặc tỉnh của đơn vị) đã ghi và đang có hiệu lực; có thì dùng thay mức trong `ways`',
    }),
    routeSure: Sure,
    formVersion: orNull(Type.Integer(), 'Biểu mẫu riêng đang dùng; rỗng là biểu mẫu chung'),
    ways: Type.Array(Way),
    papers: Type.Array(Paper),
    steps: Type.Array(Type.Object({ label: orNull(Text), text: Text }, closed), {
      description: 'Trình tự theo lời của Cổng',
    }),
    conditions: orNull(Text),
    results: Type.Array(Type.Object({ name: Text, nameEn: orNull(Text), code: orNull(Text), sure: Sure }, closed)),
    legalBasis: Type.Array(
      Type.Object({ title: Text, number: orNull(Text), article: orNull(Text), sure: Sure }, closed),
    ),
    guide: orNull(Type.Object({ vi: GuideTexts, en: GuideTexts }, closed), 'Bài hướng dẫn dễ hiểu của chúng tôi'),
    toCheck: Type.Array(Text, { description: 'Điều trong bài hướng dẫn còn phải đối chiếu' }),
    verbatim: Type.Array(Type.Object({ part: Text, text: Text }, closed), {
      description: 'Phần của nguồn chưa tách được, giữ nguyên văn',
    }),
  },
  closed,
);

export type ProcedureDetail = Type.Static<typeof ProcedureDetail>;
export type Way = ProcedureDetail['ways'][number];
export type PaperDetail = ProcedureDetail['papers'][number];
export type GuideTexts = Type.Static<typeof GuideTexts>;
