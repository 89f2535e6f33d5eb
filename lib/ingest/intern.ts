// Owns one copy of each repeated text. A cell is a slice that keeps its whole batch of text alive; and a
// county's 250,000 segments have a few thousand street names.

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
