import {
  type Answers,
  type AnswerValue,
  type CheckCitizenNo,
  type Field,
  type Form,
  type FormContext,
  validateAll,
  visiblePages,
} from '../../modules/catalogue/index.ts';

export interface DemoApplicant {
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string;
  readonly sex: 'nam' | 'nu';
  readonly citizenNo: string;
  /** 0xxxxxxxxx. */
  readonly phone: string;
}

/**
 * Answers that make any of our forms complete, for invented applicants: goes through the visible pages again and
 * again, since answers open further pages, and fills each required field by its type.
 */
export function fillForm(form: Form, person: DemoApplicant, today: string, checkCitizenNo: CheckCitizenNo): Answers {
  let answers: Record<string, AnswerValue> = {};
  for (let round = 0; round < 20; round += 1) {
    const before = Object.keys(answers).length;
    for (const { fields } of visiblePages(form, answers)) {
      for (const field of fields) {
        if (answers[field.key] === undefined && field.required !== false && field.type !== 'file') {
          answers = { ...answers, [field.key]: valueFor(field, person, today) };
        }
      }
    }
    if (Object.keys(answers).length === before) break;
  }
  const attached = Object.fromEntries(paperKeys(form, answers).map((key) => [key, 1]));
  const context: FormContext = { today, lang: 'vi', checkCitizenNo, attached };
  const { ok, errors } = validateAll(form, answers, context);
  if (!ok) throw new Error(`Demo answers of ${form.code} are not complete: ${JSON.stringify(errors)}`);
  return answers;
}

/** Required papers of the visible pages. */
export const paperKeys = (form: Form, answers: Answers): string[] =>
  visiblePages(form, answers).flatMap(({ fields }) =>
    fields.flatMap((field) => (field.type === 'file' && field.required !== false ? [field.paper] : [])),
  );

function valueFor(field: Field, person: DemoApplicant, today: string): AnswerValue {
  const own = field.fill?.person === 'requester';
  switch (field.type) {
    case 'person-name':
      return own ? person.name : `${person.name.split(' ')[0]} Mẫu An`;
    case 'date':
      return own ? person.dateOfBirth : lastWeek(today);
    case 'date-or-year':
      return own ? person.dateOfBirth : '1994';
    case 'sex':
      return person.sex;
    case 'choice':
      return field.options[0]?.value ?? '';
    case 'ethnicity':
      return 'Kinh';
    case 'nationality':
      return 'Việt Nam';
    case 'citizen-no':
      return person.citizenNo;
    case 'phone':
      return person.phone;
    case 'email':
      return 'mau@example.invalid';
    case 'place':
      return { detail: '12/3 Đường Mẫu 1', commune: 'Phường Chánh Hiệp', province: 'Thành phố Hồ Chí Minh' };
    case 'number':
      return String(field.minimum ?? 1);
    case 'statement':
      return 'yes';
    default:
      return 'Nội dung mẫu của bản chạy thử';
  }
}

/** A newborn of the demo is a week old. */
const lastWeek = (today: string): string => new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10);
