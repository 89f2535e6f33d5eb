import { expect, it } from 'vitest';
import { ownMapLink } from './map-link';

const query = '100 Heron St, Practice Falls ZZ 00001';
const encoded = '100%20Heron%20St%2C%20Practice%20Falls%20ZZ%2000001';
const geo = `geo:0,0?q=${encoded}`;
const apple = `https://maps.apple.com/?daddr=${encoded}`;
const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36';

it.each([
  ['Android', android, 5, geo],
  ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 5, geo],
  ['a browser inside an Android app', android.replace('Pixel 9', 'Pixel 9; wv'), 5, null],
  ['Facebook’s browser', `${android} [FBAN/EMA;FBAV/500.0]`, 5, null],
  ['iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604.1', 5, apple],
  ['an iPad that says it is a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605', 5, apple],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605', 0, null],
  ['Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0', 10, null],
  ['nothing at all', '', 0, null],
])('%s', (_, userAgent, maxTouchPoints, link) => {
  expect(ownMapLink(query, { userAgent, maxTouchPoints })).toBe(link);
});
