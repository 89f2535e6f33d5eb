// Owns one copy of each repeated text, and texts that stand alone. In V8 a text of 13 characters or more that was cut out of
// another one keeps that one alive, which for a cell is a whole batch of the file; shorter ones are copies.

const shortestCut = 13;

/** The same text, cut out of nothing: for what is kept when the file has been read. */
export function ownText(text: string): string {
  // Joining writes a new text; `+` would only tie the two together.
  return text.length < shortestCut ? text : [text.slice(0, 1), text.slice(1)].join('');
}

/** A function that gives the first equal text it was ever given. */
export function createIntern(): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const own = ownText(text);
    seen.set(own, own);
    return own;
  };
}
