// Owns counting an access log while it is read: by minute, by class, by agent, by shape of path. Keeps counts alone, so that a log of many
// gigabytes needs no more memory than one of a few lines.

import { type Fate, fateOf, isForVoters, type LogLine, REQUEST_CLASSES, type RequestClass } from './log-line';
import { agentFamily, pathShape } from './reduce';
import { TopCounts } from './top-counts';

const MINUTE_MS = 60_000;

/** One minute of the log. */
export interface Minute {
  readonly startMs: number;
  requests: number;
  bytes: number;
  /** Of those for what voters need: given, and not given though it is there. */
  given: number;
  failed: number;
}

/** Of one class of requests. */
export interface ClassCounts {
  requests: number;
  given: number;
  failed: number;
  refused: number;
  bytes: number;
}

/** All that a report is made of. `requests`: what the lines stand for. */
export interface Collected {
  readonly lines: number;
  readonly requests: number;
  readonly bad: number;
  /** Line numbers of the first bad ones, by file. */
  readonly badLines: readonly string[];
  readonly outside: number;
  readonly minutes: ReadonlyMap<number, Minute>;
  readonly classes: Readonly<Record<RequestClass, ClassCounts>>;
  readonly statuses: ReadonlyMap<number, number>;
  readonly methods: ReadonlyMap<string, number>;
  readonly caches: ReadonlyMap<string, number>;
  readonly agents: TopCounts;
  readonly paths: TopCounts;
  readonly durations: Durations;
}

/** Which lines count: both ends included; null: open. */
export interface Span {
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

const NAMED_BAD_LINES = 10;
/** nginx' and HTTP's own, and a few more; the rest are one. */
const METHODS = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'PATCH',
  'CONNECT',
  'TRACE',
  'PROPFIND',
]);
const CACHES = new Set(['HIT', 'MISS', 'STALE', 'EXPIRED', 'UPDATING', 'REVALIDATED', 'BYPASS']);

/** Counts what it is given; `result` is all of it so far. */
export class Collector {
  readonly #span: Span;
  readonly #minutes = new Map<number, Minute>();
  readonly #classes: Record<RequestClass, ClassCounts>;
  readonly #statuses = new Map<number, number>();
  readonly #methods = new Map<string, number>();
  readonly #caches = new Map<string, number>();
  readonly #agents = new TopCounts();
  readonly #paths = new TopCounts();
  readonly #durations = new Durations();
  readonly #badLines: string[] = [];
  #lines = 0;
  #requests = 0;
  #bad = 0;
  #outside = 0;

  constructor(span: Span) {
    this.#span = span;
    const none = () => ({ requests: 0, given: 0, failed: 0, refused: 0, bytes: 0 });
    this.#classes = Object.fromEntries(REQUEST_CLASSES.map((each) => [each, none()])) as Record<
      RequestClass,
      ClassCounts
    >;
  }

  /** A line that is none: `access.log:17`. */
  bad(where: string): void {
    this.#bad += 1;
    if (this.#badLines.length < NAMED_BAD_LINES) this.#badLines.push(where);
  }

  add(line: LogLine): void {
    const { fromMs, toMs } = this.#span;
    if ((fromMs !== null && line.timeMs < fromMs) || (toMs !== null && line.timeMs > toMs)) {
      this.#outside += 1;
      return;
    }
    const { weight } = line;
    const fate = fateOf(line);
    this.#lines += 1;
    this.#requests += weight;
    this.#addToMinute(line, fate);
    const counts = this.#classes[line.class];
    counts.requests += weight;
    counts.bytes += weight * line.bytes;
    counts[fate] += weight;
    if (fate === 'given' && isForVoters(line) && line.durationMs !== null) {
      this.#durations.add(line.durationMs, weight);
    }
    count(this.#statuses, line.status, weight);
    count(this.#methods, METHODS.has(line.method) ? line.method : 'other', weight);
    if (line.cache !== null) count(this.#caches, CACHES.has(line.cache) ? line.cache : 'other', weight);
    this.#agents.add(agentFamily(line.agent), weight);
    if (line.path !== null) this.#paths.add(pathShape(line.path), weight);
  }

  result(): Collected {
    return {
      lines: this.#lines,
      requests: this.#requests,
      bad: this.#bad,
      badLines: this.#badLines,
      outside: this.#outside,
      minutes: this.#minutes,
      classes: this.#classes,
      statuses: this.#statuses,
      methods: this.#methods,
      caches: this.#caches,
      agents: this.#agents,
      paths: this.#paths,
      durations: this.#durations,
    };
  }

  #addToMinute(line: LogLine, fate: Fate): void {
    const startMs = Math.floor(line.timeMs / MINUTE_MS) * MINUTE_MS;
    let minute = this.#minutes.get(startMs);
    if (minute === undefined) {
      minute = { startMs, requests: 0, bytes: 0, given: 0, failed: 0 };
      this.#minutes.set(startMs, minute);
    }
    minute.requests += line.weight;
    minute.bytes += line.weight * line.bytes;
    if (isForVoters(line) && fate !== 'refused') minute[fate] += line.weight;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

/** Buckets a tenth apart, so that a share of any number of durations is known to within that. */
export class Durations {
  readonly #buckets = new Map<number, number>();
  #total = 0;

  add(ms: number, weight: number): void {
    const bucket = ms <= 0.01 ? 0 : Math.max(0, Math.ceil(Math.log(ms / 0.01) / Math.log(1.1)));
    count(this.#buckets, bucket, weight);
    this.#total += weight;
  }

  /** So many of all were at most so slow, in milliseconds; null without any. */
  quantileMs(share: number): number | null {
    let left = Math.ceil(this.#total * share);
    for (const [bucket, amount] of [...this.#buckets].sort((a, b) => a[0] - b[0])) {
      left -= amount;
      if (left <= 0) return Number((0.01 * 1.1 ** bucket).toPrecision(2));
    }
    return null;
  }
}
