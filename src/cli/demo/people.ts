/**
 * The demo's staff. Everyone is invented; the password is known to all and so exists only in the loopback demo
 * (`doctor` fails on these accounts anywhere else).
 */
export const DEMO_PASSWORD = 'bac-cau-chay-thu-2026';

export type DemoTeam = 'rapid' | 'youth';

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly role: 'admin' | 'leader' | 'officer' | 'helper' | 'auditor';
  readonly team?: DemoTeam;
  readonly isLead?: boolean;
}

export const DEMO_STAFF: readonly DemoPerson[] = [
  { login: 'canbo', name: 'Trần Thị Mẫu Hồng', role: 'officer' },
  { login: 'canbo2', name: 'Lê Văn Mẫu Tín', role: 'officer' },
  { login: 'lanhdao', name: 'Nguyễn Mẫu Thành', role: 'leader' },
  { login: 'hotro', name: 'Phạm Mẫu Quỳnh', role: 'helper', team: 'rapid', isLead: true },
  { login: 'hotro2', name: 'Võ Mẫu Khánh', role: 'helper', team: 'rapid' },
  { login: 'tinhnguyen', name: 'Huỳnh Mẫu Thư', role: 'helper', team: 'youth', isLead: true },
  { login: 'tinhnguyen2', name: 'Đặng Mẫu Phong', role: 'helper', team: 'youth' },
  { login: 'quantri', name: 'Bùi Mẫu Việt', role: 'admin' },
  { login: 'kiemsoat', name: 'Đỗ Mẫu Hạnh', role: 'auditor' },
];

export const DEMO_TEAMS: Readonly<Record<DemoTeam, { name: string; kind: 'rapid-response' | 'youth' }>> = {
  rapid: { name: 'Tổ phản ứng nhanh phường Chánh Hiệp (mẫu)', kind: 'rapid-response' },
  youth: { name: 'Đội thanh niên tình nguyện phường Chánh Hiệp (mẫu)', kind: 'youth' },
};

/** Phường Chánh Hiệp, Thành phố Hồ Chí Minh: official code since 1/7/2025 (NQ 1685/NQ-UBTVQH15). */
export const DEMO_UNIT_CODE = '25771';

/** Not a real line: zeros, so that nobody is called by mistake. */
export const DEMO_HOTLINE = '0274 0000 000';

export const DEMO_NEIGHBOURHOODS = 20;
export const DEMO_HOUSEHOLDS = 2000;

/**
 * Phones of invented citizens: in the 0900 000 xxx block, which cannot be mistaken for somebody's.
 * @returns E.164
 */
export const demoPhone = (number: number): string => `+84900${String(number).padStart(6, '0')}`;
