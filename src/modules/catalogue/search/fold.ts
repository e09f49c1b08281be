/** Tone marks; the marks that make other vowels (â, ê, ô, ă, ơ, ư) are not among them. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** Text without accents and case: NFD, marks off, đ → d. "Đăng ký" and "dang ky" become the same. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** i and y are one letter at the end of an open syllable: "kí" = "ký", "lí" = "lý"; not in "uy", "ay", "ây". */
const oneI = (word: string): string => (/^[b-df-hj-np-tv-z]{1,3}y$/.test(word) ? `${word.slice(0, -1)}i` : word);

/** The folded words of a text, as they stand in the index. */
export const foldedWords = (text: string): string[] =>
  foldText(text)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '')
    .map(oneI);

/** `accent` is the word with its accents in one canonical form, so that hòa = hoà and ký = kí. */
export type Word = { fold: string; accent: string };

/** Canonical accented form: vowels keep their own marks, the tone is moved behind the syllable. */
function accentOf(word: string): string {
  const apart = word.normalize('NFD').toLowerCase().replace(/đ/g, 'đ');
  const tone = apart.match(TONES)?.join('') ?? '';
  return oneI(apart.replace(TONES, '')) + tone;
}

/** The words of a text as they stand there. */
export const splitWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');

export const wordOf = (raw: string): Word => ({ fold: oneI(foldText(raw)), accent: accentOf(raw) });

/** The words of a text in both forms, in order. */
export const wordsOf = (text: string): Word[] => splitWords(text).map(wordOf);

/** True where the word was typed with accents (or with đ). */
export const isAccented = (word: Word): boolean => word.accent !== word.fold;
