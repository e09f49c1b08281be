/** The QR reader, in a chunk of its own: only who scans a card pays for it. Our own origin serves the WebAssembly. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

void prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });

/** Text of the first QR code in a picture. */
export async function readQr(image: ImageData): Promise<string | undefined> {
  const [code] = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 });
  return code?.isValid ? code.text : undefined;
}
