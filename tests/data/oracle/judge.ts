// Owns whether an answer to a typed address is one that the rows of the list allow. Slow and plain; shares nothing with lib/core.

import type { LookupOutcome, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { inOne, plainWords } from './pub28';
import { type House, type ListedStreet, listedStreets, placesOf, type RawRow } from './rows';
import type { Typed } from './typed';
import type { Home } from './words';
import { ANY_TOWN } from './wrong-ways';

/** What the rows say of a typed address. */
export interface Readings {
  /** Places of the home that was meant. */
  readonly meant: ReadonlySet<string>;
  /** Places of streets that the text names in full, and of those that it names with parts left out. */
  readonly full: readonly ReadonlySet<string>[];
  readonly short: readonly ReadonlySet<string>[];
  /** The ZIP is of other towns than the one that was typed, and that one is where the home is. `slip`: a slip may have made it, or the
   *  town has few ZIPs. `large`: neither, and nobody is asked (docs/adr/0054-zip-against-town.md). */
  readonly torn: 'slip' | 'large' | null;
}

const STATES =
  'CO|NC|FL|ZZ|OH|OHIO|LA|LOUISIANA|CT|NE|MS|PA|VA|MA|WEST VIRGINIA|WV|W VIRGINIA|PRACTICE STATE|PRACTICE STA';
const UNIT =
  '(?:(?:APT|APARTMENT|UNIT|LOT|TRLR|TRAILER|STE|SUITE|BLDG|BUILDING|FL|FLOOR|SPACE|SPC|N|NO|ROOM|RM) )?(?:\\d+ ?[A-Z]?|[A-DF-MO-RT-VX-Z]|[A-Z]?\\d+) |REAR ';

/** A town of more ZIPs is called by people of its suburbs, too. */
const MOST_ZIPS = 4;

export class Oracle {
  readonly #byZip = new Map<string, ListedStreet[]>();
  readonly #zipsOfTown = new Map<string, Set<string>>();
  readonly streets: readonly ListedStreet[];

  constructor(rows: readonly RawRow[]) {
    this.streets = listedStreets(rows);
    for (const street of this.streets) {
      const known = this.#byZip.get(street.zip);
      if (known === undefined) this.#byZip.set(street.zip, [street]);
      else known.push(street);
      const town = key(street.city);
      if (town !== '') this.#zipsOfTown.set(town, (this.#zipsOfTown.get(town) ?? new Set()).add(street.zip));
    }
  }

  /** Every street that the text may name, in its ZIP or in the ZIPs of its town. */
  readings(home: Home, street: ListedStreet, typed: Typed): Readings {
    const meant = placesOf(street, home.house, home.unit);
    const zips = typed.zip !== '' ? [typed.zip] : [...(this.#zipsOfTown.get(key(typed.town)) ?? [])];
    const full: ReadonlySet<string>[] = [];
    const short: ReadonlySet<string>[] = [];
    const unit = unitIn(typed.text) ?? home.unit;
    for (const { house, words } of houses(typed.text)) {
      for (const zip of zips) {
        const here = this.#byZip.get(zip) ?? [];
        const towns = [
          ...new Set(here.map((one) => plainWords(one.city).join(' '))),
          ...[typed.town, ...ANY_TOWN].map((town) => plainWords(town).join(' ')),
        ];
        for (let size = 1; size <= words.length; size++) {
          const rest = words.slice(size).join(' ');
          if (!isRest(rest, towns)) continue;
          const head = inOne(words.slice(0, size));
          const isOfZip =
            (typed.kind !== 'wrong' || key(typed.town) === key(home.city)) &&
            /[,\n]/.test(typed.text) &&
            key(typed.town) !== '' &&
            here.some((one) => key(one.city) === key(typed.town));
          for (const one of here) {
            if (isOfZip && one.city !== '' && key(one.city) !== key(typed.town)) continue;
            if (!one.full.has(head) && !one.short.has(head)) continue;
            const places = placesOf(one, house, unit);
            if (places.size > 0) (one.full.has(head) ? full : short).push(places);
          }
        }
      }
    }
    return { meant, full, short, torn: this.#torn(home, typed) };
  }

  #torn(home: Home, typed: Typed): Readings['torn'] {
    const town = key(typed.town);
    if (typed.zip === '' || typed.zip === home.zip || town === '' || town !== key(home.city)) return null;
    if ((this.#byZip.get(typed.zip) ?? []).some((one) => one.city === '' || key(one.city) === town))
      return null;
    return (this.#zipsOfTown.get(town)?.size ?? 0) <= MOST_ZIPS || isOneSlip(typed.zip, home.zip)
      ? 'slip'
      : 'large';
  }
}

/** Another digit, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  const at = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second] = at;
  return (
    at.length === 1 ||
    (at.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

function key(town: string): string {
  return inOne(plainWords(town));
}

function unitIn(text: string): string | null {
  return /(?:apt|unit)[ .#]*(\d+|[A-Z])\b/i.exec(text)?.[1]?.toUpperCase() ?? null;
}

/** The house number at the start and the words behind it, in every way to read it. */
function houses(text: string): readonly { house: House; words: readonly string[] }[] {
  const plain = text
    .toUpperCase()
    .normalize('NFKC')
    .replace(/^(?:JANE DOE|(?:APT|UNIT|LOT)[. ]*[0-9A-Z]+|#\d+|\d{5}), |^(?:NO\.?|NUMBER|#) (?=\d)/, '')
    .replace(/(?<! (?:[NSEW]|NORTH|SOUTH|EAST|WEST) )\b\d{5}(?:-?\d{4})?\b(?=[^0-9]*$)/, ' ')
    .replace(/\b(?:USA|UNITED STATES|U\.S\.A\.|US)\s*$/, ' ')
    .replace(/PRACTICE COUNTY/, ' ')
    .replace(/#/g, ' ');
  const found: { house: House; words: readonly string[] }[] = [];
  const take = (prefix: string, number: string, suffix: string, rest: string) =>
    found.push({ house: { prefix, number: Number(number), suffix }, words: plainWords(rest) });
  const one = /^\s*([NSEW]\d+[NSEW]|\d+[NSEW]|\d+-|)(\d+)([A-Z]|\s+\d\/\d|)\s+(.*)$/s.exec(plain);
  if (one === null) return found;
  const [, prefix = '', number = '', suffix = '', rest = ''] = one;
  take(prefix.replace('-', ''), number, suffix.trim(), rest);
  // `12-34` may be block 12, the houses 12 to 34, or 1234.
  if (prefix.endsWith('-'))
    for (const digits of [prefix.slice(0, -1), number, prefix.slice(0, -1) + number])
      take('', digits, suffix, rest);
  if (/^[NSEW]$/.test(suffix)) take(prefix, number, '', `${suffix} ${rest}`);
  const apart = /^([A-DF-MO-RT-VX-Z])\s+(.*)$/s.exec(rest);
  if (suffix === '' && apart !== null) take(prefix.replace('-', ''), number, apart[1]!, apart[2]!);
  return found;
}

/** Units, towns and states, and nothing else. */
function isRest(rest: string, towns: readonly string[]): boolean {
  const names = towns.filter((town) => town !== '').join('|') || '-';
  return new RegExp(`^(?:${UNIT})*(?:(?:${names}) )?(?:${UNIT})*(?:(?:${STATES}) )?(?:${UNIT})*$`).test(
    rest === '' ? '' : `${rest} `,
  );
}

/** What is wrong with an answer; null for nothing. A place may be shown where the rows give it to the home that was meant, or to a
 *  street that the text names, in full if it names any in full. */
export function faultOf(
  outcome: LookupOutcome,
  readings: Readings,
  typed: Typed,
  labelOf: (place: PlaceAnswer) => string = ({ name }) => name,
): string | null {
  const shown = outcome.pollingLocations.map(labelOf);
  if (shown.length === 0) return null;
  const { meant, full, short } = readings;
  const said = full.length > 0 ? full : short;
  const all = new Set([...meant, ...said.flatMap((places) => [...places])]);
  const stranger = shown.find((name) => !all.has(name));
  if (stranger !== undefined)
    return `${typed.how}: ${typed.text} leads to ${stranger}, not to ${[...all].join() || 'any place'}`;
  if (outcome.kind !== 'found' || shown.every((name) => meant.has(name))) return null;
  const isSaid = readings.torn !== 'slip' && said.some((places) => shown.every((name) => places.has(name)));
  return isSaid
    ? null
    : `${typed.how}: ${typed.text} is taken for ${shown.join()}, and is ${[...meant].join()}`;
}
