import { describe, expect, test, vi } from 'vitest';
import { hasPdfTools, pdfFonts, pdfInfo, pdfQr, pdfText } from '../../../platform/pdf/testing.ts';
import { sampleReceipt } from './receipt.sample.ts';
import { receiptPdf } from './receipt.ts';

// Other programs draw and read the pages here; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const LEGAL_NAME = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ';
const DEMO_MARK = 'BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ';
const pages = (pdf: Uint8Array) => Number(/Pages: +(\d+)/.exec(pdfInfo(pdf))?.[1]);

describe.skipIf(!hasPdfTools)('form 01', () => {
  test('holds every field of the form, unbroken, on one page', async () => {
    const pdf = await receiptPdf(sampleReceipt);
    const text = pdfText(pdf);
    for (const line of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Mã hồ sơ: H29.25771-261124-0001',
      'Chánh Hiệp, ngày 24 tháng 11 năm 2026',
      LEGAL_NAME,
      'Bộ phận tiếp nhận: Trung tâm Phục vụ hành chính công phường Chánh Hiệp',
      'Tiếp nhận hồ sơ của Ông (Bà): Nguyễn Thị Ngọc Ánh',
      'Địa chỉ: 12/3 khu phố 2, phường Chánh Hiệp, Thành phố Hồ Chí Minh',
      'Số điện thoại: 0912 345 678',
      'Email: anh.nguyen@example.vn',
      'Số căn cước/Hộ chiếu: 074***…123',
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục 1.001193)',
      'Chủ hồ sơ: Trần Văn Khánh',
      'Địa chỉ chủ hồ sơ: khu phố 2',
      '1. Thành phần hồ sơ nộp gồm:',
      'Thành phần hồ sơ',
      'Số lượng',
      'Tờ khai đăng ký khai sinh theo mẫu',
      '2. Số lượng hồ sơ: 01 bộ',
      '3. Thời gian giải quyết hồ sơ theo quy định là: Trong ngày',
      '4. Thời gian nhận hồ sơ: 09 giờ 30 phút, ngày 24 tháng 11 năm 2026',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 24 tháng 11 năm 2026',
      'https://dichvucong.example.vn/tra-cuu',
      'K7QX-M2PD',
      '0274 3822 825',
      '6. Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công phường Chánh Hiệp',
      'Có người hỗ trợ: Phạm Minh Thư – Đội hình tình nguyện phường Chánh Hiệp',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Lê Hoàng Phúc',
      DEMO_MARK,
    ]) {
      expect(text).toContain(line);
    }
    expect(pages(pdf)).toBe(1);
    expect(pdfFonts(pdf).every((font) => /Tinos.* yes yes yes/.test(font))).toBe(true);
    expect(pdfInfo(pdf)).toMatch(/Title: +GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ H29/);
  });

  test('its QR is read at 150 dpi', async () => {
    expect(pdfQr(await receiptPdf(sampleReceipt), 150)).toBe(sampleReceipt.qrText);
  });

  test('before reception it says so, promises nothing and nobody signs', async () => {
    const text = pdfText(await receiptPdf({ ...sampleReceipt, stage: 'submitted', channel: 'online', demo: false }));
    expect(text).toContain(LEGAL_NAME);
    expect(text).toMatch(/đang chờ cán bộ tiếp nhận.*dự kiến/);
    expect(text).toContain('4. Thời gian nộp hồ sơ: 09 giờ 30 phút');
    expect(text).toContain('giải quyết hồ sơ (dự kiến): 17 giờ');
    expect(text).not.toMatch(/Tiếp nhận hồ sơ của|NGƯỜI TIẾP NHẬN|BẢN CHẠY THỬ/);
  });

  test('received online: only the officer signs', async () => {
    const text = pdfText(await receiptPdf({ ...sampleReceipt, channel: 'online' }));
    expect(text).toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
    expect(text).not.toContain('NGƯỜI NỘP HỒ SƠ');
  });

  test('thirty papers and long names flow on, header and mark repeated, nothing lost', async () => {
    const papers = Array.from({ length: 30 }, (_, i) => ({ name: `Giấy tờ chứng minh thứ ${i + 1} hết`, original: 1 }));
    const email = `${'a'.repeat(64)}@${'b'.repeat(60)}.vn`;
    const pdf = await receiptPdf({
      ...sampleReceipt,
      papers,
      requester: { ...sampleReceipt.requester, name: `${'Nguyễn '.repeat(30)}Ánh`, email },
    });
    const text = pdfText(pdf);
    const count = (part: string) => text.split(part).length - 1;
    expect(pages(pdf)).toBe(2);
    for (const paper of papers) expect(text).toContain(paper.name);
    expect(count('Bản')).toBeGreaterThanOrEqual(6);
    expect(count('Mã hồ sơ: H29.25771-261124-0001')).toBe(2);
    expect(count(DEMO_MARK)).toBeGreaterThanOrEqual(2);
    expect(text).toContain('Trang 2/2');
    expect(count('Nguyễn')).toBeGreaterThanOrEqual(30);
  });

  test('markup in any field is printed as it was typed', async () => {
    const typed = (label: string) => `${label} #panic("x") $a$ *b* \\ "c" ] )`;
    const straight = (text: string) => text.replace(/\s+/g, ' ');
    const text = pdfText(
      await receiptPdf({
        ...sampleReceipt,
        requester: { name: typed('ten'), address: typed('diachi') },
        owner: { name: typed('chuho') },
        procedure: { code: '1.001193', name: typed('thutuc') },
        papers: [{ name: typed('giay'), original: 1 }],
        receivingUnit: typed('donvi'),
        resultPlace: typed('noi'),
        duration: typed('thoihan'),
        officer: typed('canbo'),
        helper: { name: 'Thư', team: typed('doi') },
      }),
    );
    const labels = ['ten', 'diachi', 'chuho', 'thutuc', 'giay', 'donvi', 'noi', 'thoihan', 'canbo', 'doi'];
    for (const label of labels) expect(straight(text), label).toContain(typed(label));
  });

  test('what was not given stays empty, for a pen', async () => {
    const text = pdfText(await receiptPdf({ ...sampleReceipt, requester: { name: 'Lê Thị Bé' }, dueAt: null }));
    expect(text).toMatch(/Số điện thoại: +Email: *\n/);
    expect(text).toContain('theo thông báo của cơ quan giải quyết');
  });
});
