import { describe, expect, it } from 'vitest';
import { type SharePorts, sharePlace } from './share-place';

const place = {
  title: 'Library',
  text: 'Library, 1 Oak St',
  url: 'https://vote.example/p/en/place-a-b.html',
};

function ports(over: Partial<SharePorts> = {}) {
  const done: unknown[] = [];
  const share = async (data: unknown) => void done.push(data);
  const copy = async (text: string) => void done.push(text);
  return { done, ports: { share, copy, ...over } };
}

function refusing(name: string) {
  return async () => {
    throw Object.assign(new Error('no'), { name });
  };
}

describe('sharing a place', () => {
  it.each([
    ['by the device’s own sheet', place, {}, 'shared', [place]],
    [
      'without a page, in words',
      { ...place, url: null },
      {},
      'shared',
      [{ title: 'Library', text: 'Library, 1 Oak St' }],
    ],
    ['the sheet was closed: nothing else happens', place, { share: refusing('AbortError') }, 'shared', []],
    ['a browser without a sheet copies the link', place, { share: null }, 'copied', [place.url]],
    [
      'a sheet that is not allowed: the link is copied',
      place,
      { share: refusing('NotAllowedError') },
      'copied',
      [place.url],
    ],
    ['without a page the words are copied', { ...place, url: null }, { share: null }, 'copied', [place.text]],
    ['no clipboard', place, { share: null, copy: null }, 'failed', []],
    ['a clipboard that refuses', place, { share: null, copy: refusing('NotAllowedError') }, 'failed', []],
  ] as const)('%s', async (_, shared, over, result, handed) => {
    const { done, ports: all } = ports(over);
    expect(await sharePlace(shared, all)).toBe(result);
    expect(done).toEqual(handed);
  });
});
