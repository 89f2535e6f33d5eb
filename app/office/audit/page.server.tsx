// Owns /office/audit/: who did what and when. The state's people see everything, others what concerns their office. Wires
// only.

import type { Metadata } from 'next';
import { z } from 'zod';
import { AuditFilterForm } from '@/components/office/audit-filter';
import { AuditTable } from '@/components/office/audit-table';
import { EmptyState } from '@/components/office/empty-state';
import { OfficePage } from '@/components/office/office-page';
import { officePorts } from '@/lib/adapters/office-container';
import { OWN_OFFICE, ownOffice, ownTimeZone, pageActor } from '@/lib/adapters/office-page';
import { auditActions } from '@/lib/office/audit/entry';
import { type AuditFilter, readAudit } from '@/lib/office/audit/read-audit';
import { offices } from '@/lib/office/offices/office';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Audit' };

const PAGE = 100;

const askedSchema = z.object({
  office: z
    .string()
    .regex(/^[a-z0-9-]{2,60}$/)
    .nullable()
    .catch(null),
  person: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .nullable()
    .catch(null),
  action: z.enum(auditActions).nullable().catch(null),
  day: z.iso.date().nullable().catch(null),
  before: z.coerce.number().int().min(2).nullable().catch(null),
});
type Asked = z.infer<typeof askedSchema>;

interface AuditProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function AuditPage({ searchParams }: AuditProps) {
  const actor = await pageActor('readAudit', OWN_OFFICE, '/office/audit/');
  const asked = askedSchema.parse(await searchParams);
  const ports = await officePorts();
  const office = await ownOffice(actor);
  const all = actor.role === 'state' ? (await offices.list(ports.state)).map(({ value }) => value) : [];
  const known = [...all, ...(office === null ? [] : [office])];
  const filter: AuditFilter = {
    officeId: actor.officeId ?? asked.office,
    actorId: asked.person,
    action: asked.action,
    day: asked.day,
  };
  const { entries, next } = await readAudit(ports, filter, { before: asked.before, limit: PAGE });
  return (
    <OfficePage
      person={actor}
      office={office}
      current="audit"
      title="Audit"
      lead="Who did what, and when. Entries are chained: none can be changed or taken out without a trace."
    >
      <AuditFilterForm offices={all} actions={auditActions} chosen={filter} />
      <p>
        <a href={exportHref(filter.officeId)} download>
          Download as JSON Lines
        </a>
        {asked.person !== null && (
          <>
            {' · '}
            <a href={pageHref({ ...asked, person: null, before: null })}>Entries of everybody</a>
          </>
        )}
      </p>
      {entries.length === 0 ? (
        <EmptyState text="There is nothing that fits. Try another day, or everything." />
      ) : (
        <AuditTable
          entries={entries}
          timeZone={await ownTimeZone(actor)}
          officeNames={new Map(known.map(({ id, name }) => [id, name]))}
          hrefOfPerson={(person) => pageHref({ ...asked, person, before: null })}
        />
      )}
      {next !== null && (
        <p>
          <a href={pageHref({ ...asked, before: next })}>Earlier entries</a>
        </p>
      )}
    </OfficePage>
  );
}

function exportHref(officeId: string | null): string {
  return officeId === null ? '/office/api/audit/export/' : `/office/api/audit/${officeId}/export/`;
}

function pageHref(asked: Asked): string {
  const given = Object.entries(asked).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return `/office/audit/?${new URLSearchParams(given)}`;
}
