// Owns every address below /office that no other page has. Without it Next gives such an address a page that was made at build
// time, whose scripts have no nonce (docs/adr/0037-policies-by-page.md). Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageSession } from '@/lib/adapters/office-page';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Not here' };

export default async function NoSuchPage() {
  await pageSession('/office/');
  notFound();
}
