'use client';
// Owns when the worker that keeps the pages is started: after everything that the voter waits for. Shows nothing.

import { useEffect } from 'react';
import { whenIdle } from '@/lib/client/when-idle';

/** Once a page; not while developing, where old pages would be in the way, nor in another site's frame. */
export function OfflinePages() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || window.top !== window) return;
    return whenIdle(() => void import('./keep-pages').then(({ keepPages }) => keepPages()));
  }, []);
  return null;
}
