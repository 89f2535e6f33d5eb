// Owns examples of what is wrong with a VIP feed in XML. Data only.

import type { xmlCodes } from '../codes/xml';
import type { ExamplesOf, ProblemExample } from './example';
import { text } from './spoil';

/** A feed without a problem, an entry a line. */
const lines: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<VipObject schemaVersion="6.0">',
  '<Source id="s1"><Name>Made-up County</Name><VipId>39</VipId></Source>',
  '<State id="st39"><Name>Ohio</Name></State>',
  '<Election id="e1"><Date>2026-11-03</Date><StateId>st39</StateId></Election>',
  '<ElectionAdministration id="ea1"><Phone>555-0100</Phone></ElectionAdministration>',
  '<Locality id="loc1"><Name>Made-up</Name><ElectionAdministrationId>ea1</ElectionAdministrationId></Locality>',
  '<Precinct id="p1"><Name>North</Name><LocalityId>loc1</LocalityId><PollingLocationIds>pl1</PollingLocationIds></Precinct>',
  '<PollingLocation id="pl1"><Name>First School</Name><AddressStructured><Line1>1 Oak St</Line1><City>Springvale</City><State>OH</State><Zip>43999</Zip></AddressStructured></PollingLocation>',
  '<StreetSegment id="ss1"><IncludesAllAddresses>true</IncludesAllAddresses><StreetName>OAK</StreetName><City>Springvale</City><State>OH</State><Zip>43999</Zip><PrecinctId>p1</PrecinctId></StreetSegment>',
  '<StreetSegment id="ss2"><IncludesAllAddresses>true</IncludesAllAddresses><StreetName>ELM</StreetName><City>Springvale</City><State>OH</State><Zip>43999</Zip><PrecinctId>p1</PrecinctId></StreetSegment>',
  '</VipObject>',
];
const everyTable = [
  'source.txt',
  'state.txt',
  'election.txt',
  'election_administration.txt',
  'locality.txt',
  'precinct.txt',
  'polling_location.txt',
  'street_segment.txt',
] as const;

/** The feed, spoilt by `spoil`; `row`: the line where it is found; null: in the file as a whole. */
function feed(
  row: number | null,
  spoil: (lines: readonly string[]) => readonly string[],
): Pick<ProblemExample, 'without' | 'files' | 'at' | 'mended'> {
  return {
    without: everyTable,
    files: [text('feed.xml', ...spoil(lines))],
    at: { file: 'feed.xml', row },
    mended: { without: everyTable, files: [text('feed.xml', ...lines)] },
  };
}

/** `part` of one line replaced. */
const replaced =
  (part: string, by: string) =>
  (all: readonly string[]): readonly string[] =>
    all.map((line) => line.replace(part, by));

export const xmlExamples = {
  'xml-malformed': {
    title: 'The XML is not well-formed',
    ...feed(8, replaced('</Precinct>', '</Precint>')),
  },
  'xml-cut-off': {
    title: 'The XML file ends too early',
    ...feed(11, (all) => all.slice(0, -1)),
    files: [
      {
        kind: 'text',
        name: 'feed.xml',
        lines: [...lines.slice(0, -2), '<StreetSegment id="ss2"><IncludesAllAddresses>tr'],
        isCut: true,
      },
    ],
  },
  'xml-doctype': {
    title: 'The XML file declares a document type',
    ...feed(2, (all) => [...all.slice(0, 1), '<!DOCTYPE VipObject SYSTEM "vip.dtd">', ...all.slice(1)]),
  },
  'xml-entity': {
    title: 'An & that should be written &amp;',
    ...feed(9, replaced('First School', 'Oak & Elm School')),
  },
  'xml-encoding-unknown': {
    title: 'The encoding is not read here',
    ...feed(1, replaced('UTF-8', 'Shift_JIS')),
  },
  'xml-not-vip': {
    title: 'The XML is no VIP feed',
    ...feed(null, (all) => all.map((line) => line.replace('VipObject', 'ElectionResults'))),
    instead: 'file-xml',
    also: ['file-missing'],
  },
  'xml-value-twice': {
    title: 'An element has two values',
    ...feed(10, (all) =>
      all.map((line) =>
        line.includes('id="ss1"')
          ? line.replace('<Zip>43999</Zip>', '<Zip>43999</Zip><Zip>43998</Zip>')
          : line,
      ),
    ),
  },
} as const satisfies ExamplesOf<typeof xmlCodes>;
