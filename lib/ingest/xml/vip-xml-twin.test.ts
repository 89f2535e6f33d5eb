// One feed in two formats is one dataset, object for object: a made-up feed that has every field of every table, and the real one
// of which there is a flat copy.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { byteFile, feedWith, filesOf, textFile } from '../feed.fixture';
import type { SourceFile } from '../files/source-file';
import { createProblemLog } from '../problems/problem';
import { readFeed, readVipFlat } from '../read-vip-flat';
import { vipTables } from '../tables/vip-columns';
import { flatFeed, xmlOf } from './vip-xml.fixture';
import { vipXmlTables } from './vip-xml-tables';

async function readXml(file: SourceFile) {
  const log = createProblemLog();
  return readFeed(await vipXmlTables(file, log), {}, log);
}

/** Every table, and in some row of it every column that is read, by its newest name. */
const full = feedWith({
  'source.txt': ['id,name,vip_id,date_time,office_id', 's1,Made-up County,39,2026-10-01T12:00:00,oh-full'],
  'state.txt': [
    'id,name,election_administration_id,polling_location_ids,abbreviation',
    'st39,The Buckeye State,ea2,,OH',
  ],
  'election.txt': [
    'id,date,name,election_type,state_id,is_statewide,polling_hours,hours_open_id',
    'e1,2026-11-03,General Election,state,st39,false,6:30 AM - 7:30 PM,',
  ],
  'election_administration.txt': [
    'id,name,eo_id,phone,email,structured_line_1,structured_line_2,structured_line_3,structured_city,structured_state,structured_zip,hours,elections_uri,am_i_registered_uri,what_to_bring,report_uri,languages',
    'ea1,Made-up Clerk,eo1,,,1 Court Sq,Room 2,East wing,Springvale,OH,43999,8 to 5,https://e.example/,https://r.example/,A photo ID,https://m.example/,en es',
    'ea2,The State,,555-0199,state@example.test,,,,,,,,,,,,',
    'ea3,Town Clerk,,,,,,,,,,,,,,,',
    'ea4,City Clerk,,,,,,,,,,,,,,,',
  ],
  'election_official.txt': ['id,phone,email', 'eo1,555-0100,clerk@example.test'],
  'department.txt': ['id,election_administration_id,election_official_person_id', 'd1,ea3,', 'd2,ea4,per1'],
  'contact_information.txt': [
    'parent_id,name,phone,email,hours,structured_line_1,structured_line_2,structured_line_3,structured_city,structured_state,structured_zip',
    'd1,Town office,555-0101,town@example.test,9 to 4,1 Town Rd,Floor 2,Door 3,Springvale,OH,43999',
    'per1,A Person,555-0102,city@example.test,,,,,,,',
  ],
  'locality.txt': [
    'id,name,type,other_type,state_id,election_administration_id,polling_location_ids,is_mail_only,uses_vote_centers,time_zone,site_ids,is_kept',
    'loc1,Made-up,county,,st39,ea1,box,,,America/New_York,own,',
    'loc2,Townville,other,hamlet,st39,ea3,,true,,America/New_York,,',
    'loc3,Cityville,city,,st39,ea4,pl2,,true,America/New_York,,',
    'loc4,Nowhere,town,,st39,ea3,,,,America/New_York,,true',
  ],
  'precinct.txt': [
    'id,name,number,locality_id,polling_location_ids,is_mail_only,is_not_voting,uses_vote_centers',
    'p1,North,01,loc1,pl1,,,',
    'p2,South,02,loc1,pl2,,,true',
    'p3,East,03,loc1,,true,,',
    'p4,West,04,loc1,pl1,,true,',
    'p5,Town,05,loc2,,,,',
    'p6,City,06,loc3,,,,',
    'p7,Linked,07,loc1,,,,',
  ],
  'precinct_polling_location.txt': ['precinct_id,polling_location_id', 'p7,pl3'],
  'precinct_split.txt': ['id,name,precinct_id', 'sp1,A,p1'],
  'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 'sp1,pl2'],
  'polling_location.txt': [
    'id,name,structured_location_name,structured_line_1,structured_line_2,structured_line_3,structured_city,structured_state,structured_zip,address_line,latitude,longitude,lat_long,directions,hours,hours_open_id,photo_uri,is_drop_box,is_early_voting,party,entrance,step_free_entrance,accessible_parking,curbside_voting,accessible_machine,relay_phone,accessibility_checked_on,open_start_date,open_end_date,is_kept',
    'pl1,First School,,1 Oak St,Gym,Left wing,Springvale,OH,43999,,39.5,-82.5,,Behind <the> "old" mill & bridge,,ho1,https://p.example/1.jpg,,,Whig,Side door,yes,no,yes,no,555-0103,2026-09-01,,,',
    'pl2,,Second School,2 Elm St,,,Springvale,OH,43999-1234,,,,,,7am to 8pm,,,,,,,,,,,,,,,',
    'pl3,Third School,,,,,,,,"3 Fir St, Springvale, OH 43999",,,"39.6, -82.6",,,,,,,,,,,,,,,,,',
    'box,Box & Co,,4 Fir St,,,Springvale,OH,43999,,,,,,on weekdays,,,true,,,,,,,,,,,,',
    'own,Annex,,5 Fir St,,,Springvale,OH,43999,,,,,,,ho2,,,true,,,,,,,,,2026-10-20,2026-10-30,',
    'kept,Nobody,,6 Fir St,,,Springvale,OH,43999,,,,,,,,,,,,,,,,,,,,,true',
  ],
  'early_vote_site.txt': [
    'id,name,address_line1,address_line2,address_line3,address_city,address_state,address_zip,directions,start_date,end_date,days_times_open',
    '7,Town Hall,7 Fir St,Room 1,Door 2,Springvale,OH,43999,Ring twice,2026-10-20,2026-10-30,Weekdays 9 to 5',
    '8,Library,8 Fir St,,,Springvale,OH,43999,,,,',
    '9,Depot,9 Fir St,,,Springvale,OH,43999,,,,',
  ],
  'locality_early_vote_site.txt': ['locality_id,early_vote_site_id', 'loc1,7'],
  'precinct_early_vote_site.txt': ['precinct_id,early_vote_site_id', 'p1,8'],
  'state_early_vote_site.txt': ['state_id,early_vote_site_id', 'st39,9'],
  'schedule.txt': [
    'id,hours_open_id,start_time,end_time,start_date,end_date,time_zone,is_only_by_appointment',
    'sc1,ho1,06:30:00-05:00,19:30:00-05:00,2026-11-03,2026-11-03,,',
    'sc2,ho2,09:00,17:00,2026-10-20,2026-10-30,America/New_York,true',
  ],
  'street_segment.txt': [
    'id,start_house_number,end_house_number,odd_even_both,includes_all_addresses,includes_all_streets,house_number_prefix,house_number_suffix,street_direction,street_name,street_suffix,address_direction,unit_number,start_apartment_number,end_apartment_number,city,state,zip,precinct_id,precinct_split_id',
    'ss1,1,99,odd,,,N6W,1/2,N,OAK & CO,ST,S,"7,8",1a,2b,Springvale,OH,43999,p1,sp1',
    'ss2,,,,true,,,,,ELM,ST,,,,,Springvale,OH,43999-0001,p2,',
    'ss3,,,,,true,,,,,,,,,,Springvale,OH,43998,p3,',
    'ss4,2,98,Even,,,,,,FIR,AVE,,,,,Springvale,OH,43997,p4,',
    'ss5,2,98,both,,,,,,ASH,AVE,,,,,Townville,OH,43997,p5,',
    'ss6,2,98,both,,,,,,YEW,AVE,,,,,Cityville,OH,43997,p6,',
    'ss7,2,98,both,,,,,,BAY,AVE,,,,,Springvale,OH,43997,p7,',
  ],
});

