// Owns one copy of each repeated text. In V8 a text of 13 characters or more that was cut out of another one
// keeps that one alive, which for a cell is a whole batch of the file; shorter ones are copies.

/** A function that gives the first equal text it was ever given. */
export function createIntern(): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, text);
    return text;
  };
}
