// Owns how types and directions of the made-up state are spelt out.

const SPELT: Readonly<Record<string, string>> = {
  ST: 'Street',
  AVE: 'Avenue',
  RD: 'Road',
  DR: 'Drive',
  LN: 'Lane',
  CT: 'Court',
  BLVD: 'Boulevard',
  CIR: 'Circle',
  WAY: 'Way',
  TER: 'Terrace',
  PL: 'Place',
  TRL: 'Trail',
  PKWY: 'Parkway',
  HWY: 'Highway',
  LOOP: 'Loop',
  XING: 'Crossing',
  SQ: 'Square',
  EXT: 'Extension',
  CRES: 'Crescent',
  CRK: 'Creek',
  N: 'North',
  S: 'South',
  E: 'East',
  W: 'West',
  NE: 'Northeast',
  NW: 'Northwest',
  SE: 'Southeast',
  SW: 'Southwest',
};

/** A type or direction spelt out; others stay. */
export function spelt(word: string): string {
  return SPELT[word.toUpperCase()] ?? word;
}
