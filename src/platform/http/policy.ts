/** Content security policies. Nothing inline runs anywhere; what a page loads carries the nonce of that very answer. */

/** For answers that are not pages (files, JSON, redirects): shown by themselves they may load and run nothing. */
export const NOTHING = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"].join(
  '; ',
);

/** For a page. Modules that an island imports inherit its nonce, so no host or path has to be trusted. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    // WebAssembly is compiled only by the card reader; strings are never code.
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** The card reader wants the camera; nothing here wants anything else of the device. */
export const PERMISSIONS = [
  'camera=(self)',
  ...[
    'accelerometer',
    'autoplay',
    'bluetooth',
    'browsing-topics',
    'display-capture',
    'encrypted-media',
    'fullscreen',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'publickey-credentials-create',
    'publickey-credentials-get',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((feature) => `${feature}=()`),
].join(', ');

/** One year; not for subdomains, which are other people's. */
export const HSTS = 'max-age=31536000';
