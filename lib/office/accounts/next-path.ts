// Owns where somebody may be led after signing in: a page of this desk, whatever the address says. Pure.

/** `/office/ms-adams/` as it is; `/office/` for anything that could lead elsewhere: `//evil.example`, `/office/\evil`. */
export function nextPath(asked: string | null | undefined): string {
  const isOurs = /^\/office\/[A-Za-z0-9._~/?=&%-]*$/.test(asked ?? '') && !/\/[./]/.test(asked ?? '');
  const isAction = /^\/office\/(api|sign-in|enrol)\//.test(asked ?? '');
  return isOurs && !isAction ? (asked ?? '/office/') : '/office/';
}
