import { expect, it } from 'vitest';
import type { LatLng } from '@/lib/core/vip';
import { en } from '@/lib/messages/en';
import { es } from '@/lib/messages/es';
import { nearestFirst } from './nearest';
import { aPlace, twoWeeksAhead, withPlaces } from './outcomes.fixture';
import { viewOutcome } from './view-outcome';

const here: LatLng = [31.5, -91.4];

function placesAt(...points: readonly (LatLng | null)[]) {
  const places = points.map((latLng, index) => aPlace({ id: `pl${index}`, name: `HALL ${index}`, latLng }));
  const view = viewOutcome(withPlaces('anyPlace', places), en, twoWeeksAhead);
  return view.layout === 'places' ? view.places : [];
}

it('puts the nearest first and those without coordinates last, in the order they had', () => {
  const near = nearestFirst(placesAt(null, [31.9, -91.4], null, [31.5, -91.41], here), here, en);
  expect(near.map(({ place, distanceLine }) => [place.name, distanceLine])).toEqual([
    ['HALL 4', '0.1 miles away in a straight line'],
    ['HALL 3', '0.6 miles away in a straight line'],
    ['HALL 1', '28 miles away in a straight line'],
    ['HALL 0', null],
    ['HALL 2', null],
  ]);
});

it('speaks the reader’s language', () => {
  expect(nearestFirst(placesAt([31.5, -91.41]), here, es)[0]?.distanceLine).toBe(
    'A 0.6 millas en línea recta',
  );
});