describe('a feed with every field of every table', () => {
  it('has every one of them', async () => {
    const feed = await flatFeed(filesOf(full));
    const lacking = Object.entries(vipTables).flatMap(([table, { fields }]) =>
      Object.entries<readonly string[]>(fields)
        .filter(
          ([, columns]) =>
            !(feed[table] ?? []).some((cells) => columns.some((column) => (cells[column] ?? '') !== '')),
        )
        .map(([field]) => `${table}.${field}`),
    );
    // A list of places of the whole state, and an election's own schedule, are tried elsewhere: beside the words they would not count.
    expect(lacking).toEqual(['state.pollingLocationIds', 'election.hoursOpenId']);
  });

  it('gives a dataset in which every member says something', async () => {
    const { dataset, problems } = await readVipFlat(filesOf(full));
    expect(problems.filter(({ severity }) => severity === 'fatal' || severity === 'error')).toEqual([]);
    // It says false, which is not what is taken where nothing is said.
    expect(silent(dataset!)).toEqual(['election.isStatewide']);
  });

  it.each(['3.1', '5.2', '6.0'] as const)(
    'is the same dataset in XML %s, object for object',
    async (version) => {
      const files = filesOf(full);
      const flat = await readVipFlat(files);
      const xml = await readXml(textFile('feed.xml', xmlOf(await flatFeed(files), version)));
      expect(xml.dataset).toEqual(flat.dataset);
      const codes = (read: typeof flat) => read.problems.map(({ code }) => code).sort();
      expect(codes(xml)).toEqual(codes(flat));
    },
  );
});

