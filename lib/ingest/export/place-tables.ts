// Owns polling places, early-voting sites and drop boxes on their way out (VIP 6.0 PollingLocation).

import type { Accessibility, PollingLocation } from '@/lib/core/vip';
import type { FlatTable } from './flat-table';
import type { ExportedHours } from './hours-tables';

const columns = [
  ...[
    'id',
    'name',
    'structured_line_1',
    'structured_line_2',
    'structured_line_3',
    'structured_city',
    'structured_state',
  ],
  ...[
    'structured_zip',
    'directions',
    'hours',
    'hours_open_id',
    'is_drop_box',
    'is_early_voting',
    'latitude',
    'longitude',
    'photo_uri',
  ],
];
const own = [
  ...[
    'party',
    'entrance',
    'step_free_entrance',
    'accessible_parking',
    'curbside_voting',
    'accessible_machine',
    'relay_phone',
  ],
  ...['accessibility_checked_on', 'open_start_date', 'open_end_date', 'is_kept'],
];

/** `isNamed` says whether a precinct or a locality's list leads to the place. */
export function placeTable(
  places: readonly PollingLocation[],
  hours: ExportedHours,
  isNamed: (id: string) => boolean,
): FlatTable {
  const rows = places.map((place) => {
    const isKept = !place.isDropBox && !place.isEarlyVoting && !isNamed(place.id);
    return [...placeCells(place, hours), ...ownCells(place), isKept ? 'true' : ''];
  });
  return { name: 'polling_location', columns: [...columns, ...own], own: new Set(own), rows: () => rows };
}

function placeCells(place: PollingLocation, hours: ExportedHours): readonly string[] {
  const [latitude, longitude] = place.latLng ?? [null, null];
  return [
    ...[
      place.id,
      place.name,
      place.line1,
      place.line2 ?? '',
      place.line3 ?? '',
      place.city,
      place.state,
      place.zip,
    ],
    ...[place.directions ?? '', place.hours?.text ?? '', hours.idOf(place.hours)],
    ...[
      String(place.isDropBox),
      String(place.isEarlyVoting),
      degrees(latitude),
      degrees(longitude),
      place.photoUri ?? '',
    ],
  ];
}

function ownCells({ party, entrance, accessibility, openDates }: PollingLocation): readonly string[] {
  const access: Accessibility = accessibility ?? {};
  return [
    ...[
      party ?? '',
      entrance ?? '',
      fact(access.stepFreeEntrance),
      fact(access.parking),
      fact(access.curbsideVoting),
    ],
    ...[fact(access.accessibleMachine), access.relayPhone ?? '', access.checkedOn ?? ''],
    ...[openDates?.startDate ?? '', openDates?.endDate ?? ''],
  ];
}

/** A fact that nobody has looked at is blank, which is not "no". */
function fact(known: boolean | undefined): string {
  return known === undefined ? '' : known ? 'yes' : 'no';
}

/** A decimal that reads as the same number, without an exponent. */
function degrees(value: number | null): string {
  if (value === null) return '';
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  return text.includes('e') ? value.toFixed(100) : text;
}
