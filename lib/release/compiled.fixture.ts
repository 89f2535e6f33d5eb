// A release compiled in memory, without plain pages, at the time of the vectors: for tests that ask what stands in its objects.

import type { Dataset } from '@/lib/core/vip';
import { type CompiledRelease, compile } from './compile';
import { VECTOR_EXPIRES, VECTOR_NOW, vectorReference } from './offices.fixture';

/** Objects and pointer of the first release of a line. Throws with the code where the datasets cannot be compiled. */
export async function compiledRelease(datasets: readonly Dataset[]): Promise<CompiledRelease> {
  const compiled = await compile({
    languages: [],
    origin: null,
    datasets,
    notices: [],
    reference: vectorReference,
    releaseLine: 'line',
    sequence: 1,
    now: VECTOR_NOW,
    expiresAt: VECTOR_EXPIRES,
  });
  if (!compiled.ok) throw new Error(compiled.error.code);
  return compiled.value;
}
