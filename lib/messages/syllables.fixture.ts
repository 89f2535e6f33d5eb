// Owns how many syllables a word has when it is said, in English and in Spanish, for the reading grades of our texts.
// By rule, with the few words of ours that keep to none: syllables.test.ts holds it to words counted by hand.

/** Words of our texts that no rule below counts right. */
const ENGLISH_EXCEPTIONS: Readonly<Record<string, number>> = {
  area: 3,
  being: 2,
  doing: 2,
  every: 2,
  going: 2,
  idea: 3,
  real: 2,
  really: 2,
  safety: 2,
  something: 2,
  someone: 2,
  somewhere: 2,
  sometimes: 2,
  website: 2,
  websites: 2,
  typescript: 2,
  usa: 3,
  whoever: 3,
};

const CONSONANT = '[bcdfghjklmnpqrstvwxz]';
/** Two vowels that are said apart: “quiet”, “radio”, “usual”; not those of “official” and “question”. */
const APART = /(?<![ctsxg])i[ao]|i[eo]t|(?<![ctsxg])ia[rl]y?$|(?<!q|g)ua[lr]|^geo|eo$|uou|io[dl]/g;

/** `englishSyllables('places')` -> 2, `'voted'` -> 2, `'typed'` -> 1. A name in capitals is read letter by letter. */
export function englishSyllables(word: string): number {
  if (/^[B-DF-HJ-NP-TV-Z]{2,}$/.test(word) && word !== 'ZIP') return word.length;
  const plain = word.toLowerCase().replace(/[’']/g, '');
  const known = ENGLISH_EXCEPTIONS[plain];
  if (known !== undefined) return known;
  return plain.split('-').reduce((sum, part) => sum + englishPart(part), 0);
}

function englishPart(part: string): number {
  // "doesnt", "couldnt": the n is a syllable of its own, but not in "cant" and "dont".
  const negated = /[sd]nt$/.test(part) ? 1 : 0;
  const spoken = part
    .replace(new RegExp(`(?<!${CONSONANT}l|[td]|^${CONSONANT}+)ed$`), '')
    .replace(/(?<![sxz]|ch|sh|[cg]|le|^[^aeiouy]+)es$/, '')
    .replace(new RegExp(`(?<!${CONSONANT}l|^[^aeiouy]+)e(?=ly$|ful$|ment$|$)`), '');
  const groups = spoken.replace(/^y(?=[aeiou])/, '').match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(APART)?.length ?? 0;
  return Math.max(1, groups + apart + negated);
}

/** `spanishSyllables('guía')` -> 2: two strong vowels, or a stressed weak one beside a strong one, make two. */
export function spanishSyllables(word: string): number {
  const vowels = word
    .toLowerCase()
    .replace(/qu|gu(?=[eiéí])/g, 'k')
    .match(/[aeiouáéíóúü]+/g);
  const breaks = (group: string) =>
    group.match(/(?<=[aeoáéó])(?=[aeoáéóíú])|(?<=[íú])(?=[aeoáéó])/g)?.length ?? 0;
  return Math.max(
    1,
    (vowels ?? []).reduce((sum, group) => sum + 1 + breaks(group), 0),
  );
}
