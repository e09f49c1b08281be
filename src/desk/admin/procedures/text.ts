/** Where a filing goes, as officers say it. */
export const ROUTE_LABELS = {
  here: 'Nộp tại hệ thống này',
  'national-portal': 'Nộp trên Cổng Dịch vụ công quốc gia',
  'provincial-portal': 'Nộp trên cổng dịch vụ công của tỉnh',
  counter: 'Mang giấy tờ đến quầy',
} as const;
