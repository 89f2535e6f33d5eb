// Owns `/texts/en-….json`: written once while the pages are built, a plain file from then on.

import { notFound } from 'next/navigation';
import { laterTextsFile } from '../../later-texts';
import { siteLanguages } from '../../site-languages';

export const dynamic = 'force-static';
export const dynamicParams = false;

const files = siteLanguages.map(({ messages }) => laterTextsFile(messages));

export function generateStaticParams() {
  return files.map(({ name }) => ({ file: name }));
}

/** What a page says after the answer, in one language. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly file: string }> },
): Promise<Response> {
  const { file } = await params;
  const { json } = files.find(({ name }) => name === file) ?? notFound();
  return new Response(json, { headers: { 'Content-Type': 'application/json' } });
}
