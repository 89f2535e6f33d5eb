// Owns which links of the embedded page stay in its frame. Pure.

/** Whether following `href` on the page `here` leaves the visitor where they are: a spot of the same page, the
 *  embedded page in another language, a phone call, a letter, a file. Anything else opens in a new tab. */
export function staysInFrame(href: string, here: string): boolean {
  const to = new URL(href, here);
  if (!/^https?:$/.test(to.protocol)) return true;
  const from = new URL(here);
  if (to.origin !== from.origin) return false;
  return to.pathname === from.pathname || /^\/[\w-]+\/embed\/$/.test(to.pathname);
}
