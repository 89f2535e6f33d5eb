import { expect, it } from 'vitest';
import { placeLink } from './place-link';

const page = { origin: 'https://vote.example', lang: 'es', officeId: 'zz', placeId: 'pl-1', hasPages: true };

it.each([
  ['leads to the place’s page in the reader’s language', {}, 'https://vote.example/p/es/place-zz.pl-1.html'],
  ['is none where the release has no pages', { hasPages: false }, null],
  ['is none where several offices answer', { officeId: null }, null],
])('%s', (_, over, link) => {
  expect(placeLink({ ...page, ...over })).toBe(link);
});
