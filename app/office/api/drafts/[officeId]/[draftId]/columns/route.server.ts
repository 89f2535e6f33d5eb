// Owns POST /office/api/drafts/[officeId]/[draftId]/columns/: which column holds what, as JSON from a page's script or as the
// plain form of a page without one. Wires only.

import { z } from 'zod';
import { answered, draftPath, draftStatus } from '@/lib/adapters/draft-answers';
import { draftPorts } from '@/lib/adapters/draft-ports';
import { type OfficeCall, officeRoute, refusedAs } from '@/lib/adapters/office-route';
import { readBytes, readJson } from '@/lib/adapters/office-route-body';
import { tableMappingSchema } from '@/lib/ingest/mapping/table-mapping';
import { checkDraft } from '@/lib/office/drafts/check-draft';
import { confirmColumns, MOST_TABLES } from '@/lib/office/drafts/confirm-columns';
import { drafts } from '@/lib/office/drafts/draft';
import { loadForeign } from '@/lib/office/drafts/foreign-tables';
import { offices } from '@/lib/office/offices/office';
import { choicesIn, mappingOf } from '@/lib/office-client/mapping-choice';

export const dynamic = 'force-dynamic';
/** The plain form is checked in the same request. */
export const maxDuration = 300;

type Params = { readonly officeId: string; readonly draftId: string };

const MOST_BYTES = 400_000;
/** Choices that go back to the page in its address. */
const MOST_QUERY = 6000;
const body = z.object({ seen: z.string().max(200), mappings: z.array(tableMappingSchema).max(MOST_TABLES) });
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** `{seen, mappings}` -> the draft, to be checked again. A form: 303 to the draft, checked, or back to the page of columns.
 *  422 `needsColumns`, 409 `changed`. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId },
  async (call) => {
    if (FORM.test(call.request.headers.get('content-type') ?? '')) return takeForm(call);
    const { ports, actor, params, request } = call;
    const step = await readJson(request, body, MOST_BYTES);
    if (!step.ok) return refusedAs(step.error);
    return answered(await confirmColumns(ports, { ...params, actor }, step.value), (draft) =>
      draftStatus(draft),
    );
  },
);

async function takeForm({ ports, actor, params, request }: OfficeCall<Params, undefined>): Promise<Response> {
  const bytes = await readBytes(request, MOST_BYTES);
  if (!bytes.ok) return refusedAs(bytes.error);
  const form = new URLSearchParams(new TextDecoder().decode(bytes.value));
  const page = draftPath({ officeId: params.officeId, id: params.draftId });
  const draft = (await drafts.read(ports.state, params.officeId, params.draftId))?.value;
  const office = (await offices.read(ports.state, params.officeId))?.value;
  if (draft === undefined || office === undefined) return to(page);
  const tables = await loadForeign(ports, draft);
  const choices = choicesIn(form, tables, office.state);
  const mappings = tables.flatMap((table, index) => {
    const choice = choices[index];
    return choice === undefined ? [] : [mappingOf(table, choice)];
  });
  const step = { seen: form.get('seen') ?? '', mappings };
  const confirmed = await confirmColumns(ports, { ...params, actor }, step);
  if (!confirmed.ok) {
    const query = String(form).slice(0, MOST_QUERY);
    if (confirmed.error.code === 'needsColumns') return to(`${page}columns/?${query}`);
    return to(confirmed.error.code === 'changed' ? `${page}columns/?changed=1` : page);
  }
  // What it finds stands on the page of the draft, and so does a check that somebody else has begun.
  await checkDraft(draftPorts(ports), { ...params, actor });
  return to(page);
}

function to(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
}
