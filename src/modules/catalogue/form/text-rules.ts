import type { Lang } from '../../../platform/problem.ts';
import type { Text } from './field-model.ts';

/** A text of a form in a language; Vietnamese where the other one is missing. */
export const textIn = (text: Text, lang: Lang): string => (lang === 'en' && text.en ? text.en : text.vi);
