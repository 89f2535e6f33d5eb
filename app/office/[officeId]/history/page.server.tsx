// Owns an office's history: what was published, and the lists that it could go back to. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EarlierLists } from '@/components/office/earlier-lists';
import { EmptyState } from '@/components/office/empty-state';
import { HistoryTable } from '@/components/office/history-table';
import { OfficePage } from '@/components/office/office-page';
import { RollbackWish } from '@/components/office/rollback-wish';
import { officePorts } from '@/lib/adapters/office-container';
import { pageActor } from '@/lib/adapters/office-page';
import { may } from '@/lib/office/accounts/actor';
import { offices } from '@/lib/office/offices/office';
import { choices } from '@/lib/office/publish/choice';
import { history } from '@/lib/office/publish/history';
import { rollbacks } from '@/lib/office/publish/rollback';
import { officeTimeZone } from '@/lib/view/desk-time';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'History' };

const PAGE = 50;

interface HistoryPageProps {
  readonly params: Promise<{ readonly officeId: string }>;
  readonly searchParams: Promise<{ readonly before?: string }>;
}

export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { officeId } = await params;
  const actor = await pageActor('read', officeId, `/office/${officeId}/history/`);
  const ports = await officePorts();
  const office = (await offices.read(ports.state, officeId))?.value ?? notFound();
  const before = Number((await searchParams).before) || undefined;
  const [entries, chosen, wishes] = await Promise.all([
    history(ports, { officeId, limit: PAGE, ...(before === undefined ? {} : { before }) }),
    choices.list(ports.state, officeId),
    rollbacks.list(ports.state, officeId),
  ]);
  const timeZone = officeTimeZone(office);
  const last = entries.at(-1);
  const asked = wishes.map(({ value }) => value).filter(({ state }) => state === 'requested');
  return (
    <OfficePage person={actor} office={office} current="history" title="History">
      {asked.map((wish) => (
        <RollbackWish key={wish.id} wish={wish} timeZone={timeZone} />
      ))}
      {entries.length === 0 && before === undefined ? (
        <EmptyState text="Nothing of this office has been published yet." />
      ) : (
        <HistoryTable officeId={officeId} entries={entries} timeZone={timeZone} />
      )}
      {last !== undefined && entries.length === PAGE && (
        <p>
          <a href={`?before=${last.sequence}`}>Earlier releases</a>
        </p>
      )}
      {chosen.length > 0 && (
        <section className="desk-section" aria-labelledby="lists">
          <h2 id="lists">Lists to go back to</h2>
          <p>
            If the live list turns out wrong, an earlier one can be live again in a minute. One person asks
            for it, another approves. Other offices are not touched.
          </p>
          {chosen.map(({ value: choice }) => (
            <EarlierLists
              key={choice.electionId}
              choice={choice}
              timeZone={timeZone}
              mayAsk={may(actor, 'rollback', officeId)}
            />
          ))}
        </section>
      )}
    </OfficePage>
  );
}
