// What is watched, on a real edge: its log becomes a report for partners, its figures come from its own port, and the report of a probe is served
// beside the pages, without copies that are older than it.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasNginx } from '@/scripts/edge/run-nginx';
import { freePort } from '@/scripts/free-port';
import { Collector } from '@/scripts/incident/collect';
import { collectFile } from '@/scripts/incident/read-log';
import { reportOf } from '@/scripts/incident/report';
import { readEdge } from '@/scripts/probe/edge-figures';
import { ask, type EdgeHost, OBJECT, startEdge } from './edge-host';

describe.skipIf(!hasNginx())('watching an edge', () => {
  let edge: EdgeHost;
  let statusPort: number;
  beforeAll(async () => {
    statusPort = await freePort();
    edge = await startEdge(() => ({ statusPort }));
    const { port } = edge.nginx;
    for (let at = 0; at < 30; at += 1)
      await ask(port, `${OBJECT}?${at}`, { headers: { 'User-Agent': 'curl/8' } });
    await ask(port, '/wp-login.php?me=203.0.113.7');
    await ask(port, '/112-Heron-St/39120');
    await ask(port, '/v1/current.json', { method: 'POST', body: '112 Heron St' });
  });
  afterAll(() => edge?.close());

  it('makes a report of its log as it is written, with nothing in it that somebody typed', async () => {
    const log = join(edge.options.runDir, 'access.log');
    const deadline = performance.now() + 20_000;
    let report = reportOf(new Collector({ fromMs: null, toMs: null }).result(), new Date());
    // The edge writes once a second.
    while (report.requests < 33 && performance.now() < deadline) {
      const collector = new Collector({ fromMs: null, toMs: null });
      await collectFile(log, collector);
      report = reportOf(collector.result(), new Date());
    }
    expect(report.requests).toBe(33);
    expect(report.lines.bad).toBe(0);
    expect(report.classes.find((each) => each.class === 'object')).toMatchObject({ given: 30, failed: 0 });
    expect(report.agents).toContainEqual(['tool', 30]);
    expect(report.answeredShare).toBe(1);
    expect(report.p95Ms).not.toBeNull();
    expect(JSON.stringify(report)).not.toMatch(/Heron|39120|203\.0/i);
    const figures = await readEdge(log, null, new Date());
    expect(figures).toMatchObject({ ok: true, value: { figures: { answered: 1 } } });
  });

  it('has its own figures for this machine', async () => {
    const read = await readEdge(`http://127.0.0.1:${statusPort}/edge-figures`, null, new Date());
    expect(read).toMatchObject({ ok: true, value: { figures: { connections: expect.any(Number) } } });
  });

  it('serves the report of a probe beside the pages, and 404 where there is none', async () => {
    const { port } = edge.nginx;
    expect((await ask(port, '/status.json')).status).toBe(404);
    writeFileSync(join(edge.webRoot, 'status.json'), '{"formatVersion":1}');
    const answer = await ask(port, '/status.json', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(String(answer.headers['cache-control'])).not.toContain('immutable');
    expect(answer.body.toString()).toBe('{"formatVersion":1}');
  });
});
