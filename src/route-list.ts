import type { FastifyInstance } from 'fastify';
import { guardOf, type RouteGuard } from './modules/identity/index.ts';

/** A registered route with what it declares about who may come in. */
export interface ListedRoute {
  readonly method: string;
  /** Pattern, e.g. `/desk/ho-so/:dossierId`. */
  readonly url: string;
  /** Null: everybody. */
  readonly guard: RouteGuard | null;
}

const lists = new WeakMap<FastifyInstance, ListedRoute[]>();

/** Notes every route from now on; call it before routes are registered. */
export function listRoutes(app: FastifyInstance): void {
  const routes: ListedRoute[] = [];
  lists.set(app, routes);
  app.addHook('onRoute', ({ method, url, onRequest }) => {
    for (const one of [method].flat()) {
      // Fastify adds HEAD beside each GET, with the same guard.
      if (one !== 'HEAD') routes.push({ method: one, url, guard: guardOf(onRequest) });
    }
  });
}

/** Every route of a built server, by address. */
export const routesOf = (app: FastifyInstance): readonly ListedRoute[] =>
  [...(lists.get(app) ?? [])].sort((a, b) => (`${a.url} ${a.method}` < `${b.url} ${b.method}` ? -1 : 1));
