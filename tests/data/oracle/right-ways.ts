// Owns the ways to write an address in which nothing is wrong: whole, and with parts left out that people leave out.

import { line, speltOut, UNITS, type Way, write } from './words';

/** Spellings of one name that mean the same. */
const SAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ST (?=[A-Z])|^SAINT /i, ['ST ', 'Saint ', 'St. ', 'ST.']],
  [/^MOUNT |^MT /i, ['Mt ', 'Mount ', 'Mt. ']],
  [/^FORT /i, ['Ft ', 'Ft. ', 'Fort ']],
  [/^1ST$/i, ['First', '1st', '1 st'.replace(' ', '')]],
  [/^SECOND$/i, ['2nd', 'Second', '2ND']],
  [/^3RD$/i, ['Third']],
  [/^FOURTH$/i, ['4th']],
  [/^11TH$/i, ['Eleventh', '11th']],
  [/^21ST$/i, ['Twenty-First', 'Twenty First', '21st']],
  [
    /^MARTIN LUTHER KING JR$/i,
    [
      'MLK',
      'M L K',
      'Dr Martin Luther King Jr',
      'Martin Luther King',
      'M.L. King Jr.',
      'Martin L King Jr',
      'MLK Jr',
      'Dr. M. L. King Jr.',
    ],
  ],
  [/^O'NEIL$/i, ['Oneil', 'O Neil', 'O’Neil', 'o`neil']],
  [/^MC DONALD$/i, ['McDonald', 'Mc Donald']],
  [/^LA SALLE$/i, ['LaSalle', 'La Salle']],
  [
    /^(?:COUNTY ROAD|CR|COUNTY HWY) /i,
    ['County Road ', 'CR ', 'Co Rd ', 'Co. Rd. ', 'County Rd ', 'C.R. ', 'County Road #', 'Cnty Rd ', 'CR-'],
  ],
  [
    /^(?:STATE ROUTE|STATE HWY|SR) /i,
    ['State Route ', 'SR ', 'State Rd ', 'State Hwy ', 'State Road ', 'SR-'],
  ],
  [
    /^(?:US HIGHWAY|US HWY) /i,
    ['US Hwy ', 'U.S. Highway ', 'US ', 'US Highway ', 'U S Hwy ', 'US Route ', 'US-'],
  ],
  [/^(?:HIGHWAY|HWY|ROUTE) /i, ['Hwy ', 'Highway ', 'Rte ', 'Route ', 'HWY. ']],
  [/^TOWNSHIP ROAD /i, ['Twp Rd ', 'Township Rd ', 'TR ']],
  [/^FM /i, ['FM ', 'F.M. ', 'Farm to Market Rd ', 'FM Road ']],
  [/^AVENUE /i, ['Ave ', 'Avenue ', 'Ave. ']],
  [/^PASEO PEÑA$/i, ['Paseo Pena', 'paseo peña']],
];

/** Nothing is left out and nothing wrong. */
export const RIGHT: Readonly<Record<string, Way>> = {
  'as the office writes it': (words) => words,
  'lower case, no commas': (words) => write(words, ' ').toLowerCase(),
  'upper case, blanks doubled': (words) => write(words).toUpperCase().replaceAll(' ', '  '),
  'types and directions spelt out': speltOut,
  'spelt out, no commas': (words) => write(speltOut(words), ' '),
  'abbreviated with stops': (words) => {
    const dot = (word: string) => (/^[A-Z]{1,4}$/.test(word) ? `${word}.` : word);
    return {
      ...words,
      pre: words.pre.length > 2 ? words.pre : words.pre.split('').map(dot).join(''),
      type: dot(words.type),
      post: words.post.length > 2 ? words.post : words.post.split('').map(dot).join(''),
    };
  },
  'a unit behind': (words, random) => ({ ...words, unit: random.pick(UNITS) }),
  'a unit behind, no commas': (words, random) => write({ ...words, unit: random.pick(UNITS) }, ' '),
  'a unit behind a comma': (words, random) => ({
    ...words,
    unit: `, ${random.pick(UNITS).replace(/^, /, '')}`,
  }),
  'a unit in front': (words, random) =>
    `${random.pick(['Apt 4', 'Unit 12', '#4', 'Lot 3B', 'Apt. 2'])}, ${write(words)}`,
  'a unit at the end': (words, random) => `${write(words)}, ${random.pick(['Apt 4', '#12', 'Unit 4B'])}`,
  'ZIP+4': (words) => (words.zip === '' ? null : { ...words, zip: `${words.zip}-1234` }),
  'ZIP+4 in one': (words) => (words.zip === '' ? null : { ...words, zip: `${words.zip}1234` }),
  'on lines, with the country': (words, random) =>
    `${write(words, '\n')}\n${random.pick(['USA', 'United States', 'U.S.A.', 'US'])}`,
  'with the country behind': (words) => `${write(words)}, USA`,
  'with a county': (words) => write({ ...words, city: line([words.city, 'Practice County'], ', ') }),
  'a name in front': (words) => `Jane Doe, ${write(words)}`,
  'the ZIP in front': (words) => `${words.zip}, ${write({ ...words, zip: '' })}`,
  'the town in front': (words) =>
    line(
      [
        line([words.city, line([words.state, words.zip])], ', '),
        line([words.number, words.pre, words.name, words.type, words.post]),
      ],
      ', ',
    ),
  'ZIP before the state': (words) => write({ ...words, state: words.zip, zip: words.state }),
  'no town': (words) => write({ ...words, city: '' }),
  'no town, no state': (words) => write({ ...words, city: '', state: '' }),
  'no town, no commas': (words) => write({ ...words, city: '', state: '' }, ' '),
  'no town, spelt out, no commas': (words) => write(speltOut({ ...words, city: '', state: '' }), ' '),
  'no state': (words) => write({ ...words, state: '' }),
  'the direction moved': (words) =>
    // Avenue W is not West Avenue.
    words.type === '' || (words.pre === '' && words.post === '')
      ? null
      : words.pre !== '' && words.post !== ''
        ? null
        : { ...words, pre: words.post, post: words.pre },
  'the direction behind a comma': (words) =>
    words.post === '' ? null : { ...words, post: '', type: `${words.type}, ${words.post}` },
  'another spelling of the name': (words, random) => {
    const found = SAME.find(([pattern]) => pattern.test(words.name));
    return found === undefined
      ? null
      : { ...words, name: words.name.replace(found[0], random.pick(found[1])) };
  },
  'another spelling of the name, no commas': (words, random) => {
    const found = SAME.find(([pattern]) => pattern.test(words.name));
    return found === undefined
      ? null
      : write({ ...words, name: words.name.replace(found[0], random.pick(found[1])) }, ' ');
  },
  'no ZIP': (words) => (words.city === '' ? null : write({ ...words, zip: '' })),
  'no ZIP, no commas': (words) => (words.city === '' ? null : write({ ...words, zip: '' }, ' ')),
  'no ZIP, no state': (words) => (words.city === '' ? null : write({ ...words, zip: '', state: '' })),
};

/** Parts are left out that people leave out. */
export const SHORT: Readonly<Record<string, Way>> = {
  'no type': (words) => (words.type === '' ? null : { ...words, type: '' }),
  'no type, no commas': (words) => (words.type === '' ? null : write({ ...words, type: '' }, ' ')),
  'no type, no town': (words) =>
    words.type === '' ? null : write({ ...words, type: '', city: '', state: '' }, ' '),
  'no direction': (words) => (words.pre + words.post === '' ? null : { ...words, pre: '', post: '' }),
  'no direction, no commas': (words) =>
    words.pre + words.post === '' ? null : write({ ...words, pre: '', post: '' }, ' '),
  'no type, no direction': (words) => ({ ...words, pre: '', type: '', post: '' }),
  'no type, a unit': (words, random) => ({ ...words, type: '', unit: random.pick(UNITS) }),
  'no type, no ZIP': (words) => (words.city === '' ? null : { ...words, type: '', zip: '' }),
  'the direction at the number': (words) =>
    /^[NSEW]$/.test(words.pre) && /^\d+$/.test(words.number)
      ? { ...words, number: words.number + words.pre, pre: '' }
      : null,
  'a loose abbreviation': (words) => {
    const loose: Readonly<Record<string, string>> = {
      CIR: 'Cr',
      CRES: 'Cr',
      CRK: 'Cr',
      LN: 'La',
      TRL: 'Tr',
      TER: 'Tr',
      PARK: 'Pk',
      BLVD: 'Bl',
      AVE: 'Av',
    };
    const type = loose[words.type.toUpperCase()];
    return type === undefined ? null : { ...words, type };
  },
};
