// levee explain: every code, in words for people.

import { describe, expect, it } from 'vitest';
import { problemCodes } from '@/lib/ingest/problems/problem-codes';
import { runInProcess } from '../run-levee';

describe('levee explain', () => {
  it('prints what a code means, an example with its row marked, and what to do', async () => {
    const { code, out, err } = await runInProcess(['explain', 'zip-unreadable']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(problemCodes['zip-unreadable'].meaning);
    expect(out).toContain(problemCodes['zip-unreadable'].remedy);
    expect(out).toMatch(/^→ 4 {2}ss3,.*,4399,p1$/m);
  });

  it.each(Object.keys(problemCodes))('knows %s', async (code) => {
    expect(await runInProcess(['explain', code])).toMatchObject({ code: 0, err: '' });
  });

  it('names the nearest codes where there is none', async () => {
    const { err } = await runInProcess(['explain', 'zip-unredable']);
    expect(err).toContain('zip-unreadable');
    expect((await runInProcess(['explain', 'how-do-i-print'])).err).toContain('levee explain --list');
  });

  it('lists every code with its severity', async () => {
    const { out } = await runInProcess(['explain', '--list']);
    const lines = out.trimEnd().split('\n');
    for (const [code, { severity }] of Object.entries(problemCodes))
      expect(lines).toContain(`${code} ${severity}`);
  });
});
