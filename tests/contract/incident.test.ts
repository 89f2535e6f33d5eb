// `levee incident` on logs as an edge writes them: when a flood was, what voters got, files that are gzipped, cut or full of nonsense; and
// that nothing of a voter or a machine is in any form of the report.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { logLine, minutesOf } from '@/scripts/incident/incident.fixture';
import type { IncidentReport } from '@/scripts/incident/report';
import { runInProcess } from './run-levee';

const folder = mkdtempSync(join(tmpdir(), 'levee-incident-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const START = Date.parse('2026-11-03T12:00:00Z');
const quiet = (minutes: number) => Array.from({ length: minutes }, () => 120);

let files = 0;
function file(bytes: string | Uint8Array, ending = 'log'): string {
  files += 1;
  const path = join(folder, `access-${files}.${ending}`);
  writeFileSync(path, bytes);
  return path;
}

async function reportOf(logs: readonly string[], ...more: readonly string[]) {
  files += 1;
  const out = join(folder, `report-${files}.json`);
  const run = await runInProcess([
    'incident',
    ...logs.flatMap((log) => ['--log', log]),
    '--out',
    out,
    ...more,
  ]);
  return { ...run, report: JSON.parse(readFileSync(out, 'utf8')) as IncidentReport };
}

describe('levee incident', { timeout: 30_000 }, () => {
  it('says when a flood began and ended, how large it was, and what voters got meanwhile', async () => {
    const voters = minutesOf(START, quiet(90));
    // Twenty minutes of another kind, with a quiet spell between, and a hundredth of the voters' failing.
    const attack = [30, 31, 32, 40, 41].map((minute) =>
      logLine(START + minute * 60_000, {
        weight: 600_000,
        class: 'other',
        status: 404,
        agent: 'tool',
        path: '/wp-admin/x',
      }),
    );
    const failed = minutesOf(START + 30 * 60_000, [12], { status: 503 });
    const { report, out, code } = await reportOf([file(voters + attack.join('') + failed)]);
    expect(code).toBe(0);
    expect(report.floods).toEqual([
      {
        from: '2026-11-03T12:30Z',
        to: '2026-11-03T12:42Z',
        requests: 5 * 600_000 + 12 * 120 + 12,
        bytes: (5 * 600_000 + 12 * 120 + 12) * 2_000,
        peakAt: '2026-11-03T12:30Z',
        peakPerSecond: 10_002,
        answeredShare: 1440 / 1452,
      },
    ]);
    expect(out).toContain('A flood from 2026-11-03T12:30Z to 2026-11-03T12:42Z: 3,001,452 requests');
    expect(out).toContain('99.17% were answered meanwhile');
    expect(report.agents[0]).toEqual(['tool', 3_000_000]);
    expect(report.paths).toEqual([['/wp-admin/*', 3_000_000]]);
    expect(report.p95Ms).toBeCloseTo(2, 0);
  });

  it('calls an ordinary day no flood, and a busy hour of voters none either', async () => {
    const day = [...quiet(60), ...Array.from({ length: 60 }, () => 900), ...quiet(60)];
    const { report, out } = await reportOf([file(minutesOf(START, day))]);
    expect(report.floods).toEqual([]);
    expect(out).toContain('There was no flood');
  });

  it('names the times of which the log says nothing', async () => {
    const counts = [...quiet(10), 0, 0, 0, ...quiet(5), 0, ...quiet(5)];
    const { report } = await reportOf([file(minutesOf(START, counts))]);
    expect(report.gaps).toEqual([{ from: '2026-11-03T12:10Z', to: '2026-11-03T12:13Z' }]);
  });

  it('reads several files, gzipped or not, in any order, and only the time that is asked for', async () => {
    const [first, second] = [minutesOf(START, quiet(60)), minutesOf(START + 3_600_000, quiet(60))];
    const logs = [file(second), file(gzipSync(first), 'gz')];
    const whole = await reportOf(logs);
    expect(whole.report.requests).toBe(120 * 120);
    expect(whole.report.span).toEqual({ from: '2026-11-03T12:00Z', to: '2026-11-03T14:00Z' });
    const part = await reportOf(logs, '--from', '2026-11-03T12:30:00Z', '--to', '2026-11-03T12:40:00Z');
    expect(part.report.requests).toBe(10 * 120);
    expect(part.report.lines.outside).toBe(110);
  });

  it('counts bad lines, names them, and goes on; a cut archive counts as far as it goes', async () => {
    const good = minutesOf(START, quiet(3));
    const nonsense = [
      '{"time":',
      'hello',
      '{"time":"soon","status":200}',
      '[]',
      `"${'x'.repeat(200_000)}"`,
      '{"time":1,"status":999}',
    ];
    const bad = await reportOf([file(`${good}${nonsense.join('\n')}\n${good}`)]);
    expect(bad.report.lines).toMatchObject({ read: 6, bad: 6 });
    expect(bad.report.lines.badAt[0]).toMatch(/^access-\d+\.log:4$/);
    expect(bad.out).toContain('6 lines could not be read');
    const packed = gzipSync(minutesOf(START, quiet(4_000)));
    const cut = await reportOf([file(packed.subarray(0, packed.length - 200), 'gz')]);
    expect(cut.report.lines.bad).toBeGreaterThan(0);
    expect(cut.report.requests).toBeGreaterThan(0);
  });

  it('repeats no address, ZIP or machine that stands in a request, in no form of the report', async () => {
    const secret = fc.record({
      number: fc.integer({ min: 10_000, max: 99_999 }),
      ip: fc.ipV4(),
      where: fc.constantFrom('path', 'agent', 'method', 'cache', 'class', 'host', 'referer', 'remote_addr'),
      status: fc.constantFrom(200, 404, 400, 503),
    });
    const secrets = fc.sample(secret, { seed: 5, numRuns: 300 });
    const lines = secrets.map(({ number, ip, where, status }) =>
      logLine(START, { status, [where]: `/${number} Heron St/${ip}?zip=${number}` }),
    );
    const log = file(lines.join(''));
    const texts = await Promise.all(
      ['html', 'md', 'json'].map(async (ending) => {
        const out = join(folder, `secret.${ending}`);
        const run = await runInProcess(['incident', '--log', log, '--out', out]);
        return run.out + run.err + readFileSync(out, 'utf8');
      }),
    );
    for (const text of texts) {
      expect(text).not.toMatch(/heron/i);
      for (const { number, ip } of secrets) {
        expect(text).not.toContain(ip);
        expect(text).not.toContain(String(number));
      }
    }
  });

  it('makes a page that opens from disk: without script, and with nothing from elsewhere', async () => {
    const out = join(folder, 'page.html');
    const log = file(minutesOf(START, [...quiet(600), 90_000, 90_000]));
    expect((await runInProcess(['incident', '--log', log, '--out', out])).code).toBe(0);
    const html = readFileSync(out, 'utf8');
    expect(html).toContain('<svg');
    expect(html).toContain('A flood from 2026-11-03T22:00Z');
    expect(html).not.toMatch(/<script|https?:\/\/|src=/);
  });

  it('keeps little in memory of a long log', async () => {
    const line = logLine(START, { status: 404 });
    const log = file(
      Array.from({ length: 200_000 }, (_, index) => line.replace('"path":""', `"path":"/a${index}/b"`)).join(
        '',
      ),
    );
    const { report } = await reportOf([log]);
    expect(report.requests).toBe(200_000);
    expect(report.paths).toEqual([['/*/*', 200_000]]);
  });

  it.each([
    [[], '--log FILE is missing'],
    [['--log', 'x', '--from', 'today'], '--from and --to'],
    [['--log', 'x', '--out', 'report.pdf'], '--out takes a file that ends in .html, .md, .json'],
  ])('says how it was used wrongly: %j', async (args, sentence) => {
    const run = await runInProcess(['incident', ...args]);
    expect(run.code).toBe(2);
    expect(run.err).toContain(sentence);
  });

  it('says which file is not there, that nothing was in it, and that a clock was wrong', async () => {
    const missing = await runInProcess(['incident', '--log', join(folder, 'none.log')]);
    expect(missing).toMatchObject({ code: 1, out: '' });
    expect(missing.err).toContain('none.log: There is no such file');
    expect((await runInProcess(['incident', '--log', file('')])).out).toContain('No request in this log');
    const long = await runInProcess([
      'incident',
      '--log',
      file(logLine(START - 400 * 86_400_000) + logLine(START)),
    ]);
    expect(long.code).toBe(1);
    expect(long.err).toContain('Say which part of it with --from and --to');
  });
});
