/**
 * Asks one page over and over on kept-alive connections, in a process of its own, and checks every answer. Reads no more
 * of HTTP than it needs (status and length), so that it takes little of the machine from the server it measures.
 */
import { connect, type Socket } from 'node:net';

export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  readonly connections: number;
  readonly ms: number;
  /** Bytes of the body that every answer must have, give or take one in a hundred (times of day). */
  readonly bytes: number;
}

export interface LoadAnswer {
  readonly requests: number;
  readonly ms: number;
  readonly latencies: readonly number[];
}

function load({ port, path, cookie, connections, ms, bytes }: LoadOrder): Promise<LoadAnswer> {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`;
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + ms;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1');
      socket.setNoDelay(true);
      let got = '';
      let whole = 0;
      let askedAt = 0;
      const ask = () => {
        got = '';
        whole = 0;
        askedAt = performance.now();
        socket.write(request);
      };
      socket.setEncoding('latin1');
      socket.once('connect', ask);
      socket.once('error', reject);
      socket.once('close', () => resolve());
      socket.on('data', (chunk: string) => {
        got += chunk;
        if (whole === 0) {
          const head = got.indexOf('\r\n\r\n');
          if (head < 0) return;
          const length = Number(/\r\ncontent-length: (\d+)/i.exec(got.slice(0, head))?.[1]);
          if (!got.startsWith('HTTP/1.1 200') || !(Math.abs(length - bytes) <= bytes / 100)) {
            reject(new Error(`${path} answers otherwise than asked: ${got.slice(0, head)}`));
            socket.destroy();
            return;
          }
          whole = head + 4 + length;
        }
        if (got.length < whole) return;
        const now = performance.now();
        latencies.push(now - askedAt);
        if (now < deadline) ask();
        else socket.end();
      });
    });
  return Promise.all(Array.from({ length: connections }, one)).then(() => ({
    requests: latencies.length,
    ms: performance.now() - started,
    latencies,
  }));
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
