// Owns what is asked for over the network, and what counts as a failure.

import { describe, expect, it } from 'vitest';
import { MAX_POINTER_BYTES } from '@/lib/release/format';
import { httpRung } from './http-rung';

const NAME = 'ab'.repeat(32);
const { signal } = new AbortController();

function recording(answer: () => Response | Error) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetchFile = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const response = answer();
    if (response instanceof Error) throw response;
    return response;
  }) as typeof fetch;
  return { asked, rung: httpRung('live', '', fetchFile) };
}

describe('httpRung', () => {
  it('asks for the pointer past every copy, and says nothing of the voter', async () => {
    const { asked, rung } = recording(() => new Response('{}'));
    expect(await rung.pointer(signal)).toEqual({ ok: true, value: new TextEncoder().encode('{}') });
    expect(asked[0]?.url).toBe('/v1/current.json');
    expect(asked[0]?.init).toMatchObject({
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal,
    });
  });

  it('asks for an object by its name alone', async () => {
    const { asked, rung } = recording(() => new Response('{}'));
    await rung.object(NAME, signal);
    expect(asked.map(({ url }) => url)).toEqual([`/v1/objects/${NAME}.json`]);
  });

  it.each([
    [404, 'notFound'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('takes %i for %s', async (status, code) => {
    const { asked, rung } = recording(() => new Response('no', { status }));
    expect(await rung.object(NAME, signal)).toMatchObject({ ok: false, error: { code } });
    expect(asked).toHaveLength(1);
  });

  it('takes a connection that fails, or breaks half-way, for unreachable', async () => {
    const broken = () =>
      new Response(
        new ReadableStream({
          start: (stream) => stream.enqueue(new Uint8Array([123])),
          pull: (stream) => stream.error(new TypeError('cut')),
        }),
      );
    for (const answer of [() => new TypeError('failed to fetch'), broken]) {
      const { rung } = recording(answer);
      expect(await rung.pointer(signal)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    }
  });

  it('stops reading what has no end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        sent += 65_536;
        stream.enqueue(new Uint8Array(65_536));
      },
    });
    const { rung } = recording(() => new Response(endless));
    const read = await rung.pointer(signal);
    // Longer than allowed, so that it is refused for its length and not taken for whole.
    expect(read.ok && read.value.length).toBeGreaterThan(MAX_POINTER_BYTES);
    expect(sent).toBeLessThan(2 * MAX_POINTER_BYTES);
  });
});
