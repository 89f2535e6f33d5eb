// Owns the desk's page for what is not there, or not for this person: the two look alike on purpose.

import type { Metadata } from 'next';
import { EmptyState } from '@/components/office/empty-state';
import { OfficePage } from '@/components/office/office-page';

export const metadata: Metadata = { title: 'Not here' };

export default function OfficeNotFound() {
  return (
    <OfficePage person={null} office={null} current={null} title="This page is not here">
      <EmptyState
        text="It may have been taken away, or it belongs to another office."
        action={{ label: 'Go to your desk', href: '/office/' }}
      />
    </OfficePage>
  );
}
