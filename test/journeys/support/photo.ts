import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Photo } from './fill.ts';

const paper = (title: string, lines: readonly string[]): string => `
  <svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">
    <rect width="1600" height="1200" fill="#6b5a48"/>
    <rect x="140" y="90" width="1320" height="1020" fill="#fdfcf4" transform="rotate(-1.5 800 600)"/>
    <text x="800" y="260" font-size="64" font-weight="700" text-anchor="middle" font-family="sans-serif">${title}</text>
    ${lines.map((line, index) => `<text x="260" y="${400 + index * 90}" font-size="44" font-family="sans-serif">${line}</text>`).join('')}
  </svg>`;

/** Where the phone says it stood: must not be found in what is stored. */
export const GPS_LATITUDE = '10/1 58/1 5112/100';

/** A photographed paper as a phone makes it: with its model, the time and the place in the EXIF data. */
export async function photographed(
  title: string,
  lines: readonly string[] = ['BẢN MẪU, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'],
): Promise<Photo> {
  const buffer = await sharp(Buffer.from(paper(title, lines)))
    .jpeg({ quality: 80 })
    .withExif({
      IFD0: { Make: 'MayAnhMau', Model: 'Dien thoai mau', Copyright: 'EXIF-MARK' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: GPS_LATITUDE,
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 39/1 900/100',
      },
    })
    .toBuffer();
  return { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer };
}

/** A one-page PDF, as an officer's scanner makes it. */
export async function scannedPdf(text: string): Promise<Photo> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(text, { x: 72, y: 720, size: 18 });
  return { name: 'ket-qua.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await document.save()) };
}
