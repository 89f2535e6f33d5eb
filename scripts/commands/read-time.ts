// Owns reading a time from the command line. Only whole ISO 8601 times with a zone: a day alone, or a time
// without zone, would mean another moment on another machine.

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** `2026-11-03T12:00:00Z` as a Date; null where it is no such time. */
export function readTime(text: string): Date | null {
  if (!ISO_TIME.test(text)) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}
