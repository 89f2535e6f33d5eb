// The whole way of a new office on the embedded store.

import { hasSharedData } from '../../shared-data';
import { newOffice } from './journey';
import { test } from './office-test';

test('a new office publishes, changes late, publishes anew and goes back, on the embedded store', async ({
  browser,
  office,
}) => {
  test.skip(!hasSharedData, 'no real feeds here');
  test.setTimeout(180_000);
  await newOffice(browser, office);
});
