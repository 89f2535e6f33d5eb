// Owns on their way out: source, state, election, and whom to call (VIP 6.0 ElectionAdministration with its Department's
// ContactInformation).

import type { ElectionAdministration, ListedDataset } from '@/lib/core/vip';
import { officeIdOf } from '../office-id';
import { readState } from '../tables/cells';
import { addressLines } from '../vip/read-administrations';

import { type FlatTable, flatTable } from './flat-table';
import type { ExportedHours } from './hours-tables';

export const stateId = 'state';

/** `source`, `state` and `election`. */
export function feedTables(dataset: ListedDataset, hours: ExportedHours): readonly FlatTable[] {
  const { source, state, election, localities, officeId } = dataset;
  const ownId = officeIdOf(state.abbreviation, localities, source) === officeId ? '' : officeId;
  const abbreviation = readState(state.name ?? '') === state.abbreviation ? '' : state.abbreviation;
  return [
    flatTable(
      'source',
      ['id', 'name', 'vip_id', 'date_time', 'version'],
      ['office_id'],
      [['source', source.name ?? '', source.vipId ?? '', source.dateTime ?? '', '6.0', ownId]],
    ),
    flatTable(
      'state',
      ['id', 'name', 'election_administration_id'],
      ['abbreviation'],
      [[stateId, state.name ?? '', state.electionAdministrationId ?? '', abbreviation]],
    ),
    flatTable(
      'election',
      ['id', 'date', 'name', 'election_type', 'state_id', 'is_statewide', 'hours_open_id', 'polling_hours'],
      [],
      [
        [
          ...[
            election.id,
            election.date,
            election.name,
            election.type ?? '',
            stateId,
            String(election.isStatewide),
          ],
          ...[hours.idOf(election.hours), election.hours?.text ?? ''],
        ],
      ],
    ),
  ];
}

/** `election_administration`, and `department` and `contact_information` for what stands there in VIP 6.0. */
export function administrationTables({
  electionAdministrations: offices,
}: ListedDataset): readonly FlatTable[] {
  const taken = new Set(offices.map(({ id }) => id));
  const departments: string[][] = [];
  const contacts: string[][] = [];
  for (const office of offices) {
    const contact = contactCells(office);
    if (contact.every((cell) => cell === '')) continue;
    let id = `${office.id}-department`;
    while (taken.has(id)) id = `${id}-1`;
    taken.add(id);
    departments.push([id, office.id]);
    contacts.push([`${id}-contact`, id, ...contact]);
  }
  const own = ['what_to_bring', 'report_uri', 'languages'];
  const rows = offices.map(
    ({ id, name, electionsUri, registrationCheckUri, whatToBring, reportUri, languages }) => [
      ...[id, name ?? '', electionsUri ?? '', registrationCheckUri ?? ''],
      ...[whatToBring ?? '', reportUri ?? '', languages.join(' ')],
    ],
  );
  return [
    flatTable('election_administration', ['id', 'name', 'elections_uri', 'am_i_registered_uri'], own, rows),
    flatTable('department', ['id', 'election_administration_id'], [], departments),
    flatTable('contact_information', contactColumns, [], contacts),
  ];
}

const contactColumns = [
  ...[
    'id',
    'parent_id',
    'phone',
    'email',
    'hours',
    'structured_line_1',
    'structured_line_2',
    'structured_line_3',
  ],
  ...['structured_city', 'structured_state', 'structured_zip'],
];

function contactCells({
  phone,
  email,
  hoursText,
  addressLines: lines,
}: ElectionAdministration): readonly string[] {
  const { line1, line2, line3, city, state, zip } = addressCells(lines);
  return [phone ?? '', email ?? '', hoursText ?? '', line1, line2, line3, city, state, zip];
}

type AddressCells = Parameters<typeof addressLines>[0];

/** The cells from which `addressLines` makes these lines again: the last one taken apart where it is a town with state and ZIP. */
function addressCells(lines: readonly string[]): AddressCells {
  const street = lines.length > 1 ? lines.slice(0, -1) : lines;
  const town = /^(.{1,100}), ([A-Z]{2}) (\d{5}(?:-\d{4})?)$/.exec(
    lines.length > 1 ? (lines.at(-1) ?? '') : '',
  );
  const [line1 = '', line2 = '', line3 = ''] = street;
  const parted = { line1, line2, line3, city: town?.[1] ?? '', state: town?.[2] ?? '', zip: town?.[3] ?? '' };
  if (town !== null && addressLines(parted).join('\n') === lines.join('\n')) return parted;
  const [first = '', second = '', third = '', fourth = ''] = lines;
  return { line1: first, line2: second, line3: third, city: fourth, state: '', zip: '' };
}
