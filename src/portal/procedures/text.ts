import type { Lang } from '../../platform/problem.ts';

/** Words of the lists and of what lists and pages share. */
const vi = {
  list: {
    title: 'Tìm thủ tục',
    label: 'Bạn cần làm gì?',
    hint: 'Gõ như bạn vẫn nói, có dấu hay không dấu đều được. Ví dụ: “làm giấy khai sinh”, “sao y”, “mo quan”.',
    found: (count: number, q: string) => `${count} thủ tục cho “${q}”`,
    foundMany: (count: number, q: string) => `${count} thủ tục gần nhất cho “${q}”`,
    cut: 'Câu bạn gõ khá dài nên chúng tôi chỉ dùng phần đầu. Vài từ chính thường là đủ.',
    notThese: 'Chưa thấy việc bạn cần?',
    notTheseText: 'Thử vài từ khác, xem theo lĩnh vực, hoặc gọi để hỏi: không cần biết tên thủ tục.',
    ours: 'Việc người dân hay làm nhất',
    fields: 'Tất cả thủ tục của xã, phường, theo lĩnh vực',
    inField: (count: number) => `${count} thủ tục của xã, phường`,
    count: (count: number) => `${count} thủ tục`,
    all: 'Xem tất cả lĩnh vực',
    emptyField: 'Chưa có thủ tục nào trong lĩnh vực này',
    emptyFieldText: 'Có thể đường dẫn đã cũ. Mời chọn lại lĩnh vực, hoặc tìm bằng lời của bạn.',
  },
  none: {
    title: (q: string) => `Chưa tìm thấy thủ tục cho “${q}”`,
    text: 'Không phải lỗi của bạn: tên thủ tục thường rất khó nhớ. Bạn thử một trong các cách này.',
    ways: [
      'Gõ ít từ hơn: chỉ một, hai từ chính, ví dụ “khai sinh”, “tạm trú”, “hộ kinh doanh”.',
      'Gõ bằng từ khác, đúng như bạn nói ở nhà, ví dụ “giấy độc thân”, “cắt khẩu”, “sao y”.',
      'Xem các thủ tục của xã, phường theo lĩnh vực.',
    ],
    examples: 'Tìm thử',
    exampleQueries: ['khai sinh', 'tạm trú', 'sao y', 'hộ kinh doanh'],
    call: 'Hoặc gọi để có người tìm giúp. Bạn chỉ cần kể việc của mình.',
  },
  unknown: {
    title: 'Không có thủ tục mang mã này',
    lead: (code: string) => `Chúng tôi không có thủ tục “${code}”. Có thể mã gõ sai, hoặc thủ tục đã bị bãi bỏ.`,
    search: 'Tìm bằng lời của bạn',
  },
  agency: { 'ubnd-xa': 'Ủy ban nhân dân xã, phường', 'cong-an-xa': 'Công an xã, phường' },
  levels: {
    central: 'Bộ, ngành ở trung ương',
    province: 'Cơ quan của tỉnh, thành phố',
    district: 'Cấp huyện (trước ngày 1/7/2025)',
    commune: 'Xã, phường',
    other: 'Cơ quan khác',
  } as Record<string, string>,
  unknownAgency: 'Chưa rõ cơ quan',
  routes: {
    here: 'Nộp ngay tại đây',
    'national-portal': 'Nộp trên Cổng Dịch vụ công quốc gia',
    'provincial-portal': 'Nộp trên cổng dịch vụ công của tỉnh',
    counter: 'Mang giấy tờ đến quầy',
  },
  noRoute: 'Chưa nhận tại đây',
  channels: { online: 'trực tuyến', post: 'qua bưu điện', 'in-person': 'tại quầy' } as Record<string, string>,
  filedBy: (ways: string) => `Nộp ${ways}`,
  or: ' hoặc ',
};

export type ListText = typeof vi;

const en: ListText = {
  list: {
    title: 'Find a procedure',
    label: 'What do you need to do?',
    hint: 'Type it the way you would say it. Vietnamese words work best, with or without accents, for example “khai sinh” (birth) or “ket hon” (marriage).',
    found: (count, q) => (count === 1 ? `1 procedure for “${q}”` : `${count} procedures for “${q}”`),
    foundMany: (count, q) => `The ${count} closest procedures for “${q}”`,
    cut: 'Your question is rather long, so only its first part was used. A few key words are usually enough.',
    notThese: 'Not what you need?',
    notTheseText:
      'Try other words, browse by field, or call and ask: you do not have to know the name of the procedure.',
    ours: 'What people need most',
    fields: 'All procedures of wards and communes, by field',
    inField: (count) =>
      count === 1 ? '1 procedure of wards and communes' : `${count} procedures of wards and communes`,
    count: (count) => (count === 1 ? '1 procedure' : `${count} procedures`),
    all: 'See all fields',
    emptyField: 'There are no procedures in this field',
    emptyFieldText: 'The address may be out of date. Please choose a field again, or search in your own words.',
  },
  none: {
    title: (q) => `No procedure found for “${q}”`,
    text: 'It is not your fault: the names of procedures are hard to remember. Try one of these ways.',
    ways: [
      'Type fewer words: one or two that matter, such as “khai sinh” (birth) or “tạm trú” (temporary residence).',
      'Use other words, the way people say it at home.',
      'Browse the procedures of wards and communes by field.',
    ],
    examples: 'Try',
    exampleQueries: ['khai sinh', 'kết hôn', 'tạm trú', 'hộ kinh doanh'],
    call: 'Or call, and somebody will search with you. Just say what you need to do.',
  },
  unknown: {
    title: 'There is no procedure with this code',
    lead: (code) => `We have no procedure “${code}”. The code may be mistyped, or the procedure has been abolished.`,
    search: 'Search in your own words',
  },
  agency: {
    'ubnd-xa': 'People’s Committee of the ward or commune',
    'cong-an-xa': 'Police of the ward or commune',
  },
  levels: {
    central: 'Ministry or central agency',
    province: 'Province or city agency',
    district: 'District (before 1 July 2025)',
    commune: 'Ward or commune',
    other: 'Another agency',
  },
  unknownAgency: 'Agency not known',
  routes: {
    here: 'File it right here',
    'national-portal': 'File on the National Public Service Portal',
    'provincial-portal': 'File on the provincial portal',
    counter: 'Bring your papers to the counter',
  },
  noRoute: 'Not taken here yet',
  channels: { online: 'online', post: 'by post', 'in-person': 'at the counter' },
  filedBy: (ways) => `Filed ${ways}`,
  or: ' or ',
};

export const listText = (lang: Lang): ListText => (lang === 'en' ? en : vi);
