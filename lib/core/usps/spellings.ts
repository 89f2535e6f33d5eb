// Owns how the tables of this folder are read: several spellings, one standard.

/** `'APT APARTMENT;FL FLOOR'` -> APT and APARTMENT to APT, FL and FLOOR to FL. Entries are parted by `;` or by lines; the
 *  first spelling is the standard, and `_` is a blank within one. */
export function spellings(table: string): ReadonlyMap<string, string> {
  return new Map(
    table
      .trim()
      .split(/\s*[;\n]\s*/)
      .flatMap((entry) => {
        const all = entry.split(' ');
        return all.map((spelling): [string, string] => [spelling.replaceAll('_', ' '), all[0]!]);
      }),
  );
}
