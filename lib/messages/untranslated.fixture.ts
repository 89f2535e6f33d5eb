// Owns telling, of a text shown in the pseudo-language, what in it stands in no catalogue. The pseudo-language has no plain
// letter, so that each one left over must belong to the data. Knows no page.

/** Unicode's isolates are there for the order of letters, not to be read. */
const ISOLATES = /[\u2068\u2069\u200e\u200f]/g;

/** Makes the check for a set of data. `check('Open ⟦ňööŵ⟧ at Town Hall')` -> `['Open', 'at']`, where `Town Hall` is data. */
export function untranslatedIn(data: Iterable<string>): (text: string) => readonly string[] {
  // Whole names only: "Election" alone is nobody's name because "Practice Election" is.
  const known = [...new Set([...data].map(oneLine))]
    .filter((each) => /[a-z]/i.test(each))
    .sort((a, b) => b.length - a.length)
    .map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = known.length === 0 ? null : new RegExp(`(?<![a-z])(?:${known.join('|')})(?![a-z])`, 'gi');
  return (text) => {
    const bare = oneLine(text.replace(ISOLATES, ''));
    const left = pattern === null ? bare : bare.replace(pattern, ' ');
    return left.match(/[a-z][\w’'.-]*/gi) ?? [];
  };
}

/** Every text within data of any shape: a parsed file of a release, an outcome. */
export function textsWithin(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(textsWithin);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
