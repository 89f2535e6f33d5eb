// Owns the one way a value becomes bytes: RFC 8785 (JSON Canonicalization Scheme). Same value, same
// bytes, on any machine. It must not know what the values mean, and never changes a text (no NFC).

const encoder = new TextEncoder();

/** `{b: 1, a: [true]}` -> the UTF-8 bytes of `{"a":[true],"b":1}`. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(canonicalJson(value));
}

/** `{b: 1, a: [true]}` -> `{"a":[true],"b":1}`. Members that are undefined are left out.
 *  Throws on what JSON does not have (NaN, functions): that is a bug. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return canonicalArray(value);
  if (value !== null && typeof value === 'object') return canonicalObject(value);
  const text = JSON.stringify(value);
  if (text === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
    throw new Error(`not JSON: ${String(value)}`);
  }
  return text;
}

function canonicalArray(values: readonly unknown[]): string {
  // Streets are long lists of plain tuples: one native call in place of one per number.
  if (values.every(isPlain)) return JSON.stringify(values);
  return `[${values.map(canonicalJson).join(',')}]`;
}

/** Nothing in it has members to sort, nor anything that JSON.stringify would turn into null. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  return Array.isArray(value) && value.every(isPlain);
}

function canonicalObject(value: object): string {
  // Written key by key: JSON.stringify would put "391" before "010", since engines list
  // integer-like keys first whatever order they were set in.
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** Order by UTF-16 code units, the same in every locale (never localeCompare). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
