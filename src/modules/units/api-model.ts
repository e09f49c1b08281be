import Type, { type Static } from 'typebox';
import { RELATIONS } from './history-model.ts';

const closed = { additionalProperties: false } as const;
export const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });
export const Kind = Type.Enum(['province', 'district', 'commune'], {
  type: 'string',
  description: 'Cấp của đơn vị; cấp huyện chỉ có đến hết ngày 30/6/2025',
});
export const Day = Type.Optional(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: 'Tính đến ngày này, YYYY-MM-DD; bỏ trống là hôm nay. Mã được dùng lại sau sáp nhập, nên ngày là cần.',
  }),
);
const Relation = Type.Enum([...RELATIONS], {
  type: 'string',
  description:
    'merged: nhập cả; split-part: chia một phần; renamed: đổi tên; upgraded: nâng cấp; moved: chuyển nơi khác',
});

export const Unit = Type.Object(
  {
    unitId: Type.String({ description: 'Khoá không đổi của hệ thống; mã hành chính thì có thể đổi' }),
    kind: Kind,
    code: Type.String({ description: 'Mã hành chính vào ngày đó: tỉnh 2 chữ số, huyện 3, xã 5' }),
    name: Type.String(),
    parentUnitId: orNull('Đơn vị cấp trên'),
    parentName: orNull('Tên đơn vị cấp trên'),
    provinceName: orNull('Tên tỉnh, thành phố; null nếu chính là tỉnh, thành phố'),
    validFrom: Type.String({ description: 'Ngày đầu của tên và mã này, YYYY-MM-DD' }),
    validTo: orNull('Ngày mà tên và mã này thôi dùng; null: đang dùng'),
    identifier: Type.String({ description: 'Phần đầu của mã hồ sơ' }),
    identifierIsProvisional: Type.Boolean({
      description: 'Phần đầu tạm của hệ thống, chưa phải mã định danh được cấp',
    }),
    hotline: orNull('Đường dây nóng'),
    hotlineHours: orNull('Giờ nghe máy, bằng lời'),
    address: orNull('Địa chỉ trụ sở'),
    centreName: orNull('Tên trung tâm phục vụ hành chính công, khi đơn vị đã ghi'),
  },
  closed,
);

const Related = Type.Object(
  {
    unitId: Type.String(),
    kind: Kind,
    code: Type.String(),
    name: Type.String(),
    place: orNull('Nơi trực thuộc, gần trước xa sau'),
    validFrom: Type.String(),
    validTo: orNull('Ngày thôi dùng; null: đang dùng'),
    relation: Relation,
    effectiveOn: Type.String({ description: 'Ngày đơn vị sau thay đơn vị trước, YYYY-MM-DD' }),
    legalDocument: Type.String({ description: 'Văn bản' }),
    steps: Type.Integer({ minimum: 1, description: '1: trực tiếp; 2: qua một đơn vị khác' }),
  },
  closed,
);

export const UnitInFull = Type.Object(
  {
    ...Unit.properties,
    openingHours: Type.Array(
      Type.Object(
        {
          weekday: Type.Integer({ minimum: 0, maximum: 6, description: '0 = Chủ nhật … 6 = thứ Bảy' }),
          from: Type.String({ description: 'HH:mm' }),
          to: Type.String({ description: 'HH:mm' }),
        },
        closed,
      ),
      { description: 'Giờ làm việc trong tuần vào ngày đó; chưa kể ngày lễ' },
    ),
    successors: Type.Array(Related, {
      description: 'Các đơn vị kế thừa đang có hôm nay, kể cả qua nhiều lần; rỗng nếu đơn vị vẫn còn',
    }),
    predecessors: Type.Array(Related, { description: 'Các đơn vị trước đây đã nhập vào, cả hay một phần' }),
  },
  closed,
);

export const UnitPage = Type.Object(
  { items: Type.Array(Unit), next: orNull('Giá trị `cursor` của trang sau; null khi đã hết') },
  closed,
);

export const PlacesFound = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          unitId: Type.String(),
          code: Type.String(),
          name: Type.String(),
          place: orNull('Nơi trực thuộc vào ngày đó'),
          reasons: Type.Array(Type.String(), {
            description: 'Vì sao tên đã gõ dẫn đến đơn vị này; rỗng nếu đó là tên của chính nó',
          }),
        },
        closed,
      ),
    ),
  },
  closed,
);

export type UnitPage = Static<typeof UnitPage>;
export type UnitInFull = Static<typeof UnitInFull>;
export type PlacesFound = Static<typeof PlacesFound>;
