// Owns the list of regular expressions whose steps grow faster than the text, or which static analysis cannot clear, and why
// none of them can be made to take long. Data only; tests/contract/regular-expressions.test.ts holds it to the sources.
//
// A new one: write it so that it grows with the text alone (a bound in place of `+`, a set without what follows it). Where
// that cannot be, refuse longer texts before it, and add a line here that says where.

import type { Growth } from './regex-steps';

/** `grows` is what counting finds; `why` says what bounds the text, or what static analysis does not see. */
export interface BoundedRegex {
  readonly literal: string;
  readonly grows: Growth['degree'];
  readonly why: string;
}

const ADDRESS = 'An address of more than 300 characters is refused before it is read (MAX_TEXT_LENGTH).';
const PLACE = 'A place of more than 250 characters is not cut (maxChars).';
const APART =
  'Static analysis counts beginnings within what was taken; a beginning here cannot lie within a take.';
const OWN = 'Reads what this repository made, on the machine of whoever runs the command.';
const SETTING = 'An address that whoever runs the site has set.';

export const boundedRegexes: readonly BoundedRegex[] = [
  {
    literal: String.raw`/^(\s*[^\s,]*\d[^\s,]*\s+(?:\d\/\d\s+)?)([^,#]*?)(\s*(?:[,#].*|\s\d{3,5}(?:-\d{0,4})?\s*)?)$/s`,
    grows: 'square',
    why: ADDRESS,
  },
  {
    literal: String.raw`/\S[\s,]+(?:\w{2}[\s,]+)?(\d{3,5})(?:-\d{0,4})?[\s.,]*$/`,
    grows: 'square',
    why: ADDRESS,
  },
  {
    literal: String.raw`/^\W*(?:(?:(?:MY|HOME|STREET|VOTER|RESIDENTIAL|MI) )*(?:ADDRESS|DIRECCION)(?: IS| ES)?|I(?:'M| AM)? LIV(?:E|ING) (?:AT|ON|IN)|(?:YO )?VIVO EN|(?:ATTN|ATTENTION|C\/O|CARE OF)\b[^\d,#\n]*?)\s*[:.-]?\s*(?=#?\d)/`,
    grows: 'square',
    why: ADDRESS,
  },
  {
    literal: String.raw`/^(\s*(?:[^\d\s#][^\d#]*|(?:[A-Z]+[. ]*)?#?\s*[A-Z]?\d+[A-Z]?|[A-Z]+[. ]+[A-Z]))\s+-\s+(?=#?\d)/`,
    grows: 'square',
    why: ADDRESS,
  },
  {
    literal: String.raw`/^0*(\d+)(?:ST|ND|RD|TH)$/`,
    grows: 'square',
    why: 'A word of an address, or of a street whose name is in a list.',
  },
  {
    literal: String.raw`/\s*[\r\n]\s*|\s*[,;|]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|:\s+|\s+@\s*|\s*\((?=[^()]*\)$)/g`,
    grows: 'square',
    why: PLACE,
  },
  {
    literal: String.raw`/(?<!\d) ?[-–—]+ +(?!\d)|(?<!\d) +[-–—]+ ?(?!\d)/g`,
    grows: 'square',
    why: PLACE,
  },
  { literal: String.raw`/(\d)\s*-\s*(?=\d)/g`, grows: 'linear', why: APART },
  {
    literal: String.raw`/^#?(?:\d+-?[A-Z]{0,2}|[A-Z]{1,2}-?\d*|\d+[-/]\d+|[A-Z]\d+[A-Z])$/`,
    grows: 'linear',
    why: 'Its ways differ after the digits, so that each is tried once.',
  },
  {
    literal: String.raw`/\s*[;\n]\s*/`,
    grows: 'square',
    why: 'Splits a table of this repository when it is loaded.',
  },
  {
    literal: '/^-+|-+$/g',
    grows: 'square',
    why: 'What stands before it has made every run of signs one hyphen.',
  },
  {
    literal: String.raw`/^(.*?)[\s,]+([A-Za-z]{2})\.?[\s,]+(\d{5}(?:-?\d{4})?)(?:[\s,]+USA?)?$/`,
    grows: 'square',
    why: 'A cell of more than 300 characters is not taken for one line (readOneLine).',
  },
  {
    literal: String.raw`/^(.*?)(?:\s*[,;]?\s*(?<![a-z])(?:ext(?:ension)?|x)[.:]?\s*(\d{1,6}))?$/i`,
    grows: 'worse',
    why: 'A phone number of more than 100 characters is shown as it stands (phoneLink).',
  },
  {
    literal: String.raw`/^\/(?:\.well-known\/)?(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/`,
    grows: 'linear',
    why: 'A slash ends each round, and no round takes one. Paths have at most 255 characters besides.',
  },
  {
    literal: String.raw`/ \(CITY.*$/`,
    grows: 'square',
    why: 'Names of counties in the ZIP reference, which whoever runs the site gives.',
  },
  {
    literal: String.raw`/^[^\s@?&%,;:<>"]+@[^\s@?&%,;:<>"]+\.[a-z]{2,}$/i`,
    grows: 'linear',
    why: 'Letters after a dot end at the next dot: all tries together take each letter once.',
  },
  { literal: String.raw`/\/+$/`, grows: 'square', why: SETTING },
  {
    literal: String.raw`/href="(\/(?:p\/[\w-]+|[\w-]+\/phones)\/)(?:index\.html)?"/g`,
    grows: 'linear',
    why: APART,
  },
  {
    literal: String.raw`/(\/(?:_next\/static|texts)\/[\w/.~-]+)|(?:src|href)="(\/[\w-]+\.(?:js|svg))"/g`,
    grows: 'linear',
    why: 'Whatever begins is taken to its end: nothing has to follow.',
  },
  { literal: String.raw`/\/\*[\s\S]*?\*\//g`, grows: 'square', why: OWN },
  { literal: String.raw`/<h1>(.*?)<\/h1>/`, grows: 'square', why: OWN },
  {
    literal: String.raw`/<script\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/script\s*>/gi`,
    grows: 'square',
    why: OWN,
  },
  {
    literal: String.raw`/<style\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/style\s*>/gi`,
    grows: 'square',
    why: OWN,
  },
  { literal: `/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi`, grows: 'square', why: OWN },
  { literal: String.raw`/listen [^;]*?:(\d+)/`, grows: 'square', why: OWN },
  {
    literal: String.raw`/^\s*\d+\s+\d+\s+(\d+)\s*$/m`,
    grows: 'square',
    why: 'The page of figures of an edge that whoever runs the site has named.',
  },
  { literal: String.raw`/^\{(\d+)(,?)(\d*)\}/`, grows: 'square', why: OWN },
];

/** Expressions that are made at run time: file -> of what. A new one is looked at by somebody, and added. */
export const madeRegexes: Readonly<Record<string, string>> = {
  'lib/ingest/vip/hours-text.ts': 'Of constants; a text of more than 80 characters is refused before it.',
  'lib/release/page-paths.ts':
    'Of constants with bounds; a path of more than 255 characters is refused with it.',
  'scripts/checks/file-rules.ts': 'Of constants, for the sources of this repository.',
  'scripts/checks/regex-steps.ts': 'Of single characters of the expressions in the sources.',
  'scripts/drill/plain-lists.ts': 'Of a ZIP of the drill’s own state.',
};
