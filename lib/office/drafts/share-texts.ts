// Owns keeping what repeats in a list of records once, though it was parsed from as many texts: the same texts in the record before, and
// lists of nothing. Knows no field.

const nothing: readonly unknown[] = Object.freeze([]);

/** A function that takes the records of one list, piece by piece in their order, and changes only what is kept of them. */
export function shareTexts(): (items: readonly unknown[]) => void {
  let before: Record<string, unknown> = {};
  return (items) => {
    for (const item of items) {
      if (typeof item !== 'object' || item === null || Array.isArray(item)) continue;
      const record = item as Record<string, unknown>;
      for (const key in record) {
        const value = record[key];
        if (typeof value === 'string') {
          const known = before[key];
          if (value === known) record[key] = known;
        } else if (Array.isArray(value) && value.length === 0) record[key] = nothing;
      }
      before = record;
    }
  };
}
