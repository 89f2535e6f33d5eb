// Owns `/outlines/MS.json`: written once while the pages are built, a plain file from then on.

import { notFound } from 'next/navigation';
import { countyOutlines, outlinedStates } from '@/lib/adapters/county-outlines';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return outlinedStates.map((state) => ({ file: `${state}.json` }));
}

/** County borders of one state as GeoJSON. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly file: string }> },
): Promise<Response> {
  const outlines = countyOutlines((await params).file.replace(/\.json$/, '')) ?? notFound();
  return Response.json(outlines);
}
