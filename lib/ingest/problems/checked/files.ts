// Owns what is checked of files as a whole: empty ones, those of another kind, zips, sizes. Data only.

import { ownList } from '../examples/own-list';
import { soundFeed } from '../examples/sound-feed';
import { text } from '../examples/spoil';
import { problemExamples } from '../problem-examples';
import type { CheckedItem, Way } from './checked-item';
import { own, wholeList } from './own-lists';

const textOnly = { forms: [] } as const;

/** A file of another kind under the name of a list. */
const insteadOfList = (way: string, file: Way['files'][number], found: readonly string[]): Way => ({
  way,
  around: 'own',
  files: [file],
  officeState: 'OH',
  found,
  forms: [],
});

export const fileItems: readonly CheckedItem[] = [
  {
    item: 'An empty file, or one of headers alone',
    codes: ['file-empty', 'nothing-left'],
    ways: [
      {
        way: 'a table of a feed',
        files: [text('precinct.txt', ' ')],
        found: ['fatal file-empty precinct.txt:- - «-»'],
        ...textOnly,
      },
      {
        way: 'streets of headers alone',
        files: [text('street_segment.txt', soundFeed['street_segment.txt'][0])],
        found: [
          'fatal nothing-left street_segment.txt:- - «-»',
          'warning precinct-without-streets precinct.txt:2 id «p1 p2»',
        ],
        forms: ['zip', 'tabs in UTF-16BE', 'workbook'],
      },
      insteadOfList('a list of the office', text('list.csv', ' '), ['fatal file-empty list.csv:- - «-»']),
      {
        ...own(
          'ranges',
          [],
          ['fatal nothing-left list.csv:- - «-»'],
          'a list of the office with its header alone',
        ),
        files: [
          text('list.csv', 'Street,Low,High,Side,Town,St,ZIP,Pct,Votes at,Place address,Hours,Lat,Long'),
        ],
      },
      {
        ...own(
          'precinctPlaces',
          [],
          ['fatal nothing-left list.csv:- - «-»'],
          'a list of precincts with its header alone',
        ),
        files: [text('list.csv', 'Pct,Votes at,Address,City,State,Zip,Hours,Lat,Long')],
      },
      {
        ...own(
          'addresses',
          [],
          ['fatal nothing-left list.csv:- - «-»'],
          'a list of addresses with its header alone',
        ),
        files: [text('list.csv', 'Address,Pct,Votes at,Place address')],
      },
      {
        way: 'a list of the office in which each row is damaged',
        around: 'own',
        ...wholeList('ranges', ['Oak St,1,99', 'Oak St,2,98']),
        found: [
          'error row-too-few-cells list.csv:2 - «Oak St 1 99»',
          'error row-too-few-cells list.csv:3 - «Oak St 2 98»',
          'fatal nothing-left list.csv:- - «-»',
        ],
        forms: ['zip', 'tabs in UTF-16BE'],
      },
      {
        ...own('ranges', [], [], 'one of headers alone beside a list is none'),
        files: [
          ...own('ranges', [], []).files,
          text('north.csv', 'Street,Low,High,Side,Town,St,ZIP,Pct,Votes at,Place address,Hours,Lat,Long'),
        ],
        gives: [3, 2, 2],
        forms: ['zip'],
      },
    ],
  },
  {
    item: 'A PDF, a zip or another kind of file under the name of a list',
    happens:
      'It is known by its bytes. What is a list is read; what is none is refused, and the report says what to do in that program.',
    codes: [
      'file-pdf',
      'file-word',
      'file-html',
      'file-image',
      'file-old-excel',
      'file-packed',
      'file-json',
      'file-xml',
    ],
    ways: [
      insteadOfList('a PDF called .csv', text('list.csv', '%PDF-1.7', '%âãÏÓ'), [
        'fatal file-pdf list.csv:- - «-»',
      ]),
      insteadOfList(
        'a picture called .txt',
        { kind: 'bytes', name: 'list.txt', hex: '89 50 4e 47 0d 0a 1a 0a', is: 'A scan' },
        ['fatal file-image list.txt:- - «-»'],
      ),
      insteadOfList(
        'an Excel 97 file called .xlsx',
        { kind: 'bytes', name: 'list.xlsx', hex: 'd0 cf 11 e0 a1 b1 1a e1', is: 'An old workbook' },
        ['fatal file-old-excel list.xlsx:- - «-»'],
      ),
      insteadOfList(
        'a web page called .xls',
        text('list.xls', '<html><table><tr><td>Oak St</td></tr></table></html>'),
        ['fatal file-html list.xls:- - «-»'],
      ),
      insteadOfList('a letter of Word', text('list.doc', '{\\rtf1 Oak St 1-99 votes at First School}'), [
        'fatal file-word list.doc:- - «-»',
      ]),
      insteadOfList(
        'a list packed by gzip, called .csv',
        { kind: 'bytes', name: 'list.csv', hex: '1f 8b 08 00 00 00 00 00', is: 'gzip' },
        ['fatal file-packed list.csv:- - «-»'],
      ),
      insteadOfList('JSON called .csv', text('list.csv', '[{"street": "Oak St", "low": 1}]'), [
        'fatal file-json list.csv:- - «-»',
      ]),
      insteadOfList(
        'a map (KML) called .txt',
        text('list.txt', '<?xml version="1.0"?>', '<kml><Placemark/></kml>'),
        ['fatal file-xml list.txt:- - «-»'],
      ),
      {
        way: 'a PDF called precinct.txt in a feed',
        files: [text('precinct.txt', '%PDF-1.7')],
        found: ['fatal file-pdf precinct.txt:- - «-»'],
        ...textOnly,
      },
      {
        ...own('ranges', [], [], 'a zip called list.csv, with the list in it'),
        files: [{ kind: 'zip', name: 'list.csv', entries: [{ name: 'list.csv', lines: ownList }] }],
        mappings: problemExamples['archive-empty'].mended.mappings ?? [],
        found: [],
        gives: [3, 2, 2],
      },
    ],
  },
  {
    item: 'A zip that is damaged, locked, far too large, or holds another',
    happens: 'It is refused whole: nothing can be published from it.',
    codes: [
      'archive-unreadable',
      'archive-encrypted',
      'archive-ratio',
      'archive-nested',
      'archive-size-lies',
      'archive-empty',
    ],
    ways: (
      [
        ['archive-unreadable', '-'],
        ['archive-encrypted', 'list.csv'],
        ['archive-ratio', 'list.csv'],
        ['archive-nested', 'inner.zip'],
        ['archive-size-lies', 'list.csv'],
        ['archive-empty', '-'],
      ] as const
    ).map(([code, value]) => ({
      way: problemExamples[code].title,
      around: 'own' as const,
      files: problemExamples[code].files,
      officeState: 'OH',
      found: [`fatal ${code} list.zip:- - «${value}»`],
    })),
  },
  {
    item: 'More rows or bytes than one file may have',
    happens: 'It is refused with these limits: 2,000,000 rows, 200 MB.',
    codes: ['file-too-large'],
    ways: [
      {
        way: 'a list of streets of five million rows',
        files: problemExamples['file-too-large'].files,
        found: ['fatal file-too-large street_segment.txt:- - «-»'],
        ...textOnly,
      },
    ],
  },
];
