import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OFF, tendWorker } from './shell-worker';

function site(body: string, { status = 200, type = 'text/javascript' } = {}): typeof fetch {
  return async () => new Response(body, { status, headers: { 'content-type': type } });
}

function browser(controller: object | null = null) {
  const did: unknown[] = [];
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const workers = {
    controller,
    ready: Promise.resolve({ active: { postMessage: (message: unknown) => did.push(message) } }),
    addEventListener: (_: string, listener: (event: { readonly data: unknown }) => void) => {
      listeners.push(listener);
    },
    register: async (file: string, options: object) => did.push([file, options]),
  };
  const forget = async () => did.push('forget');
  return { did, forget, listeners, workers: workers as unknown as ServiceWorkerContainer };
}

describe('tendWorker', () => {
  it('starts the worker at the root, past the HTTP cache, and has this page kept', async () => {
    const { did, forget, workers } = browser();
    expect(await tendWorker({ fetchFile: site('// worker'), workers, forget })).toBe('on');
    expect(did).toEqual([['/sw.js', { scope: '/', updateViaCache: 'none' }], []]);
  });

  it('does not ask for a page that the worker has seen coming', async () => {
    const { did, forget, workers } = browser({});
    await tendWorker({ fetchFile: site('// worker'), workers, forget });
    expect(did).toHaveLength(1);
  });

  it.each([
    ['with workers', browser()],
    ['without', { ...browser(), workers: undefined }],
  ])('takes everything away where the operator has turned it off, in a browser %s', async (_, one) => {
    const { did, forget, workers } = one;
    const off = readFileSync('public/sw-off.js', 'utf8');
    expect(await tendWorker({ fetchFile: site(off), workers, forget })).toBe('off');
    expect(did).toEqual(['forget']);
  });

  it('takes everything away when the worker says so later', async () => {
    const { did, forget, listeners, workers } = browser({});
    await tendWorker({ fetchFile: site('// worker'), workers, forget });
    listeners[0]?.({ data: 'something else' });
    listeners[0]?.({ data: OFF });
    expect(did.slice(1)).toEqual(['forget']);
  });

  it.each([
    ['an error', site(OFF, { status: 503 })],
    ['a page in place of the script', site(`<html>${OFF}</html>`, { type: 'text/html' })],
    [
      'no answer',
      async () => {
        throw new TypeError('Failed to fetch');
      },
    ],
  ])('changes nothing on %s', async (_, fetchFile) => {
    const { did, forget, workers } = browser();
    expect(await tendWorker({ fetchFile, workers, forget })).toBe('unknown');
    expect(did).toEqual([]);
  });

  it('is no fault where the browser refuses the worker', async () => {
    const { forget, workers } = browser();
    workers.register = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await tendWorker({ fetchFile: site(''), workers, forget })).toBe('on');
  });
});
