// Owns when two names are the same but for case, blanks and punctuation. Knows not what they name.

/** `St. John's  Church` -> `ST JOHN S CHURCH`. */
export function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
