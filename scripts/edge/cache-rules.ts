// Owns how long each kind of file may be kept by browsers and by what stands before the edge, as headers. Data only.

/** What changes under one name: pointer, plain pages, the site's own pages. No stale-while-revalidate: it hands the first
 *  visitor of an idle edge old data. The same as lib/adapters/serve-release.ts sends. */
export const MUTABLE = 'public, max-age=0, s-maxage=10, stale-if-error=604800';

/** What is named by its hash. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';
