// Owns reading one line of an edge's access log (JSON, docs/watching.md): which request it was, as far as the log says. It must not keep
// what could name a voter: addresses of machines and queries are dropped here, and nobody sees them afterwards.

/** What a request asked for. `other`: nothing that there is. */
export const REQUEST_CLASSES = ['pointer', 'object', 'page', 'site', 'other'] as const;
export type RequestClass = (typeof REQUEST_CLASSES)[number];

/** One request: `{timeMs: 1793707200123, status: 200, class: 'object', method: 'GET', bytes: 5120, durationMs: 0.4, cache: null, agent: 'curl/8', path: null}`. */
export interface LogLine {
  readonly timeMs: number;
  readonly status: number;
  readonly class: RequestClass;
  readonly method: string;
  readonly bytes: number;
  /** null where the log does not say. */
  readonly durationMs: number | null;
  /** What the edge's cache had: `HIT`, `MISS`, `STALE` …; null where there is no cache. */
  readonly cache: string | null;
  readonly agent: string;
  /** Without its query. The edge writes it for refused requests only; null for others. */
  readonly path: string | null;
}

/** The request of a line; null where the line is cut, or no such JSON. */
export function readLogLine(line: string): LogLine | null {
  let value: Readonly<Record<string, unknown>>;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const timeMs = timeOf(value.time);
  const status = numberOf(value.status);
  if (timeMs === null || status === null || status < 100 || status > 599) return null;
  const path = typeof value.path === 'string' && value.path !== '' ? withoutQuery(value.path) : null;
  return {
    timeMs,
    status,
    class: REQUEST_CLASSES.find((each) => each === value.class) ?? classOf(path),
    method: textOf(value.method) ?? '',
    bytes: numberOf(value.bytes) ?? 0,
    durationMs: durationOf(value),
    cache: textOf(value.cache),
    agent: textOf(value.agent) ?? '',
    path,
  };
}

/** nginx's `$msec` (unix seconds with milliseconds), milliseconds, or ISO 8601. */
function timeOf(value: unknown): number | null {
  const number = numberOf(value);
  if (number !== null) return number <= 0 ? null : number < 1e11 ? Math.round(number * 1000) : number;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** `durationMs` in milliseconds, or nginx's `$request_time`, `duration`, in seconds. */
function durationOf(value: Readonly<Record<string, unknown>>): number | null {
  const ms = numberOf(value.durationMs);
  if (ms !== null) return ms;
  const secondsTaken = numberOf(value.duration);
  return secondsTaken === null ? null : secondsTaken * 1000;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** nginx writes `-` or nothing for what there is not. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value !== '-' ? value : null;
}

function withoutQuery(path: string): string {
  return path.replace(/[?#].*$/s, '');
}

function classOf(path: string | null): RequestClass {
  if (path === null) return 'other';
  if (path === '/v1/current.json') return 'pointer';
  if (/^\/v1\/objects\/[0-9a-f]{64}\.json$/.test(path)) return 'object';
  if (path.startsWith('/p/')) return 'page';
  return 'other';
}
