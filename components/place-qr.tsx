'use client';
// Owns the square on a printed page that leads a phone to the place's page. On the screen there is none.

import { useEffect, useState } from 'react';
import type { QrPath } from '@/lib/client/qr-path';

interface PlaceQrProps {
  readonly link: string;
  readonly caption: string;
}

/** Long enough after the answer that nothing is in its way. */
const WAIT_MS = 1_500;

/** The link as a code and in letters; in letters alone where the code could not be fetched. */
export function PlaceQr({ link, caption }: PlaceQrProps) {
  const [code, setCode] = useState<QrPath | null>(null);
  useEffect(() => {
    let isGone = false;
    const timer = setTimeout(() => {
      import('@/lib/client/qr-path')
        .then(({ qrPath }) => {
          if (!isGone) setCode(qrPath(link));
        })
        .catch(() => setCode(null));
    }, WAIT_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [link]);
  return (
    <figure className="place-qr">
      {code !== null && (
        <svg viewBox={`0 0 ${code.size} ${code.size}`} aria-hidden="true">
          <path d={code.path} />
        </svg>
      )}
      <figcaption>
        <span>{caption}</span>
        <span className="place-qr-link" dir="ltr">
          {link}
        </span>
      </figcaption>
    </figure>
  );
}
