import { getContext, hasContext, setContext } from 'svelte';
import { type Lang, type UiText, uiText } from '../../text.ts';

const KEY = 'baccau-lang';

/** Layouts call this once; every component inside then speaks that language. */
export function provideLang(lang: Lang): void {
  setContext(KEY, lang);
}

/** Language of the surrounding layout; Vietnamese outside of one (an island mounted alone). */
export function useLang(): Lang {
  return hasContext(KEY) ? getContext<Lang>(KEY) : 'vi';
}

export const useText = (): UiText => uiText(useLang());
