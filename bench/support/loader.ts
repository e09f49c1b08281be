/**
 * Asks one page over and over on kept-alive connections, in a process of its own, and checks every answer. Reads no more
 * of HTTP than it needs (status and length), so that it takes little of the machine from the server it measures.
 */
import { connect, type Socket } from 'node:net';

export type Encoding = '' | 'zstd';

export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  /** As browsers ask over https, `zstd`; empty: as it is. */
  readonly encoding: Encoding;
  readonly connections: number;
  /** Ends after this time… */
  readonly ms: number;
  /** …or after so many answers, whichever is first. */
  readonly requests: number | null;
  /** Bytes that every answer's body must have, give or take one in twenty (times of day, compression, chunks). */
  readonly bytes: number;
}

export interface LoadAnswer {
  readonly requests: number;
  readonly ms: number;
  readonly latencies: readonly number[];
}

function load({ port, path, cookie, encoding, connections, ms, requests, bytes }: LoadOrder): Promise<LoadAnswer> {
  const accept = encoding ? `accept-encoding: ${encoding}\r\n` : '';
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n${accept}\r\n`;
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + ms;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      let got = '';
      let askedAt = 0;
      const ask = () => {
        got = '';
        askedAt = performance.now();
        socket.write(request);
      };
      socket.setEncoding('latin1');
      socket.once('connect', ask);
      socket.once('error', reject);
      socket.once('close', () => resolve());
      socket.on('data', (chunk: string) => {
        got += chunk;
        const body = bodyBytes(got);
        if (body === null) return;
        const now = performance.now();
        if (!got.startsWith('HTTP/1.1 200') || Math.abs(body - bytes) > bytes / 20) {
          reject(new Error(`${path} answers otherwise than asked (${body} bytes for ${bytes}): ${got.slice(0, 300)}`));
          socket.destroy();
          return;
        }
        latencies.push(now - askedAt);
        if (now < deadline && latencies.length < (requests ?? Number.POSITIVE_INFINITY)) ask();
        else socket.end();
      });
    });
  return Promise.all(Array.from({ length: connections }, one)).then(() => ({
    requests: latencies.length,
    ms: performance.now() - started,
    latencies,
  }));
}

const LAST_CHUNK = '\r\n0\r\n\r\n';

/** Bytes of the answer's body once it is whole, else null. Chunk marks count as body: they are a few bytes. */
function bodyBytes(answer: string): number | null {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const body = answer.length - head - 4;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  if (length !== undefined) return body >= Number(length) ? body : null;
  return answer.endsWith(LAST_CHUNK) ? body : null;
}

process.on('disconnect', () => process.exit());
process.on('message', (order) => {
  load(order as LoadOrder).then(
    (answer) => process.send?.(answer),
    (error) => {
      process.stderr.write(`${error}\n`);
      process.exit(1);
    },
  );
});
