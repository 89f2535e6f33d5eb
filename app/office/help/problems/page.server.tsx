// Owns /office/help/problems/: all that can be wrong with a list, for anybody. It asks no store, so that it is there when the stores
// are not. Wires only.

import type { Metadata } from 'next';
import { HelpList } from '@/components/office/help-list';
import { OfficePage } from '@/components/office/office-page';
import { helpGroups } from '@/lib/office/help/help-pages';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'What can be wrong with a list' };

export default function ProblemsPage() {
  return (
    <OfficePage
      person={null}
      office={null}
      current={null}
      title="What can be wrong with a list"
      lead="Each has a page with an example, and what to do about it."
      trail={[{ label: 'Desk', href: '/office/' }]}
      isWholeWithoutScript
    >
      <HelpList groups={helpGroups()} />
    </OfficePage>
  );
}
