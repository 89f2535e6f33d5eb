// Owns POST /office/api/drafts/[officeId]/[draftId]/fixes/: "Put it back", and taking that back, as JSON from a page's script or as the plain
// form of a page without one. Wires only.

import { z } from 'zod';
import { comparisonMemo } from '@/lib/adapters/comparison-memo';
import { answered, draftPath } from '@/lib/adapters/draft-answers';
import { type OfficeCall, officeRoute, refusedAs, seeOther } from '@/lib/adapters/office-route';
import { isForm, readForm, readJson } from '@/lib/adapters/office-route-body';
import { putFixesBack, takeFixesOut } from '@/lib/office/fixes/fix-deeds';

export const dynamic = 'force-dynamic';
/** The lists of a large office are read and one is written. */
export const maxDuration = 300;

type Params = { readonly officeId: string; readonly draftId: string };
type Call = OfficeCall<Params, undefined>;

const MOST_BYTES = 16_000;
const place = z.number().int().nonnegative();
const body = z.union([
  z.object({ takeOut: z.string().max(200) }),
  z.object({ seen: z.string().max(200), at: z.array(place).min(1).max(100).nullable() }),
]);
type Wish = z.infer<typeof body>;

/** `{seen, at: [0]}`, `{seen, at: null}` for all, `{takeOut}` a step: `{}`. A form with these fields: 303 to the comparison,
 *  with `?fixes=CODE` where it was refused. 409 `changed`, 422 `noSuchCell`. */
export const POST = officeRoute(
  { action: 'draft', officeId: ({ officeId }: Params) => officeId },
  async (call) => {
    if (isForm(call.request)) return takeForm(call);
    const wish = await readJson(call.request, body, MOST_BYTES);
    if (!wish.ok) return refusedAs(wish.error);
    return answered(await done(call, wish.value), () => ({}));
  },
);

async function takeForm(call: Call): Promise<Response> {
  const form = await readForm(call.request, MOST_BYTES);
  if (!form.ok) return refusedAs(form.error);
  const fields = Object.fromEntries(form.value);
  const at = fields.at === 'all' ? null : [Number(fields.at)];
  const wish = body.safeParse('takeOut' in fields ? fields : { seen: fields.seen, at });
  if (!wish.success) return seeOther(pageOf(call, 'changed'));
  const result = await done(call, wish.data);
  return seeOther(result.ok ? pageOf(call) : pageOf(call, result.error.code));
}

function done({ ports, actor, params }: Call, wish: Wish) {
  const request = { ...params, actor };
  return 'takeOut' in wish
    ? takeFixesOut(ports, request, wish.takeOut)
    : putFixesBack(ports, request, wish, comparisonMemo());
}

function pageOf({ params: { officeId, draftId } }: Call, refusal?: string): string {
  const query = refusal === undefined ? '' : `?fixes=${refusal}`;
  return `${draftPath({ officeId, id: draftId })}compare/${query}#fixes`;
}
