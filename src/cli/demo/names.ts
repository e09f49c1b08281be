import type { Random } from './random.ts';

/** Family names by frequency in hundredths (facts §7); the rest are rarer ones. Every combination is invented. */
const FAMILY: readonly (readonly [string, number])[] = [
  ['Nguyễn', 34],
  ['Trần', 11],
  ['Lê', 9],
  ['Phạm', 7],
  ['Huỳnh', 5],
  ['Võ', 4],
  ['Phan', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 2],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 2],
  ['Trương', 3],
  ['Mai', 2],
  ['Cao', 2],
  ['Châu', 1],
  ['Tô', 1],
  ['Thái', 1],
];
const MIDDLE = {
  nam: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Thanh', 'Đức', 'Công', 'Tấn'],
  nu: ['Thị', 'Ngọc', 'Thanh', 'Kim', 'Mỹ', 'Thu', 'Bích', 'Hồng'],
} as const;
const GIVEN = {
  nam: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Hải',
    'Hiếu',
    'Hùng',
    'Khang',
    'Khoa',
    'Lâm',
    'Long',
    'Nam',
    'Nghĩa',
    'Phúc',
    'Quân',
    'Sơn',
    'Tài',
    'Thắng',
    'Trí',
    'Tuấn',
    'Vinh',
  ],
  nu: [
    'Anh',
    'Chi',
    'Dung',
    'Duyên',
    'Giang',
    'Hà',
    'Hạnh',
    'Hiền',
    'Hoa',
    'Hương',
    'Lan',
    'Linh',
    'Loan',
    'Mai',
    'Nga',
    'Ngân',
    'Nhung',
    'Oanh',
    'Phượng',
    'Thảo',
    'Trang',
    'Tuyết',
    'Yến',
  ],
} as const;

export type DemoSex = 'nam' | 'nu';

export function familyName(random: Random): string {
  let at = random.next() * FAMILY.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of FAMILY) {
    at -= weight;
    if (at < 0) return name;
  }
  return 'Nguyễn';
}

export function fullName(random: Random, sex: DemoSex, family = familyName(random)): string {
  return `${family} ${random.pick(MIDDLE[sex])} ${random.pick(GIVEN[sex])}`;
}
