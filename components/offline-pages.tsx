'use client';
// Owns when the worker that keeps the pages is started: after everything that the voter waits for. Shows nothing.

import { useEffect } from 'react';

/** So long after the page has loaded, the answer's own files have come, on all but the slowest lines. */
const IDLE_AFTER_MS = 4000;

/** Once a page; not while developing, where old pages would be in the way, nor in another site's frame. */
export function OfflinePages() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || window.top !== window) return;
    return whenIdle(() => void import('./keep-pages').then(({ keepPages }) => keepPages()));
  }, []);
  return null;
}

/** Gives what takes it back. */
function whenIdle(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onLoad = () => {
    timer = setTimeout(work, IDLE_AFTER_MS);
  };
  if (document.readyState === 'complete') onLoad();
  else window.addEventListener('load', onLoad, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('load', onLoad);
  };
}
