// Owns the port to a reference of the country's ZIPs: which county and town a ZIP lies in. The compiler
// takes it as an input; lib/adapters/zip-reference makes one from files.

import type { CountyName } from './format';

/** A county with the one text that stands for it, whatever the spelling of its name. */
export interface County extends CountyName {
  /** `MS/county/ADAMS`, as `countyId` makes it. */
  readonly id: string;
}

/** What is known of the country's ZIPs. Pure: the same question has the same answer. */
export interface ZipReference {
  /** Every county a ZIP reaches into, the main one first; [] where unknown (military mail, new ZIPs). */
  counties(zip: string): readonly County[];
  /** Every ZIP that reaches into the county, sorted. */
  zipsOf(county: County): readonly string[];
  /** The counties of a state, sorted by name: `MS` -> `[{county: 'Adams', state: 'MS', …}, …]`. */
  countiesOf(state: string): readonly County[];
  /** The post town: `39120` -> `{town: 'Natchez', state: 'MS'}`. */
  town(zip: string): { readonly town: string; readonly state: string } | null;
  /** Every known ZIP, sorted. */
  zips(): readonly string[];
  /** IANA zone of a ZIP: `39120` -> `America/Chicago`. */
  timeZone(zip: string): string | null;
  /** The state's zone where all of it keeps one; null where it has several. */
  stateTimeZone(state: string): string | null;
}

/** One text for one county, whatever the spelling of its name: `MS/county/ADAMS`. */
export function countyId(name: CountyName): string {
  return `${name.state}/${countyKey(name.county)}`;
}

/** `Portsmouth (city)` -> `city/PORTSMOUTH`; `Caddo Parish` and `CADDO` -> `county/CADDO`.
 *  A city that is its own county is another thing than the county of the same name (Richmond, Baltimore). */
export function countyKey(name: string): string {
  const text = fold(name);
  const whole = /^CITY AND (COUNTY|BOROUGH) OF (.+)$/.exec(text) ?? /^(MUNICIPALITY) OF (.+)$/.exec(text);
  if (whole?.[2] !== undefined) return `county/${bare(whole[2])}`;
  const ofCity = /^CITY OF (.+)$/.exec(text);
  if (ofCity?.[1] !== undefined) return `city/${bare(ofCity[1])}`;
  if (text.includes(' (CITY')) return `city/${bare(text.slice(0, text.indexOf(' (CITY')))}`;
  return `county/${bare(text.replace(COUNTY_WORDS, ''))}`;
}

const COUNTY_WORDS = / (COUNTY|PARISH|CITY AND BOROUGH|BOROUGH|CENSUS AREA|MUNICIPALITY|MUNICIPIO|CO)$/;

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[.'’]/g, '')
    .replace(/[\s-]+/g, ' ')
    .replace(/^COUNTY OF (.+)$/, '$1')
    .trim();
}

/** `ST CLAIR`, `SAINT CLAIR` -> `SAINTCLAIR`; blanks go, since LaSalle and La Salle are one. */
function bare(text: string): string {
  return text
    .replace(/\bSTE\b/g, 'SAINTE')
    .replace(/\bST\b/g, 'SAINT')
    .replaceAll(' ', '');
}

/** The county that a VIP Locality is, by its state, name and type; null where it is none
 *  (a town, a city inside a county). `PORTSMOUTH CITY`, type `city` -> Portsmouth (city). */
export function matchCounty(
  locality: { readonly name: string; readonly type: string | null },
  state: string,
  reference: Pick<ZipReference, 'countiesOf'>,
): County | null {
  const keys = localityKeys(fold(locality.name), locality.type?.toLowerCase() ?? null);
  const counties = reference.countiesOf(state);
  for (const key of keys) {
    const match = counties.find(({ id }) => id === `${state}/${key}`);
    if (match !== undefined) return match;
  }
  return null;
}

/** Boroughs are towns everywhere but in Alaska, where the name says so itself. */
const COUNTY_TYPES: ReadonlySet<string | null> = new Set([null, 'county', 'parish', 'census area', 'other']);

function localityKeys(name: string, type: string | null): readonly string[] {
  // The name's own word outranks the type, but "Charles City County" and "James City" (Virginia) are counties.
  if (COUNTY_WORDS.test(name)) return [countyKey(name)];
  const city = / CITY$/.test(name) ? name.replace(/ CITY$/, '') : name;
  if (type === 'city' || name.startsWith('CITY OF ') || name.includes('(CITY')) {
    const asCity = countyKey(`City of ${city.replace(/^CITY OF /, '').replace(/ \(CITY.*$/, '')}`);
    // "Carson City" keeps its last word.
    return [asCity, countyKey(`City of ${name}`)];
  }
  if (!COUNTY_TYPES.has(type)) return [];
  // A feed that gives no type may still say "PORTSMOUTH CITY".
  return city === name ? [countyKey(name)] : [countyKey(name), countyKey(`City of ${city}`)];
}
