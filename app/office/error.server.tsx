'use client';
// Owns the desk's page for when something broke: the store could not be reached, or a bug. It says that nothing was lost
// and shows no error, since an error may hold what somebody typed.

import { Alert } from '@/components/office/alert';
import { OfficePage } from '@/components/office/office-page';

interface OfficeErrorProps {
  /** Next's: draws the page again. */
  readonly reset: () => void;
}

export default function OfficeError({ reset }: OfficeErrorProps) {
  return (
    <OfficePage person={null} office={null} current={null} title="This page did not load">
      <Alert kind="warning" heading="The problem is on our side">
        <p>Nothing that was saved is lost, and voters still see what was live before.</p>
      </Alert>
      <p>
        <button type="button" className="usa-button" onClick={reset}>
          Try again
        </button>
      </p>
      <p>If it stays like this, tell whoever runs the office computer. The runbook says what to do.</p>
    </OfficePage>
  );
}
