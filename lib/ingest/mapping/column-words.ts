// Owns how the name of a column is read: its words, lower case, each abbreviation that voter registration systems use written
// out. `PctNo`, `PCT_NBR` and `Precinct Number` are the same words. Knows no fields.

import { saysByMail } from '../vip/mail-words';
import { cutName, gluedNames, nameWords, unvowelled, wholeNames } from './name-words';

/** Columns of these are never what a voter or a place needs, whatever their cells look like. */
export const refusedWords: ReadonlySet<string> = new Set(
  `mailing owner phone fax email birth dob party gender sex race county congress congressional senate senatorial legislative
   representative assembly commissioner council supervisor judicial judge school fire water hospital college parcel apn uprn easting
   northing date time updated update created status elections voters voter's active count total objectid fid shape globalid contact
   early absentee dropbox chair clerk phone1 url website notes note source comment comments country hash lastname firstname middlename
   capacity accessible ada`.split(/\s+/),
);

/** Longest name that is read; what is longer is a sentence. */
const longestName = 60;

/** `HS_NUM_FRM` -> house number low, `PollingPlaceZip` -> poll place zip, `ADDR1` -> address 1. [] for what is no name. */
export function columnWords(name: string): readonly string[] {
  const text = name.trim().normalize('NFD').replace(/\p{M}/gu, '');
  if (text === '' || text.length > longestName) return [];
  const squashed = text
    .toLowerCase()
    .replaceAll('#', 'number')
    .replace(/[^a-z0-9]/g, '');
  const whole = wholeNames.get(squashed) ?? gluedNames.get(squashed) ?? nameWords.get(squashed);
  if (whole !== undefined) return whole.split(' ');
  if (isAboutMailVote(text)) return ['bymail'];
  const parts = withoutAsides(text)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])([0-9])/g, '$1 $2')
    .replace(/#/g, ' number ')
    .toLowerCase()
    .replace(/\bo\/e(?:\/b)?\b|\be\/o(?:\/b)?\b/g, ' side ')
    .replace(
      /\b(?:both[ /,-]{1,3})?(?:odd|even)[ /&,-]{1,3}(?:or )?(?:odd|even)\b(?:[ /,-]{1,3}(?:or )?(?:both|all))?/g,
      ' side ',
    )
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  const read = parts.flatMap((part, at) => {
    // A post code in two words; `post` alone is what stands behind a street's name.
    if (part === 'post' && parts[at + 1] === 'code') return ['zip'];
    if (part === 'code' && parts[at - 1] === 'post') return [];
    // A town by its post office.
    if (part === 'post' && parts[at + 1] === 'office') return ['city'];
    if (part === 'office' && parts[at - 1] === 'post') return [];
    return wordsOf(part);
  });
  // Beside a town or a ZIP it is the state.
  const isStreet = read.length > 1 && !read.includes('city') && !read.includes('zip');
  return isStreet ? read.map((word) => (word === 'st' ? 'street' : word)) : read;
}

/** `Mail only`, `Vote by Mail`, `All-mail precinct`, `VBM`; not where somebody's mail goes. */
function isAboutMailVote(text: string): boolean {
  const said = text.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return (
    saysByMail(said) &&
    /\b(?:only|all|by|vote|voting|ballots?|precincts?|vbm|por|voto)\b/i.test(said) &&
    !/\b(?:mailing|locations?|places?|sites?)\b/i.test(said)
  );
}

/** `Street (with type)`, `Polling Place (as of 2026)`: what stands in brackets counts where its words are known. */
function withoutAsides(text: string): string {
  return text.replace(/[([]([^()[\]]{0,60})[)\]]/g, (_, aside: string) => {
    if (/\b(?:with|incl|including)\b/i.test(aside)) return ' full ';
    const kept = aside.split(/[^A-Za-z0-9#/]+/).filter((part) => part !== '' && isKnown(part.toLowerCase()));
    return ` ${kept.join(' ')} `;
  });
}

const isKnown = (part: string): boolean =>
  part === '#' || part.includes('/') || nameWords.has(part) || gluedNames.has(part) || /^\d$/.test(part);

/** One part of a name: known as it stands, in the plural, cut in two, or without its vowels; else itself. */
function wordsOf(part: string): readonly string[] {
  const whole = gluedNames.get(part) ?? nameWords.get(part);
  if (whole !== undefined) return whole.split(' ');
  if (refusedWords.has(part)) return [part];
  const single = part.endsWith('es') ? [part.slice(0, -1), part.slice(0, -2)] : [part.slice(0, -1)];
  const one = part.endsWith('s')
    ? single.map((word) => nameWords.get(word)).find((word) => word !== undefined)
    : undefined;
  if (one !== undefined && part.length > 3) return [one];
  return cutName(part, refusedWords) ?? [unvowelled(part) ?? part];
}

/** What two names have to share to be the same column: letters and digits, without case. */
export function sameName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