/** Members that are blank, false or empty in all objects of their list: `precincts.number`. */
function silent(dataset: Dataset): readonly string[] {
  const says = (value: unknown) =>
    value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
  return Object.entries(dataset).flatMap(([name, value]) => {
    const items: readonly object[] = Array.isArray(value) ? value : typeof value === 'object' ? [value] : [];
    const members = new Set(items.flatMap((item) => Object.keys(item)));
    return [...members]
      .filter((member) => !items.some((item) => says(item[member as keyof typeof item])))
      .map((member) => `${name}.${member}`);
  });
}

/** What the flat copy says otherwise than the XML, cell by cell, as the two files stand (compared without this program): `from` stands
 *  in the flat file once. It was edited by hand after it was made. */
const edits: readonly { readonly file: string; readonly from: string; readonly to: string }[] = [
  { file: 'election.txt', from: '2015-03-24,State,', to: '2015-02-10,Special,' },
  { file: 'locality.txt', from: 'POWHATAN COUNTY,51,county,', to: 'POWHATAN COUNTY,51,COUNTY,' },
  { file: 'locality.txt', from: 'PORTSMOUTH CITY,51,city,', to: 'PORTSMOUTH CITY,51,Independent City,' },
  { file: 'precinct.txt', from: '0034,70123,,yes,', to: '0034,70123,,,' },
  { file: 'precinct.txt', from: '301 - DEAL,0501,', to: '501 - SMITH CROSS ROADS,0501,' },
  { file: 'precinct.txt', from: '609 - DEAL TWO,0017,', to: '017 - SEVENTEEN,0017,' },
  { file: 'street_segment.txt', from: '1,10,both,1a,2b,', to: '1,10,both,,,' },
];
/** What it has beside the XML, and what it lacks: the officials, whose phones voters are given. */
const onlyFlat = ['early_vote_site.txt', 'locality_early_vote_site.txt'];
const onlyXml = textFile(
  'election_official.txt',
  'id,phone,email\n50122,7573938644,shortd@portsmouthva.gov\n50069,,\n',
);

describe.skipIf(!hasSharedData)('the real feed of which there is a flat copy', () => {
  const folder = () => sharedData('vip', 'va-portsmouth-powhatan-2015');
  const xmlFile = () => {
    const name = 'vipFeed-51-2015-02-10.xml';
    return byteFile(name, readFileSync(sharedData('vip', 'va-portsmouth-powhatan-2015-xml', name)));
  };

  it('is one dataset, object for object, once the copy’s own edits are taken back', async () => {
    const files = readdirSync(folder())
      .filter((name) => !onlyFlat.includes(name))
      .map((name) => {
        let text = readFileSync(join(folder(), name), 'utf8');
        for (const { file, from, to } of edits.filter((edit) => edit.file === name)) {
          expect(text.split(from), `${file}: ${from}`).toHaveLength(2);
          text = text.replace(from, to);
        }
        return textFile(name, text);
      });
    const flat = await readVipFlat([...files, onlyXml]);
    const xml = await readXml(xmlFile());
    expect(flat.dataset?.streetSegments).toHaveLength(2448);
    expect(xml.dataset).toEqual(flat.dataset);
  });

  it('is another dataset as it stands, and differs in nothing but those', async () => {
    const files = readdirSync(folder()).map((name) => byteFile(name, readFileSync(join(folder(), name))));
    const flat = (await readVipFlat(files)).dataset!;
    const xml = (await readXml(xmlFile())).dataset!;
    const at = <Item extends { readonly id: string }>(items: readonly Item[], id: string) =>
      items.find((item) => item.id === id);
    expect([flat.election.date, xml.election.date]).toEqual(['2015-03-24', '2015-02-10']);
    expect([flat.election.type, xml.election.type]).toEqual(['State', 'Special']);
    expect(flat.localities.map(({ type }) => type)).toEqual(['county', 'city']);
    expect(xml.localities.map(({ type }) => type)).toEqual(['county', 'independent city']);
    expect(['90000', '90019', '90035'].map((id) => at(flat.precincts, id)?.name)).toEqual([
      '034- THIRTY-FOUR',
      '301 - DEAL',
      '609 - DEAL TWO',
    ]);
    expect([at(flat.precincts, '90000')?.isMailOnly, at(xml.precincts, '90000')?.isMailOnly]).toEqual([
      true,
      false,
    ]);
    expect([at(flat.streetSegments, '2000002')?.units, at(xml.streetSegments, '2000002')?.units]).toEqual([
      [{ start: '1a', end: '2b' }],
      [],
    ]);
    expect([
      at(flat.electionAdministrations, '40122')?.phone,
      at(xml.electionAdministrations, '40122')?.phone,
    ]).toEqual([null, expect.stringContaining('757')]);
    expect([flat, xml].map(({ pollingLocations }) => pollingLocations.length)).toEqual([44, 43]);
  });
});
