// Owns POST /office/api/drafts/[officeId]/[draftId]/columns/: which column holds what, as JSON from a page's script or as the
// plain form of a page without one. Wires only.

import { z } from 'zod';
import { answered, draftPath, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { type OfficeCall, officeRoute, refusedAs, seeOther } from '@/lib/adapters/office-route';
import { isForm, readForm, readJson } from '@/lib/adapters/office-route-body';
import { tableMappingSchema } from '@/lib/ingest/mapping/table-mapping-schema';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { confirmColumns, MOST_TABLES } from '@/lib/office/drafts/confirm-columns';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { offices } from '@/lib/office/offices/office';
import { choicesIn, isSeen, mappingOf, tablesIn } from '@/lib/office-client/mapping-choice';

export const dynamic = 'force-dynamic';
/** The plain form is checked in the same request. */
export const maxDuration = 300;

type Params = { readonly officeId: string; readonly draftId: string };

const MOST_BYTES = 1_000_000;
/** Choices that go back to the page in its address. */
const MOST_QUERY = 6000;
const body = z.object({ seen: z.string().max(200), mappings: z.array(tableMappingSchema).max(MOST_TABLES) });

/** `{seen, mappings}` -> the draft, to be checked again. A form: 303 to the draft, checked, or back to the page of columns.
 *  422 `needsColumns`, 409 `changed`. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId },
  async (call) => {
    if (isForm(call.request)) return takeForm(call);
    const { ports, actor, params, request } = call;
    const step = await readJson(request, body, MOST_BYTES);
    if (!step.ok) return refusedAs(step.error);
    return answered(await confirmColumns(ports, { ...params, actor }, step.value), (draft) =>
      draftStatus(draft),
    );
  },
);

async function takeForm({ ports, actor, params, request }: OfficeCall<Params, undefined>): Promise<Response> {
  const sent = await readForm(request, MOST_BYTES);
  if (!sent.ok) return refusedAs(sent.error);
  const form = sent.value;
  const page = draftPath({ officeId: params.officeId, id: params.draftId });
  const draft = (await drafts.read(ports.state, params.officeId, params.draftId))?.value;
  const office = (await offices.read(ports.state, params.officeId))?.value;
  if (draft === undefined || office === undefined) return seeOther(page);
  const tables = tablesIn(form, await loadForeign(ports, draft), office.state);
  const query = String(form).slice(0, MOST_QUERY);
  // Another row of names was chosen: its columns are to be looked at first.
  if (!isSeen(form, tables)) return seeOther(`${page}columns/?${query}`);
  const choices = choicesIn(form, tables, office.state);
  const mappings = tables.flatMap((table, index) => {
    const choice = choices[index];
    return choice === undefined ? [] : [mappingOf(table, choice)];
  });
  const step = { seen: form.get('seen') ?? '', mappings };
  const confirmed = await confirmColumns(ports, { ...params, actor }, step);
  if (!confirmed.ok) {
    if (confirmed.error.code === 'needsColumns') return seeOther(`${page}columns/?${query}`);
    return seeOther(confirmed.error.code === 'changed' ? `${page}columns/?changed=1` : page);
  }
  // What it finds stands on the page of the draft, and so does a check that somebody else has begun.
  await checkDraft(draftPorts(ports), { ...params, actor });
  return seeOther(page);
}
