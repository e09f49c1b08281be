const FILE_END = /\.(?:docx?|pdf|xlsx?|rar|zip|odt|rtf|jpe?g|png|tiff?)$/iu;
/** File names are short; looking further back would find seams inside the paper's own name. */
const LONGEST_FILE_NAME = 130;
/** A file name usually begins with one of these, glued to the text before it. */
const KNOWN_START = /(?<=[^\s(\-_.])(?=(?:Mẫu|MẪU|Mau|Phụ lục|Phu luc|PL|Biểu mẫu|Tờ khai|TK|Đơn)[\s\d_.\-a-zà-ỹ])/gu;
/** Else where a sentence ends and a letter or digit follows without a space. */
const AFTER_SENTENCE = /(?<=[\p{L})”"][.;:]|[)”";])(?=[\p{L}\d])/gu;
/** Else where a capital stands straight behind a small letter. */
const CAPITAL_BEHIND_SMALL = /(?<=\p{Ll})(?=\p{Lu})/gu;
const AFTER_FILE = /(?<=\.(?:docx|doc(?!x)|pdf|xlsx|xls(?!x)))(?=[\p{L}\d])/giu;

function startOfFileName(tail: string): number {
  const files = [...tail.matchAll(AFTER_FILE)].map((seam) => seam.index);
  const behindFile = files.at(-1);
  if (behindFile !== undefined) return behindFile;
  for (const seam of [AFTER_SENTENCE, KNOWN_START, CAPITAL_BEHIND_SMALL]) {
    const first = [...tail.matchAll(seam)][0]?.index;
    if (first !== undefined && first > 0) return first;
  }
  return -1;
}

/**
 * Splits the names of attached forms from the end of a paper's name, to which the portal's table was glued:
 * "Tờ khai theo mẫu;Mau 1.docxMau 2.docx" → the name and two forms. Where no seam is found the name stays whole.
 */
export function splitFormNames(text: string): { name: string; formNames: string[] } {
  const formNames: string[] = [];
  let name = text.trim();
  for (;;) {
    const from = Math.max(0, name.length - LONGEST_FILE_NAME);
    const tail = name.slice(from);
    const at = FILE_END.test(tail) ? startOfFileName(tail) : -1;
    if (at < 0) break;
    formNames.unshift(name.slice(from + at).trim());
    name = name.slice(0, from + at).trim();
  }
  return { name, formNames };
}
