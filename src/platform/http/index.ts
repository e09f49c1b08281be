export { type Assets, loadAssets } from './assets.ts';
export { compression } from './compression.ts';
export { sendCacheable } from './etag.ts';
export { langOf, rememberLang } from './lang.ts';
export { type Page, sendPage } from './page.ts';
export { sharedPart } from './part.ts';
export { ProblemBody } from './problem-schema.ts';
export { RefusalError } from './refusal-error.ts';
export { secure } from './security.ts';
