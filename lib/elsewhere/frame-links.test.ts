import { expect, it } from 'vitest';
import { staysInFrame } from './frame-links';

const here = 'https://vote.example/en/embed/';

it.each([
  ['#main', true],
  ['/es/embed/', true],
  ['/en/', false],
  ['/en/practice/', false],
  ['/en/embedded/', false],
  ['https://other.example/es/embed/', false],
  ['https://maps.example/?q=1', false],
  ['tel:+16015550100', true],
  ['mailto:office@county.example', true],
  ['geo:0,0?q=1', true],
  ['blob:https://vote.example/1', true],
])('%s stays in the frame: %s', (href, stays) => {
  expect(staysInFrame(href, here)).toBe(stays);
});
