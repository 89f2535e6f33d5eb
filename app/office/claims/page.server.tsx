// Owns the page on offices that list the same addresses: both sides see it, the state decides. Wires only.

import type { Metadata } from 'next';
import { ClaimCard } from '@/components/office/claim-card';
import { EmptyState } from '@/components/office/empty-state';
import { OfficePage } from '@/components/office/office-page';
import { officePorts } from '@/lib/adapters/office-container';
import { pageSession } from '@/lib/adapters/office-page';
import { may } from '@/lib/office/accounts/actor';
import { offices } from '@/lib/office/offices/office';
import { claimsOf } from '@/lib/office/publish/decide-claim';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Claims' };

export default async function ClaimsPage() {
  const { actor } = await pageSession('/office/claims/');
  const ports = await officePorts();
  const [all, claims] = await Promise.all([offices.list(ports.state), claimsOf(ports, actor.officeId)]);
  const names = new Map(all.map(({ value }) => [value.id, value.name]));
  const own = all.find(({ value }) => value.id === actor.officeId)?.value ?? null;
  return (
    <OfficePage
      person={actor}
      office={own}
      current="claims"
      title="Claims"
      lead="Where two offices list the same addresses for the same day, one of them answers."
    >
      {claims.length === 0 && <EmptyState text="No two offices list the same addresses." />}
      {claims.map((claim) => (
        <ClaimCard
          key={claim.id}
          claim={claim}
          nameOf={(officeId) => names.get(officeId) ?? officeId}
          mayDecide={may(actor, 'claim', null)}
        />
      ))}
    </OfficePage>
  );
}
