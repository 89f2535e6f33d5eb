// Owns what no feed may ever give, whatever format it came in. Shares no code with what reads them.

import type { ReadVipFlat } from '@/lib/ingest/read-vip-flat';
import type { Verdict } from '../fuzz-parser';

/** Nothing dangles; numbers, states and ZIPs are such; null only where something fatal says why. */
export function judgeFeed({ dataset, problems }: ReadVipFlat): Verdict {
  const isFatal = problems.some(({ severity }) => severity === 'fatal');
  if ((dataset === null) !== isFatal) return { wrong: 'a dataset beside a fatal problem, or neither' };
  if (dataset === null) return 'refused';
  const [precincts, places, localities] = [
    dataset.precincts,
    dataset.pollingLocations,
    dataset.localities,
  ].map((all) => new Set(all.map(({ id }) => id)));
  for (const {
    id,
    startHouseNumber: start,
    endHouseNumber: end,
    precinctId,
    zip: code,
    streetName,
  } of dataset.streetSegments) {
    const isNumber = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
    if (!isNumber) return { wrong: `segment ${id} is ${start}-${end}` };
    if (!precincts?.has(precinctId)) return { wrong: `segment ${id} leads to no precinct` };
    if (!/^\d{5}$/.test(code) || streetName === '') return { wrong: `segment ${id}: ${streetName} ${code}` };
  }
  for (const { id, localityId, pollingLocationIds } of dataset.precincts) {
    if (!localities?.has(localityId)) return { wrong: `precinct ${id} lies nowhere` };
    if (!pollingLocationIds.every((each) => places?.has(each)))
      return { wrong: `precinct ${id} has a place that is none` };
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(dataset.election.date))
    return { wrong: `an election on ${dataset.election.date}` };
  return /^[a-z0-9-]+$/.test(dataset.officeId)
    ? 'accepted'
    : { wrong: `an office called ${dataset.officeId}` };
}
