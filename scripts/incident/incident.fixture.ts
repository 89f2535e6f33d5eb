// Owns lines of an edge's log for tests, as edge/nginx writes them.

/** One line of the log; `over` changes what it says. */
export function logLine(timeMs: number, over: Readonly<Record<string, unknown>> = {}): string {
  const line = {
    time: new Date(timeMs).toISOString(),
    host: 'vote.example.gov',
    method: 'GET',
    status: 200,
    class: 'object',
    bytes: 2_000,
    seconds: 0.002,
    cache: '',
    agent: 'browser',
    weight: 1,
    path: '',
    ...over,
  };
  return `${JSON.stringify(line)}\n`;
}

/** So many requests a minute from a minute on; all alike. */
export function minutesOf(
  startMs: number,
  counts: readonly number[],
  over: Readonly<Record<string, unknown>> = {},
): string {
  return counts
    .map((weight, index) =>
      weight === 0 ? '' : logLine(startMs + index * 60_000 + 5_000, { weight, ...over }),
    )
    .join('');
}
