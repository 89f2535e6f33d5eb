// Owns `/status.json`: what a probe from outside found last, for the status page. Its shape, and reading it without believing it.
// It is not signed: nothing that a voter is told about a polling place may depend on it.

/** A host as it was seen from outside. `failing`: codes of what was wrong (docs/watching.md); [] where all was well. */
export interface StatusHost {
  readonly kind: 'live' | 'mirror';
  /** `vote.example.gov` */
  readonly name: string;
  readonly failing: readonly string[];
  readonly sequence: number | null;
  readonly issuedAt: string | null;
  readonly latencyMs: number | null;
  readonly golden: { readonly asked: number; readonly right: number };
}

/** The edge's own figures: null for those that nobody gives. `answered`: share of requests that got what they asked for, 0 to 1. */
export interface EdgeFigures {
  readonly at: string;
  readonly requestsPerSecond: number | null;
  readonly connections: number | null;
  readonly answered: number | null;
}

export interface StatusFile {
  readonly formatVersion: 1;
  readonly probedAt: string;
  readonly hosts: readonly StatusHost[];
  readonly edge: EdgeFigures | null;
}

/** Beside the pages, on the site alone. */
export const STATUS_PATH = '/status.json';

/** A report older than this says little of now. */
export const STATUS_FRESH_MS = 30 * 60_000;

/** At most so much is read. */
export const MAX_STATUS_BYTES = 65_536;

/** What a text says; null where it is cut or anything else than a report. */
export function readStatusFile(text: string): StatusFile | null {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof StatusFile, unknown>> | null;
    if (value?.formatVersion !== 1 || !isTime(value.probedAt) || !Array.isArray(value.hosts)) return null;
    if (!value.hosts.every(isHost)) return null;
    if (value.edge !== null && !isEdge(value.edge)) return null;
    return { formatVersion: 1, probedAt: value.probedAt, hosts: value.hosts, edge: value.edge };
  } catch {
    return null;
  }
}

type Fields<Shape> = Partial<Record<keyof Shape, unknown>>;

function isHost(value: unknown): value is StatusHost {
  if (typeof value !== 'object' || value === null) return false;
  const host = value as Fields<StatusHost>;
  const golden = (host.golden ?? {}) as Fields<StatusHost['golden']>;
  return (
    (host.kind === 'live' || host.kind === 'mirror') &&
    typeof host.name === 'string' &&
    Array.isArray(host.failing) &&
    host.failing.every((code) => typeof code === 'string') &&
    isCountOrNull(host.sequence) &&
    (host.issuedAt === null || isTime(host.issuedAt)) &&
    isCountOrNull(host.latencyMs) &&
    isCount(golden.asked) &&
    isCount(golden.right)
  );
}

function isEdge(value: unknown): value is EdgeFigures {
  if (typeof value !== 'object' || value === null) return false;
  const edge = value as Fields<EdgeFigures>;
  return (
    isTime(edge.at) &&
    isCountOrNull(edge.requestsPerSecond) &&
    isCountOrNull(edge.connections) &&
    (edge.answered === null || (isCount(edge.answered) && edge.answered <= 1))
  );
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}
