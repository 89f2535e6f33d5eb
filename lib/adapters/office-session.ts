// Owns what routes of accounts work with, and the cookies of a browser that has just signed in. Knows no use case.

import type { SignedInBrowser } from '@/lib/office/accounts/enrol';
import type { PeoplePorts } from '@/lib/office/accounts/people-ports';
import type { OfficePorts } from '@/lib/office/ports/office-ports';
import { officeHost } from './office-origin';
import { deviceCookie, sessionCookie } from './session-cookie';
import { createPasskeys } from './webauthn';

/** The stores, and passkeys of this host. */
export function peoplePorts(ports: OfficePorts): PeoplePorts {
  return { ...ports, passkeys: createPasskeys(officeHost().origin) };
}

/** Headers that sign a browser in. */
export function signedInHeaders({ sessionSecret, deviceSecret }: SignedInBrowser): Headers {
  const headers = new Headers();
  headers.append('Set-Cookie', sessionCookie(sessionSecret));
  if (deviceSecret !== null) headers.append('Set-Cookie', deviceCookie(deviceSecret));
  return headers;
}

/** `Chrome on Windows`, from the request's own word; never more than that is kept. */
export function browserName(request: Request): string {
  const agent = request.headers.get('user-agent') ?? '';
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'A browser';
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone or iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
] as const;
