import type { Lang } from '../../ui/text.ts';

const vi = {
  title: 'Tên xã, phường hiện nay',
  lead: 'Từ 01/7/2025 nhiều xã, phường đã nhập lại hoặc đổi tên. Gõ tên bạn nhớ, chúng tôi chỉ tên đang dùng.',
  label: 'Tên xã, phường',
  hint: 'Ví dụ: Hiệp An, Thủ Dầu Một. Không cần gõ dấu.',
  search: 'Tìm',
  found: (text: string) => `Kết quả cho “${text}”`,
  none: 'Chưa thấy xã, phường nào như vậy',
  noneText: 'Hãy thử chỉ gõ tên xã, phường, bỏ số nhà và tên đường.',
  split:
    'Nếu nơi cũ được chia cho nhiều nơi, hãy xem giấy tờ gần đây hoặc hỏi tổ dân phố để biết nhà mình thuộc nơi nào.',
};

const en: typeof vi = {
  title: 'Today’s name of a commune or ward',
  lead: 'Since 1 July 2025 many communes and wards were merged or renamed. Type the name you remember.',
  label: 'Commune or ward',
  hint: 'For example: Hiep An, Thu Dau Mot. Accents are not needed.',
  search: 'Search',
  found: (text: string) => `Found for “${text}”`,
  none: 'No such commune or ward was found',
  noneText: 'Try the name of the commune or ward alone, without house number and street.',
  split: 'Where an old place was divided, look at a recent paper or ask your neighbourhood which part is yours.',
};

export const placesText = (lang: Lang): typeof vi => (lang === 'en' ? en : vi);
