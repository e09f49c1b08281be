import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  readonly refusals: Counter<'code'>;
  /** One-time codes by channel (`http`, `smpp`) and result (`sent`, or why not). */
  readonly codes: Counter<'channel' | 'result'>;
  readonly slowQueries: Counter;
}

/** Prometheus metrics of one process. Labels carry route patterns, never addresses or ids. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'baccau_http_request_seconds',
      help: 'Duration of HTTP requests by route, method and status',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 0.5, 1, 3],
      registers: [registry],
    }),
    refusals: new Counter({
      name: 'baccau_refusals_total',
      help: 'Typed refusals by code',
      labelNames: ['code'],
      registers: [registry],
    }),
    codes: new Counter({
      name: 'baccau_codes_total',
      help: 'One-time codes by channel and result',
      labelNames: ['channel', 'result'],
      registers: [registry],
    }),
    slowQueries: new Counter({
      name: 'baccau_slow_queries_total',
      help: 'Statements that took longer than BACCAU_SLOW_QUERY_MS',
      registers: [registry],
    }),
  };
}
