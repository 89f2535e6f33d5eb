// Owns what was set when the site was built. Each name is written out in full because the bundler replaces it so.

import type { OfficeAnswer } from '@/lib/core/lookup/outcome';

/** Public keys that may have signed a release, oldest first: base64url of raw P-256 points. */
export const publicKeys: readonly string[] = (process.env.NEXT_PUBLIC_LEVEE_PUBLIC_KEYS ?? '')
  .split(/[\s,]+/)
  .filter((key) => key !== '');

/** Origins of hosts with the same signed files, asked where this site's own are not to be had. */
export const mirrors: readonly string[] = (process.env.NEXT_PUBLIC_LEVEE_MIRRORS ?? '')
  .split(/[\s,]+/)
  .filter((origin) => origin !== '');

/** `https://tiles.example/{z}/{x}/{y}.png`, or null: then the map asks nobody for anything. */
export const tileUrl: string | null = process.env.NEXT_PUBLIC_LEVEE_TILE_URL || null;

/** The office the site is built for, to be called even when no data can be had; [] where it was not set. */
export const siteOffices: readonly OfficeAnswer[] = process.env.NEXT_PUBLIC_LEVEE_OFFICE_NAME
  ? [
      {
        id: 'site',
        name: process.env.NEXT_PUBLIC_LEVEE_OFFICE_NAME,
        phone: process.env.NEXT_PUBLIC_LEVEE_OFFICE_PHONE || null,
      },
    ]
  : [];
