// Owns following a check that runs on the office host. Knows no page.

/** How far it is; `over`: look at the draft. `quiet`: nobody is checking it. */
export type CheckState =
  | { readonly kind: 'running'; readonly step: string; readonly rows: number }
  | { readonly kind: 'over' | 'quiet' | 'unknown' };

/** Ask once: `await readCheck('ms-adams', '7Qk…')`. */
export async function readCheck(officeId: string, draftId: string): Promise<CheckState> {
  try {
    const path = `/office/api/drafts/${officeId}/${draftId}/`;
    const response = await fetch(path, { cache: 'no-store' });
    if (!response.ok) return { kind: 'unknown' };
    const { state, progress } = await response.json();
    if (progress !== null) return { kind: 'running', step: progress.step, rows: progress.rows };
    return { kind: state === 'checking' ? 'quiet' : 'over' };
  } catch {
    return { kind: 'unknown' };
  }
}
