'use client';
// Owns the moment at which the desk's page is ready: what was done on it before is done again. Draws nothing.

import { useEffect } from 'react';
import { redoEarlyDeeds } from '@/lib/office-client/early-deeds';

/** At the end of the document, whose effects run when everything before it has been taken over. */
export function EarlyDeeds() {
  useEffect(() => {
    // Within an effect React would take all of it as one change, and each field would know nothing of the one before.
    const timer = setTimeout(() => redoEarlyDeeds(document));
    return () => clearTimeout(timer);
  }, []);
  return null;
}
