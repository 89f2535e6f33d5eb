// Owns the edge's own figures for the status page: from nginx' stub_status, or from the end of its access log. Figures that nobody gives
// are null, never made up.

import { open } from 'node:fs/promises';
import { err, ok, type Result } from '@/lib/core/result';
import type { EdgeFigures } from '@/lib/view/status-file';
import { type Fate, fateOf, isForVoters, type LogLine, readLogLine } from '../incident/log-line';
import type { ProbeState } from './probe-state';

/** Figures, and the edge's own count to compare with the next time. */
export interface EdgeReading {
  readonly figures: EdgeFigures;
  readonly count: ProbeState['edge'];
}

const TIMEOUT_MS = 5_000;
/** Read from the end of a log: some 40,000 requests. */
const TAIL_BYTES = 8 * 1_048_576;
const WINDOW_MS = 5 * 60_000;

/** From an address or file. `before`: the count of the last run. The error is a sentence; a probe goes on without. */
export async function readEdge(
  location: string,
  before: ProbeState['edge'],
  now: Date,
): Promise<Result<EdgeReading, string>> {
  try {
    const text = /^https?:\/\//i.test(location) ? await fetched(location) : await tail(location);
    const reading = /^Active connections:/.test(text) ? ofStub(text, before, now) : ofLog(text, now);
    return reading === null ? err('neither nginx’ stub_status nor an access log of the edge') : ok(reading);
  } catch (error) {
    return err(`cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})`);
  }
}

/** `Active connections: 291 \nserver accepts handled requests\n 16630948 16630948 31070465 \n…` (ngx_http_stub_status_module). */
function ofStub(text: string, before: ProbeState['edge'], now: Date): EdgeReading | null {
  const active = /^Active connections:\s*(\d+)/.exec(text)?.[1];
  const requests = /^\s*\d+\s+\d+\s+(\d+)\s*$/m.exec(text)?.[1];
  if (active === undefined || requests === undefined) return null;
  const count = { at: now.toISOString(), requests: Number(requests) };
  const seconds = before === null ? 0 : (now.getTime() - Date.parse(before.at)) / 1000;
  const more = before === null ? 0 : count.requests - before.requests;
  // Fewer than before: nginx was started anew, and counts from nothing.
  const perSecond = seconds > 0 && more >= 0 ? rounded(more / seconds) : null;
  return {
    figures: { at: count.at, requestsPerSecond: perSecond, connections: Number(active), answered: null },
    count,
  };
}

function ofLog(text: string, now: Date): EdgeReading | null {
  const all = text
    .split('\n')
    .map(readLogLine)
    .filter((line) => line !== null);
  if (all.length === 0) return null;
  const lines = all.filter(({ timeMs }) => timeMs > now.getTime() - WINDOW_MS && timeMs <= now.getTime());
  const first = all[0]?.timeMs ?? 0;
  const seconds = Math.max(1, Math.min(WINDOW_MS, now.getTime() - first) / 1000);
  const ofFate = (fate: Fate) => requests(lines.filter((line) => isForVoters(line) && fateOf(line) === fate));
  const [given, failed] = [ofFate('given'), ofFate('failed')];
  return {
    figures: {
      at: now.toISOString(),
      requestsPerSecond: rounded(requests(lines) / seconds),
      connections: null,
      answered: given + failed === 0 ? null : given / (given + failed),
    },
    count: null,
  };
}

function requests(lines: readonly LogLine[]): number {
  return lines.reduce((sum, { weight }) => sum + weight, 0);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

async function fetched(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  return response.ok ? response.text() : '';
}

/** The end of a file; the first line of it may be cut, and is then no line. */
async function tail(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await handle.read(bytes, 0, length, size - length);
    return bytes.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
