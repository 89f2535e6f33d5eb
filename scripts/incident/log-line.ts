// Owns reading one line of an edge's access log (JSON, docs/watching.md): which request it was, as far as the log says. It must not keep
// what could name a voter: addresses of machines and queries are dropped here, and nobody sees them afterwards.

/** What a request asked for, as the edge's log has it (docs/edge.md). `other`: nothing that there is. */
export const REQUEST_CLASSES = [
  'pointer',
  'object',
  'page',
  'asset',
  'plain',
  'zips',
  'site',
  'office',
  'office-api',
  'other',
] as const;
export type RequestClass = (typeof REQUEST_CLASSES)[number];

/** One line: `{timeMs: 1793707200123, status: 200, class: 'object', method: 'GET', bytes: 5120, durationMs: 0.4, cache: null, agent: 'browser', path: null, weight: 1}`. */
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
  /** How many requests the line stands for: the edge writes every hundredth of a busy connection. */
  readonly weight: number;
}

/** What became of a request: `given`, `failed` (the edge could not, or would not in time), `refused` (there is no such thing). */
export type Fate = 'given' | 'failed' | 'refused';

/** By its status. 429 and nginx' 444 and 499 are failures: somebody who was to get an answer may not have got it. */
export function fateOf({ status }: Pick<LogLine, 'status'>): Fate {
  if (status < 400) return 'given';
  return status >= 500 || [408, 429, 444, 499].includes(status) ? 'failed' : 'refused';
}

/** Whether it asked, by GET or HEAD, for something that voters need. */
export function isForVoters({ class: asked, method }: Pick<LogLine, 'class' | 'method'>): boolean {
  const isDesk = asked === 'office' || asked === 'office-api';
  return !isDesk && asked !== 'other' && (method === 'GET' || method === 'HEAD');
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
    weight: Math.max(1, numberOf(value.weight) ?? 1),
  };
}

/** No clock is later; the calendar itself ends somewhere. */
const LATEST_MS = Date.UTC(2100, 0);

/** nginx's `$msec` (unix seconds with milliseconds), milliseconds, or ISO 8601. A damaged one is none. */
function timeOf(value: unknown): number | null {
  const number = numberOf(value);
  const time = number ?? (typeof value === 'string' ? Date.parse(value) : Number.NaN);
  const ms = number !== null && number < 1e11 ? Math.round(number * 1000) : time;
  return ms > 0 && ms <= LATEST_MS ? ms : null;
}

/** `seconds` is nginx's `$request_time`; other logs may have `durationMs`. */
function durationOf(value: Readonly<Record<string, unknown>>): number | null {
  const ms = numberOf(value.durationMs);
  if (ms !== null) return ms;
  const taken = numberOf(value.seconds);
  return taken === null ? null : taken * 1000;
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
  if (path.startsWith('/p/')) return 'plain';
  return 'other';
}
