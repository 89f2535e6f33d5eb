// Owns what is asked for over the network, and what counts as a failure.

import { describe, expect, it } from 'vitest';
import { httpSource } from './http-source';

const NAME = 'ab'.repeat(32);

function recording(answer: () => Response | Error) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetchFile = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const response = answer();
    if (response instanceof Error) throw response;
    return response;
  }) as typeof fetch;
  return { asked, source: httpSource('', fetchFile) };
}

describe('httpSource', () => {
  it('asks for the pointer past every copy, and says nothing of the voter', async () => {
    const { asked, source } = recording(() => new Response('{}'));
    expect(await source.pointer()).toEqual({ ok: true, value: new TextEncoder().encode('{}') });
    expect(asked[0]?.url).toBe('/v1/current.json');
    expect(asked[0]?.init).toMatchObject({
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('asks for an object by its name alone', async () => {
    const { asked, source } = recording(() => new Response('{}'));
    await source.object(NAME);
    expect(asked.map(({ url }) => url)).toEqual([`/v1/objects/${NAME}.json`]);
  });

  it('tries once more when nobody answers', async () => {
    let isFirst = true;
    const { asked, source } = recording(() => {
      const wasFirst = isFirst;
      isFirst = false;
      return wasFirst ? new DOMException('', 'TimeoutError') : new Response('{}');
    });
    expect((await source.pointer()).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it.each([404, 500, 503])('takes %i for a failure, once', async (status) => {
    const { asked, source } = recording(() => new Response('no', { status }));
    expect(await source.object(NAME)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(asked).toHaveLength(1);
  });

  it('gives up after the second silence', async () => {
    const { asked, source } = recording(() => new TypeError('failed to fetch'));
    expect(await source.pointer()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(asked).toHaveLength(2);
  });
});
