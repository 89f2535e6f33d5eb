// Owns the golden addresses of a draft: those of what is live, until the draft says otherwise, and what the draft answers
// to them.

import { err, ok, type Result } from '@/lib/core/result';
import { loadListed } from '../drafts/datasets';
import type { Draft } from '../drafts/draft';
import { changeDraft, type DraftError, type DraftRequest, personOf, refuse } from '../drafts/draft-change';
import type { OfficePorts } from '../ports/office-ports';
import { choices } from '../publish/choice';
import type { PublishPorts } from '../publish/publish-ports';
import { type GoldenAddress, type GoldenResult, loadGolden, storeGolden } from './golden-addresses';
import { openDataset, tryGolden } from './try-dataset';

/** The blob's name; null: the office has given none. */
export async function goldenOf({ state }: OfficePorts, draft: Draft): Promise<string | null> {
  if (draft.golden) return draft.golden;
  const electionId = draft.checked?.electionId ?? null;
  const all = (await choices.list(state, draft.officeId)).map(({ value }) => value);
  const own = all.find((choice) => choice.electionId === electionId);
  if (own !== undefined) return own.current?.golden ?? null;
  // The first list for another election: what was right last time is asked again.
  const latest = [...all].sort((a, b) => (a.electionDate < b.electionDate ? 1 : -1));
  return latest.find(({ current }) => current?.golden)?.current?.golden ?? null;
}

/** What the draft answers to each of them; [] where there are none, or nothing to ask. */
export async function goldenResults(ports: PublishPorts, draft: Draft): Promise<readonly GoldenResult[]> {
  const { dataset, electionDate } = draft.checked ?? {};
  const golden = await loadGolden(ports.blobs, await goldenOf(ports, draft));
  if (golden.length === 0 || !dataset || !electionDate) return [];
  return tryGolden(await openDataset(ports, dataset), golden, electionDate, ports.now());
}

/** One line of the form: an address, and the id or the name of its place. */
export interface GoldenLine {
  readonly address: string;
  readonly place: string;
}

/** As somebody reads and writes them: a place by its name, where no other place of the draft has it. */
export async function goldenLines(ports: OfficePorts, draft: Draft): Promise<readonly GoldenLine[]> {
  const golden = await loadGolden(ports.blobs, await goldenOf(ports, draft));
  const dataset = draft.checked?.dataset ?? null;
  const places = dataset === null ? [] : (await loadListed(ports, dataset)).pollingLocations;
  return golden.map(({ address, placeId, placeName }) => {
    const name = places.find(({ id }) => id === placeId)?.name ?? placeName;
    const same = places.filter((place) => place.name.toLowerCase() === name.toLowerCase());
    return { address, place: name !== '' && same.length <= 1 ? name : placeId };
  });
}

/** Set them for this draft, whose places they must name: approved with it. `wrongState`, `notFound`; `noSuchCell` names the
 *  line whose place is none. */
export async function setGolden(
  ports: OfficePorts,
  request: DraftRequest,
  lines: readonly GoldenLine[],
): Promise<Result<Draft, DraftError>> {
  return changeDraft(ports, request, async (draft) => {
    const dataset = draft.checked?.dataset ?? null;
    if (draft.state !== 'checked' || dataset === null) {
      return refuse('wrongState', 'They can be changed while the draft is checked and not yet handed on.');
    }
    const golden = await named(ports, dataset, lines);
    if (!golden.ok) return refuse('noSuchCell', golden.error);
    return ok({
      draft: {
        ...draft,
        golden: await storeGolden(ports.blobs, golden.value),
        goldenBy: personOf(request.actor, ports.now()),
      },
      action: 'golden.changed',
      details: { addresses: golden.value.length },
    });
  });
}

async function named(
  ports: OfficePorts,
  dataset: string,
  lines: readonly GoldenLine[],
): Promise<Result<readonly GoldenAddress[], string>> {
  const { pollingLocations } = await loadListed(ports, dataset);
  const golden: GoldenAddress[] = [];
  for (const [index, { address, place }] of lines.entries()) {
    const same = (text: string) => text.trim().toLowerCase() === place.trim().toLowerCase();
    const byId = pollingLocations.find(({ id }) => id === place.trim());
    const byName = pollingLocations.filter(({ name }) => same(name));
    const found = byId ?? (byName.length === 1 ? byName[0] : undefined);
    if (found === undefined) {
      const why =
        byName.length > 1 ? 'several places have that name; give the id' : 'no place has that name or id';
      return err(`Line ${index + 1}, “${place}”: ${why}.`);
    }
    golden.push({ address: address.trim(), placeId: found.id, placeName: found.name });
  }
  return ok(golden);
}
