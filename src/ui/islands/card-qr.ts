/**
 * Reads the QR code of an ID card by camera or from a photo, fills the box `cardQr` and sends its form.
 * Attaches to `form[data-card-qr]` (see CardScan). The reader (WebAssembly, 1 MB) is fetched when first wanted.
 */
import { looksLikeCard } from './card-qr-rules.ts';

/** Between two looks at the camera's picture: a phone of 2018 needs about 100 ms for one. */
const LOOK_MS = 150;
/** Longest side of a picture handed to the reader, in pixels; the card's code is dense (version 8–10). */
const MOST_PIXELS = 1600;

type Read = (image: ImageData) => Promise<string | undefined>;
let reader: Promise<Read> | undefined;

function loadReader(): Promise<Read> {
  reader ??= import('./card-qr-reader.ts').then(({ readQr }) => readQr);
  return reader;
}

function imageOf(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (!drawing || canvas.width === 0) return undefined;
  drawing.drawImage(source, 0, 0, canvas.width, canvas.height);
  return drawing.getImageData(0, 0, canvas.width, canvas.height);
}

async function hasCamera(): Promise<boolean> {
  if (!navigator.mediaDevices?.getUserMedia) return false;
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices.some(({ kind }) => kind === 'videoinput');
}

function attach(form: HTMLFormElement, tools: HTMLElement): void {
  const text = (name: string) => form.dataset[`text${name}`] ?? '';
  const box = form.elements.namedItem('cardQr') as HTMLTextAreaElement;
  const look = form.querySelector('button')?.className ?? '';
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  let stop = () => {};

  function found(card: string | undefined): boolean {
    if (!card || !looksLikeCard(card)) return false;
    stop();
    box.value = card;
    form.requestSubmit();
    return true;
  }

  function button(words: string, press: () => void): HTMLButtonElement {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = look;
    made.textContent = words;
    made.addEventListener('click', press);
    return made;
  }

  async function watch(open: HTMLButtonElement): Promise<void> {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    const close = button(text('Stop'), () => stop());
    let stream: MediaStream;
    try {
      const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    } catch {
      status.textContent = text('Denied');
      return;
    }
    let watching = true;
    stop = () => {
      watching = false;
      for (const track of stream.getTracks()) track.stop();
      video.remove();
      close.remove();
      open.hidden = false;
    };
    addEventListener('pagehide', () => stop(), { once: true });
    open.hidden = true;
    video.srcObject = stream;
    status.textContent = text('Aim');
    tools.append(video, close);
    await video.play();
    const read = await loadReader();
    while (watching) {
      const image = imageOf(video, video.videoWidth, video.videoHeight);
      if (image && found(await read(image))) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    status.textContent = '';
  }

  async function readPhoto(file: File): Promise<void> {
    status.textContent = '…';
    const picture = await createImageBitmap(file).catch(() => undefined);
    const image = picture && imageOf(picture, picture.width, picture.height);
    const card = image && (await (await loadReader())(image));
    if (!found(card)) status.textContent = text('None');
  }

  const photo = document.createElement('input');
  photo.type = 'file';
  photo.accept = 'image/*';
  photo.hidden = true;
  photo.addEventListener('change', () => {
    const file = photo.files?.[0];
    if (file) void readPhoto(file);
    photo.value = '';
  });
  tools.append(
    button(text('Photo'), () => photo.click()),
    photo,
    status,
  );
  tools.hidden = false;
  void hasCamera().then((there) => {
    if (!there) return;
    const open = button(text('Camera'), () => void watch(open));
    tools.prepend(open);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-card-qr]')) {
  const tools = form.querySelector<HTMLElement>('[data-card-qr-tools]');
  if (tools) attach(form, tools);
}
