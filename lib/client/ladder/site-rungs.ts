// Owns which rungs this site's ladder has, and their order (docs/adr, "Rungs in the browser"). A new kind of rung is
// one line here. It must not ask any of them.

import type { DeviceCopy } from '../device-copy';
import { httpRung } from './http-rung';
import { localRung, type Rung } from './rung';

/** Where the build put the release that came with the pages. */
const BUILT_IN = '/built-in';

/** Live first: it is asked alone. `mirrors` are origins: `['https://backup.example']`. */
export function siteRungs(
  mirrors: readonly string[],
  device: DeviceCopy,
  fetchFile: typeof fetch,
): readonly [Rung, ...Rung[]] {
  return [
    httpRung('live', '', fetchFile),
    ...mirrors.map((origin) => httpRung('mirror', origin, fetchFile)),
    localRung('device', device.source),
    httpRung('builtIn', BUILT_IN, fetchFile),
  ];
}
