// Owns a moment on the desk: in the office's own time, with UTC for whoever compares logs.

import { deskTime } from '@/lib/view/desk-time';

interface DeskTimeProps {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** IANA name: `America/Chicago` (`officeTimeZone` of lib/view/desk-time). */
  readonly timeZone: string;
}

/** `<DeskTime at="2026-10-01T12:00:00Z" timeZone="America/Chicago" />`: `Oct 1, 2026, 7:00 am CDT` */
export function DeskTime({ at, timeZone }: DeskTimeProps) {
  return (
    <time dateTime={at} title={`${at.slice(0, 19).replace('T', ' ')} UTC`}>
      {deskTime(at, timeZone)}
    </time>
  );
}
