import { verifyAudit } from '../platform/audit/index.ts';
import { withSystem } from './database.ts';
import { EXIT, print } from './output.ts';

const FAULTS = {
  gap: 'thiếu mắt xích trước đó',
  hash: 'mã băm không khớp',
  payload: 'nội dung đã bị sửa',
  head: 'cuối chuỗi không khớp (có thể đã bị cắt)',
} as const;

export const verifyCommand = (options: { json?: boolean }): Promise<number> =>
  withSystem(async ({ database }) => {
    const report = await verifyAudit(database.db);
    const clean = report.faults.length === 0;
    print(options, { ...report, clean }, [
      ...report.faults.map(({ owner, seq, fault }) => `Chuỗi ${owner}, mục ${seq}: ${FAULTS[fault]}.`),
      clean
        ? `Nhật ký toàn vẹn: ${report.chains} chuỗi, ${report.entries} mục.`
        : `Nhật ký có ${report.faults.length} chỗ sai trong ${report.chains} chuỗi, ${report.entries} mục.`,
    ]);
    return clean ? EXIT.ok : EXIT.findings;
  });
