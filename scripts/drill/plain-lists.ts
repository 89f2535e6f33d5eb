// Owns finding one's place in the plain pages, as somebody without script does: by ZIP or by clicking, then the street, then the
// house number. Reads the lists with its own eyes; shares no code with what wrote them.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { en } from '@/lib/messages/en';
import { DIRECTIONS, SUFFIXES } from '../generate/words';
import { NOTHING, type Shown } from './shown';

/** A line of a list: `{street: '3RD ST', numbers: ['2701 to 2912'], places: ['Calamoor School'], phones: 0}`. */
export interface ListLine {
  readonly street: string;
  readonly numbers: readonly string[];
  readonly places: readonly string[];
  readonly phones: number;
}

/** `{number: 12, street: 'N ELM ST', town: 'CAREY', zip: '00100'}`; null for an address that needs more than reading: a unit, another spelling. */
export interface PlainAddress {
  readonly number: number;
  readonly street: string;
  readonly town: string;
  readonly zip: string;
}

/** The parts of `12 N ELM ST, Town, ZZ 00100`. */
export function plainAddress(text: string): PlainAddress | null {
  const parts = /^(\d+) ([^,]+), ([^,]+), ZZ (\d{5})(?:-\d{4})?$/.exec(text.trim());
  if (parts === null) return null;
  const [, number = '', street = '', town = '', zip = ''] = parts;
  const words = street.toUpperCase().split(' ');
  if (words.some((word) => NOT_AS_LISTED.has(word))) return null;
  return { number: Number(number), street: words.join(' '), town: town.toUpperCase(), zip };
}

/** Words that stand in an address, and in another form, or not at all, in an office's list. */
const NOT_AS_LISTED: ReadonlySet<string> = new Set([
  ...['APT', 'UNIT', '#'],
  ...[...SUFFIXES, ...DIRECTIONS]
    .filter(({ short, long }) => short !== long)
    .map(({ long }) => long.toUpperCase()),
]);

/** From the main page to the list of a ZIP, by the box for it. */
export async function byZip(page: Page, { zip }: PlainAddress): Promise<void> {
  await page.getByLabel(en.form.zipLabel, { exact: true }).fill(zip);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/p\//);
  // A host that cannot redirect shows the list of ZIPs.
  if (/\/p\/go\//.test(page.url()))
    await page.locator('section[lang=en]').getByRole('link', { name: zip }).click();
  await page.waitForURL(new RegExp(`/p/en/zip-${zip}`));
}

/** The same by clicking, where the boxes do nothing: lists, county, ZIP. `county` is the page of the voter's own county,
 *  `county-made-up-loc-1.loc-1.html`: people know where they live. */
export async function byClicking(page: Page, { zip }: PlainAddress, county: string): Promise<void> {
  await page.getByRole('link', { name: en.plain.fromMainPage }).click({ timeout: 10_000 });
  await page.waitForURL(/\/p\/en\/index\.html/);
  await page.locator(`main a[href="${county}"]`).click();
  await page.waitForURL(new RegExp(county));
  await page.getByRole('link', { name: zip, exact: true }).first().click();
  await page.waitForURL(new RegExp(`/p/en/zip-${zip}`));
}

/** ZIP -> the page of a county that has a link to it, for each in a web root. */
export async function countiesOf(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'p/en');
  const counties = new Map<string, string>();
  for (const name of await readdir(folder)) {
    if (!/^county-.*\.html$/.test(name) || name.endsWith('.print.html')) continue;
    const html = await readFile(join(folder, name), 'utf8');
    for (const [, zip = ''] of html.matchAll(/href="zip-(\d{5})\.html"/g)) counties.set(zip, name);
  }
  return counties;
}

/** What the open list says of an address; `NOTHING` where it has not the street, spelt so. */
export async function readList(page: Page, address: PlainAddress): Promise<Shown> {
  const lines = await page.locator('main dl > div').evaluateAll((rows) =>
    rows.map((row) => ({
      street: row.parentElement?.previousElementSibling?.textContent ?? '',
      numbers: [...row.querySelectorAll('dt')].map((each) => each.textContent ?? ''),
      places: [...row.querySelectorAll('dd a[href^="place-"]')].map((each) => each.textContent ?? ''),
      phones: row.querySelectorAll('dd a[href^="tel:"]').length,
    })),
  );
  return shownOf(lines, address);
}

/** The line with the number, as a kind of answer: one place is `found`, several are a `conflict`. */
export function shownOf(lines: readonly ListLine[], address: PlainAddress): Shown {
  const own = lines.filter(
    (line) => isStreet(line.street, address) && line.numbers.some((text) => holds(text, address.number)),
  );
  if (own.length !== 1 || own[0] === undefined) return NOTHING;
  const { places, phones } = own[0];
  const outcome = places.length === 1 ? 'found' : places.length > 1 ? 'conflict' : null;
  return { ...NOTHING, outcome, placeNames: places, phones };
}

/** A ZIP of several towns names them behind the street: `Elm St, CAREY`. */
function isStreet(heading: string, { street, town }: PlainAddress): boolean {
  const [name, ofTown = town] = heading.toUpperCase().split(', ');
  return name === street && ofTown === town;
}

/** `holds('1 to 99, odd numbers', 12)` is false. */
function holds(text: string, number: number): boolean {
  if (/\bodd\b/.test(text) && number % 2 === 0) return false;
  if (/\beven\b/.test(text) && number % 2 === 1) return false;
  if (/^all\b/.test(text)) return true;
  const [, start, end, up] = /^(\d+)(?: to (\d+)| (and up))?/.exec(text) ?? [];
  if (start === undefined) return false;
  const last = up ? Number.POSITIVE_INFINITY : Number(end ?? start);
  return number >= Number(start) && number <= last;
}
