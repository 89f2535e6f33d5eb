// Owns reading a time from the command line: ISO 8601, and UTC where no zone is given, so that the same words
// mean the same moment on every machine.

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** `2026-11-03T12:00:00Z`, `2026-11-03T07:00-05:00` and `2026-11-03` (its first moment in UTC); null for anything else. */
export function readTime(text: string): Date | null {
  const match = ISO_TIME.exec(text);
  if (match === null) return null;
  const [, day, clock = '00:00', zone = 'Z'] = match;
  const midnight = new Date(`${day}T00:00Z`);
  // JavaScript takes the 31st of June for the first of July.
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day ?? '')) return null;
  const time = new Date(`${day}T${clock}${zone}`);
  return Number.isNaN(time.getTime()) ? null : time;
}
