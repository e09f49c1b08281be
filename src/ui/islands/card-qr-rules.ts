/**
 * Whether a text may be the QR code of a CCCD or căn cước card: at least seven parts between bars, the first a number
 * of 12 digits. What it says is read on the server; this only tells it from other codes in the picture.
 */
export const looksLikeCard = (text: string): boolean => /^\d{12}\|/.test(text) && text.split('|').length >= 7;
