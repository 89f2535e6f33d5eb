// Owns what a browser remembers of releases, and that a browser which stores nothing still works.

import { describe, expect, it } from 'vitest';
import { recall, remember } from './release-memory';

function storageWith(text: string | null) {
  const items = new Map(text === null ? [] : [['levee.releases', text]]);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

const nothing = { highestSequences: {}, revokedKeyIds: [] };

describe('remember', () => {
  it('keeps the highest sequence of each release line apart', () => {
    const storage = storageWith(null);
    remember(() => storage, { releaseLine: 'a', sequence: 7, revokedKeyIds: [] });
    remember(() => storage, { releaseLine: 'b', sequence: 3, revokedKeyIds: [] });
    remember(() => storage, { releaseLine: 'a', sequence: 5, revokedKeyIds: [] });
    expect(recall(() => storage).highestSequences).toEqual({ a: 7, b: 3 });
  });

  it('never forgets a revoked key', () => {
    const storage = storageWith(null);
    remember(() => storage, { releaseLine: 'a', sequence: 1, revokedKeyIds: ['k2'] });
    remember(() => storage, { releaseLine: 'a', sequence: 2, revokedKeyIds: ['k1'] });
    expect(recall(() => storage).revokedKeyIds).toEqual(['k1', 'k2']);
  });

  it('goes on where storage throws', () => {
    const off = () => {
      throw new Error('SecurityError');
    };
    expect(() => remember(off, { releaseLine: 'a', sequence: 1, revokedKeyIds: [] })).not.toThrow();
    expect(recall(off)).toEqual(nothing);
  });
});

describe('recall', () => {
  it.each(['', 'no json', '[]', '7', '{"highestSequences":{"a":"9"},"revokedKeyIds":[1]}'])(
    'takes %j for no memory',
    (text) => {
      expect(recall(() => storageWith(text))).toEqual(nothing);
    },
  );
});
