const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** @param host a name or an address, without a port */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host);

/** The same for an address as a socket tells it (`::ffff:127.0.0.1`). */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && isLoopback(address.replace(/^::ffff:/, ''));
