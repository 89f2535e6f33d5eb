// "By mail" where a polling place should stand: in a feed, and as the name of a column.

import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed, textFile } from '../feed.fixture';
import { fieldsNamed } from '../mapping/aliases';
import { columnWords } from '../mapping/column-words';
import { readUpload } from '../read-upload';
import { saysByMail } from './mail-words';

const byMail = [soundFeed['polling_location.txt']![0]!, soundFeed['polling_location.txt']![1]!].concat(
  'pl2,Vote by Mail,1 Main St,Springvale,OH,43999',
);
const precincts = (flag: string) => [
  `${soundFeed['precinct.txt']![0]!},is_mail_only`,
  `${soundFeed['precinct.txt']![1]!},no`,
  `${soundFeed['precinct.txt']![2]!},${flag}`,
];

describe('a feed whose place is called “Vote by Mail”', () => {
  it('sends nobody there: the precinct is set aside until it says is_mail_only', async () => {
    const { dataset, problems } = await readUpload(filesOf(feedWith({ 'polling_location.txt': byMail })));
    expect(dataset?.pollingLocations.map(({ name }) => name)).toEqual(['First School']);
    expect(dataset?.precincts.map(({ id }) => id)).toEqual(['p1']);
    expect(problems.map(({ code, row }) => `${code} ${row}`)).toContain('place-says-by-mail 3');
  });

  it('is read as voting by mail where the precinct says so', async () => {
    const { dataset } = await readUpload(
      filesOf(feedWith({ 'polling_location.txt': byMail, 'precinct.txt': precincts('yes') })),
    );
    expect(dataset?.precincts.at(-1)).toMatchObject({ isMailOnly: true, pollingLocationIds: [] });
    expect(dataset?.pollingLocations.map(({ name }) => name)).toEqual(['First School']);
  });
});

describe('the name of a column', () => {
  it.each([
    'Mail only',
    'Vote by Mail',
    'VoteByMail',
    'is_mail_only',
    'All-Mail Precinct',
    'VBM',
    'By mail?',
  ])('%s may say who votes by mail', (name) => {
    expect([...fieldsNamed(columnWords(name)).keys()]).toEqual(['precinctMailOnly']);
  });

  it.each([
    'Mail',
    'Mailing Address',
    'Mail City',
    'Mail Location',
    'Email',
    'Mail Ballot Sent',
    'Mailing Precinct',
  ])('%s says nothing of it', (name) => {
    expect([...fieldsNamed(columnWords(name)).keys()]).not.toContain('precinctMailOnly');
  });

  it('is proposed where its cells say yes and no', async () => {
    const rows = ['101,City Hall,1 Main St,N', '102,,,Y', '103,Library,2 Main St,N'];
    const file = textFile(
      'list.csv',
      ['Precinct,Polling Place,Address,Vote by Mail', ...rows, ''].join('\n'),
    );
    const { foreign } = await readUpload([file], { officeState: 'OH' });
    expect(foreign[0]?.proposal.mapping.columns).toMatchObject({ placeName: 1, precinctMailOnly: 3 });
  });
});

it('knows remarks from names', () => {
  for (const text of ['BY MAIL', 'Mail-In Ballot', 'All voters vote by mail', '100% mail'])
    expect(saysByMail(text), text).toBe(true);
  for (const text of ['', 'Mail Room', 'Vote Center', 'All Saints', 'No polling place', 'Mailer Hall'])
    expect(saysByMail(text), text).toBe(false);
});
