import { createServer, type Server } from 'node:http';

/**
 * Plain HTTP that only shows the way to the origin, never to a host that the request names. A form that was sent here
 * has been readable on the way: it is refused, so that the mistake is seen and not repeated.
 */
export const createRedirect = (origin: string): Server =>
  createServer((request, reply) => {
    const safe = request.method === 'GET' || request.method === 'HEAD';
    const path = request.url?.startsWith('/') ? request.url : '/';
    // Concatenated, not resolved: a path like //elsewhere stays a path of this origin.
    if (safe) reply.writeHead(308, { location: `${origin}${path}`, 'content-length': 0 });
    else reply.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
    reply.end(safe ? undefined : `Chỉ nhận dữ liệu qua kết nối mã hoá. Mời mở ${origin} và gửi lại.\n`);
  });

/** Resolves when it listens. @throws when the port is taken or not allowed */
export const listenAt = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve());
  });
