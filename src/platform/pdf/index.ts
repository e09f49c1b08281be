export type { Json } from './clean.ts';
export { qrDataUri, qrSvg } from './qr.ts';
export { renderTypst } from './typst.ts';
