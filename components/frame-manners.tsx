'use client';
// Owns how the look-up behaves in a frame on somebody else's page: it tells its height, and nothing else, and keeps
// in the frame only what belongs there. It must not know what was typed, nor listen to what the host says.

import { useEffect } from 'react';
import { heightMessage } from '@/lib/elsewhere/frame-height';
import { staysInFrame } from '@/lib/elsewhere/frame-links';

/** Draws nothing. */
export function FrameManners() {
  useEffect(tellHeight, []);
  useEffect(sortLinks, []);
  return null;
}

/** The body's own height: a list that hangs over it (the suggestions) must not show in what is told. */
function tellHeight(): () => void {
  let told = 0;
  const observer = new ResizeObserver(() => {
    const message = heightMessage(document.body.offsetHeight);
    if (message.leveeHeight === told || window.parent === window) return;
    told = message.leveeHeight;
    // Any host may hear it, so there is nobody to name.
    window.parent.postMessage(message, '*');
  });
  observer.observe(document.body);
  return () => observer.disconnect();
}

/** `<base target="_blank">` sends every link to a new tab; those of the frame itself, and calls, stay. */
function sortLinks(): () => void {
  function sort(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && staysInFrame(link.href, location.href)) link.target = '_self';
  }
  document.addEventListener('click', sort, true);
  return () => document.removeEventListener('click', sort, true);
}
