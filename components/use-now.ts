'use client';
// Owns the time as a page that stays open shows it: "open now" and "last confirmed" must not go stale.

import { useEffect, useState } from 'react';

const LOOK_AGAIN_AFTER_MS = 30_000;

/** The present moment, half a minute old at the most. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOK_AGAIN_AFTER_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
