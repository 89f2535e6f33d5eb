// Owns how practice data is told from real data: it says so itself.

/** The offices of the practice county have ids that begin with `sandbox-`; no real one's does. */
export function isPracticeOffice(officeId: string): boolean {
  return officeId.startsWith('sandbox-');
}
