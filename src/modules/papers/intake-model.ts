export interface IntakeLimits {
  /** Bytes of the file as sent. */
  readonly maxBytes: number;
  /** Width × height before anything is decoded: a small file can unfold to gigabytes. */
  readonly maxPixels: number;
  /** Longest side of a kept photo in pixels: an A4 page at 210 dots per inch. */
  readonly maxSide: number;
  readonly maxPages: number;
}

/** Phones of today take 12 and 50 megapixel photos of 2 to 9 MB. */
export const DEFAULT_LIMITS: IntakeLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxPixels: 51_000_000,
  maxSide: 2480,
  maxPages: 60,
};

export interface AcceptedImage {
  readonly kind: 'image';
  readonly mime: 'image/jpeg';
  /** Re-encoded: upright, without any metadata (place, device, time). */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface AcceptedPdf {
  readonly kind: 'pdf';
  readonly mime: 'application/pdf';
  /** As sent: re-writing would break electronic signatures. */
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export type AcceptedUpload = AcceptedImage | AcceptedPdf;
