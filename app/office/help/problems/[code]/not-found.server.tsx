// Owns what stands where no code has the name that was asked for.

import type { Metadata } from 'next';
import { EmptyState } from '@/components/office/empty-state';
import { OfficePage } from '@/components/office/office-page';

export const metadata: Metadata = { title: 'Not here' };

export default function NoSuchProblem() {
  return (
    <OfficePage
      person={null}
      office={null}
      current={null}
      title="No problem has this name"
      isWholeWithoutScript
    >
      <EmptyState
        text="The address may have been mistyped, or be of another version. The list has every name."
        action={{ label: 'See all kinds of problems', href: '/office/help/problems/' }}
      />
    </OfficePage>
  );
}
