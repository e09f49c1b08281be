export { type Assets, loadAssets } from './assets.ts';
export { langOf, rememberLang } from './lang.ts';
export { escapeHtml, type Page, sendPage } from './page.ts';
export { RefusalError } from './refusal-error.ts';
export { secure } from './security.ts';
