export { cleanText, type Json } from './clean.ts';
export { qrDataUri, qrSvg } from './qr.ts';
export { type RenderOptions, renderTypst } from './typst.ts';
