// Owns /office/help/problems/[code]/: one code with its example, for anybody. It asks no store. Wires only.

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HelpBody } from '@/components/office/help-body';
import { OfficePage } from '@/components/office/office-page';
import { helpPageOf } from '@/lib/office/help/help-pages';

export const dynamic = 'force-dynamic';

interface ProblemPageProps {
  readonly params: Promise<{ readonly code: string }>;
}

export async function generateMetadata({ params }: ProblemPageProps): Promise<Metadata> {
  return { title: helpPageOf((await params).code)?.title ?? 'Not here' };
}

export default async function ProblemPage({ params }: ProblemPageProps) {
  const page = helpPageOf((await params).code) ?? notFound();
  return (
    <OfficePage
      person={null}
      office={null}
      current={null}
      title={page.title}
      trail={[
        { label: 'Desk', href: '/office/' },
        { label: 'What can be wrong with a list', href: '/office/help/problems/' },
      ]}
      isWholeWithoutScript
    >
      <HelpBody page={page} />
    </OfficePage>
  );
}
