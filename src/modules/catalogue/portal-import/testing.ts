/** A made-up line in the portal's shape; nothing of it is taken from the portal. */
export const madeUpRecord = {
  ma_thu_tuc: '9.900001',
  detail_url: 'https://vi-du.example/thu-tuc/1',
  formality_id: '',
  ten_thu_tuc: 'Cấp thẻ đọc sách thiếu nhi',
  so_quyet_dinh: '11/QĐ-VD',
  cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
  loai_thu_tuc: 'Loại khác',
  linh_vuc: 'Thư viện',
  doi_tuong_thuc_hien: 'Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
  co_quan_co_tham_quyen: 'Thư viện xã',
  dia_chi_tiep_nhan: '',
  co_quan_duoc_uy_quyen: '',
  co_quan_phoi_hop: '',
  thu_tuc_lien_quan: 'Không có thông tin',
  trinh_tu_thuc_hien: 'Bước 1: Điền tờ khai.\nBước 2: Nộp hồ sơ; làm lại theo Bước 1 nếu thiếu.\n- Bước 3. Nhận thẻ.',
  cach_thuc_thuc_hien:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến2 Ngày làm việc5,000 Việt Nam Đồng(5.000 đồng/thẻ (thẻ đầu))' +
    'Nộp qua mạng, không cần đến Trực tiếp nơi nhận.Trực tiếp4 GiờMiễn phí',
  thanh_phan_ho_so:
    '* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai làm thẻ;Mau the (1).docx1 bản chính' +
    'Ảnh 2x31 bản chính,2 bản sao* Giấy tờ phải xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượngThẻ học sinh1 bản chính' +
    'Trẻ dưới sáu tuổi không cần thẻ học sinh.0 bản chính',
  can_cu_phap_ly:
    'Tên văn bản pháp lýMã văn bảnNghị định 1/2020/NĐ-CP1/2020/NĐ-CPLuật Sách 202012/2020/QH14' +
    'quy định thẻ đọc7/2021/TT-BTCThông tư sửa đổi Thông tư 7/2021/TT-BTC về thẻThông tư số 9/2022/TT-BVHTTDL',
  co_quan_thuc_hien: 'Thư viện xã',
  yeu_cau_dieu_kien: 'Không.',
  ket_qua_xu_ly:
    'Thẻ đọc sáchMã: KQ.Z99.000001Thông báo từ chốiMã: KQ.Z99.000002Từ khóaKhông có thông tinMô tảKhông có thông tin' +
    'Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Bộ ngành --Đơn vị-- Chọn Cơ sở --Nộp hồ sơ',
  bo: 'bo-vi-du',
};

export const madeUpLine = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ ...madeUpRecord, ...changes });
