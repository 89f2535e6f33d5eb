// Owns gathering what an office's desk adds to the reading of a draft's files, for the check on the server and for the page whose worker checks
// them beforehand.

import type { DeskOffice } from '@/lib/ingest/desk-office';
import type { OfficeReading } from '@/lib/ingest/office-reading';
import { type Office, offices } from '../offices/office';
import type { StateStore } from '../ports/state-store';
import type { ConfirmedMapping, Draft } from './draft';
import { mappingsFor } from './mappings';

interface GatheredReading {
  readonly reading: OfficeReading;
  /** The mappings of the reading, in their order, with who confirmed each. */
  readonly confirmed: readonly ConfirmedMapping[];
  /** The offices of the reading's desk. */
  readonly desk: readonly Office[];
}

/** `draft`: of which these are the files; of a new one its office alone is known. Throws `StoreError`. */
export async function readingOf(
  state: StateStore,
  office: Office,
  draft: Pick<Draft, 'officeId' | 'mappings' | 'election'>,
): Promise<GatheredReading> {
  const confirmed = await mappingsFor(state, draft);
  const desk = office.kind === 'state' ? (await offices.list(state)).map(({ value }) => value) : [];
  return {
    reading: {
      office: asDeskOffice(office),
      desk: desk.map(asDeskOffice),
      known: { name: office.name, phone: office.phone?.number ?? null, election: draft.election ?? null },
      mappings: confirmed.map(({ mapping }) => mapping),
    },
    confirmed,
    desk,
  };
}

/** Nothing else of an office goes to a browser. */
function asDeskOffice({ id, name, kind, state, singleNumberBeatsRange }: Office): DeskOffice {
  return { id, name, kind, state, singleNumberBeatsRange };
}
