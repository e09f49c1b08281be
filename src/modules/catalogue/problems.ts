import { defineProblems } from '../../platform/problem.ts';

export const refuse = defineProblems('catalogue', {
  'not-found': {
    status: 404,
    vi: 'Không có thủ tục mang mã này. Mời tìm lại theo tên, ví dụ “khai sinh”.',
    en: 'There is no procedure with this code. Please search by name, for example “khai sinh”.',
  },
  'not-filed-here': {
    status: 422,
    vi: 'Thủ tục này không nộp tại đây. Mời xem trang thủ tục để biết nộp ở đâu, hoặc gọi đường dây nóng của phường để được hướng dẫn.',
    en: 'This procedure is not filed here. Please see its page for where to file it, or call the ward’s hotline.',
  },
  'unit-unknown': {
    status: 404,
    vi: 'Không có xã, phường nào mang mã {code}. Hãy bỏ trống để lấy đơn vị của hệ thống này, hoặc tra mã ở /api/v1/units.',
    en: 'There is no commune with the code {code}. Leave it out for this system’s own unit, or look codes up in /api/v1/units.',
  },
});
