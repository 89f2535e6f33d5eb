import { expect, it } from 'vitest';
import { compileOffice } from './compile-office';
import { exampleCounty, sampleCounty, vectorReference } from './offices.fixture';
import { decodePart, encodePart } from './part-bytes';

it.each([exampleCounty, sampleCounty])(
  'a part is what it was after being written down: $officeId',
  (dataset) => {
    const part = compileOffice(dataset, vectorReference);
    expect(decodePart(encodePart(part))).toEqual(part);
    expect(encodePart(decodePart(encodePart(part)))).toEqual(encodePart(part));
  },
);
