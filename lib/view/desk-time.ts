// Owns how the desk writes moments: in the office's own time. English alone, as the desk is. Pure.

/** Where most of a state's people live; an office that lies elsewhere says so in its settings. */
const zoneOfState: Readonly<Record<string, string>> = {
  'America/New_York': 'CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV',
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
  'America/Puerto_Rico': 'PR VI',
  'Pacific/Guam': 'GU MP',
  'Pacific/Pago_Pago': 'AS',
};

const zoneNames: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
  'America/Puerto_Rico': 'Atlantic',
  'Pacific/Guam': 'Chamorro',
  'Pacific/Pago_Pago': 'Samoa',
};

/** Zones that an office can choose from. */
export const deskTimeZones: readonly string[] = Object.keys(zoneOfState);

/** `Central (Chicago)` for `America/Chicago`. */
export function zoneText(timeZone: string): string {
  const name = zoneNames[timeZone];
  const city = timeZone.replace(/^.*\//, '').replaceAll('_', ' ');
  return name === undefined || name === city ? city : `${name} (${city})`;
}

/** `officeTimeZone({state: 'MS'})` is `America/Chicago`; an office's own `timeZone` comes first; `UTC` for no state. */
export function officeTimeZone(office: {
  readonly state: string;
  readonly timeZone?: string | undefined;
}): string {
  if (office.timeZone !== undefined) return office.timeZone;
  const found = Object.entries(zoneOfState).find(([, states]) => states.split(' ').includes(office.state));
  return found?.[0] ?? 'UTC';
}

/** `Oct 1, 2026, 7:00 am CDT`. `at`: ISO 8601. */
export function deskTime(at: string, timeZone: string): string {
  const text = new Date(at).toLocaleString('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return text.replace(/\s(AM|PM)/, (_, half: string) => `\u00a0${half.toLowerCase()}`);
}

/** How long before `now`: `just now`, `4 minutes ago`, `3 hours ago`, `2 days ago`. */
export function agoText(at: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return counted(minutes, 'minute');
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour');
  return counted(Math.floor(minutes / (24 * 60)), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** `Tuesday, November 3, 2026` for `2026-11-03`; what is no date stays as it is. */
export function electionDay(date: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'full', timeZone: 'UTC' });
}
