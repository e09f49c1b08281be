import type { ReceiptData } from './receipt-model.ts';

/** An invented receipt for tests and the preview script; numbers are of the demo. */
export const sampleReceipt: ReceiptData = {
  stage: 'received',
  demo: true,
  channel: 'counter',
  superior: 'UBND PHƯỜNG CHÁNH HIỆP',
  issuer: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  receivingUnit: 'Trung tâm Phục vụ hành chính công phường Chánh Hiệp',
  place: 'Chánh Hiệp',
  issuedAt: new Date('2026-11-24T02:31:00Z'),
  code: 'H29.25771-261124-0001',
  requester: {
    name: 'Nguyễn Thị Ngọc Ánh',
    address: '12/3 khu phố 2, phường Chánh Hiệp, Thành phố Hồ Chí Minh',
    phone: '0912 345 678',
    email: 'anh.nguyen@example.vn',
    idNumber: '074***…123',
  },
  owner: { name: 'Trần Văn Khánh', address: 'khu phố 2, phường Chánh Hiệp, Thành phố Hồ Chí Minh' },
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  papers: [
    { name: 'Tờ khai đăng ký khai sinh theo mẫu', original: 1 },
    { name: 'Giấy chứng sinh do cơ sở y tế nơi trẻ sinh ra cấp', original: 1 },
    { name: 'Văn bản ủy quyền (nếu ủy quyền cho người khác đi đăng ký)', certifiedCopy: 1, electronic: 1 },
  ],
  sets: 1,
  duration: 'Trong ngày; nhận sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo',
  receivedAt: new Date('2026-11-24T02:30:00Z'),
  dueAt: new Date('2026-11-24T10:00:00Z'),
  lookup: { url: 'https://dichvucong.example.vn/tra-cuu', secret: 'K7QX-M2PD', hotline: '0274 3822 825' },
  qrText: 'https://dichvucong.example.vn/tra-cuu?ma=H29.25771-261124-0001&bm=K7QXM2PD',
  resultPlace: 'Trung tâm Phục vụ hành chính công phường Chánh Hiệp',
  officer: 'Lê Hoàng Phúc',
  helper: { name: 'Phạm Minh Thư', team: 'Đội hình tình nguyện phường Chánh Hiệp' },
};
