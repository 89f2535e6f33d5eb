// A release's files served straight from stores in memory.

import { describe, expect, it } from 'vitest';
import { exampleCounty, sampleCounty } from '@/lib/release/offices.fixture';
import { currentRelease } from './current-release';
import { liveFiles } from './live-files';
import { liveSource, publish, publishPorts } from './publish-ports.fixture';

const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

describe('liveFiles', () => {
  it('gives pointer, objects and pages of what is live, and of releases that readers may be in', async () => {
    const ports = await publishPorts();
    const files = liveFiles(ports);
    expect(await files.pointer()).toBeNull();
    await publish(ports, exampleCounty);
    ports.clock.now = new Date(ports.now().getTime() + 1_000);
    const before = await currentRelease(ports);
    await publish(ports, sampleCounty);
    ports.clock.now = new Date(ports.now().getTime() + 1_000);
    const after = await currentRelease(ports);
    expect(text(await files.pointer())).toBe(after?.pointer.text);
    for (const { plan } of [before, after].flatMap((each) => each ?? [])) {
      for (const name of plan.objects) expect(await files.object(name)).not.toBeNull();
    }
    const source = await liveSource(ports);
    for (const path of [
      '/p/en/index.html',
      '/p/go/index.html',
      '/p/en/zip-00012.html',
      '/p/en/place-xx-sample.hall.html',
    ]) {
      const page = await source.page(path);
      expect(page.ok && text(page.value)).toBe(text(await files.page(path)));
    }
  });

  it('asks the stores for no name that it does not know', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    let reads = 0;
    const get = (name: string) => {
      reads += 1;
      return ports.blobs.get(name);
    };
    const files = liveFiles({ ...ports, blobs: { ...ports.blobs, get } });
    await files.object('a'.repeat(64));
    await files.page('/p/en/place-xx-example.gone.html');
    const first = reads;
    for (let round = 0; round < 50; round += 1) {
      expect(await files.object(String(round).padStart(64, '0'))).toBeNull();
      expect(await files.page(`/p/en/place-xx-example.gone${round}.html`)).toBeNull();
      expect(await files.page(`/p/en/zip-990${String(round).padStart(2, '0')}.html`)).toBeNull();
    }
    expect(reads).toBe(first);
  });

  it('asks the stores once for what is asked for again and again', async () => {
    const ports = await publishPorts();
    await publish(ports, exampleCounty);
    let reads = 0;
    const get = (name: string) => {
      reads += 1;
      return ports.blobs.get(name);
    };
    const files = liveFiles({ ...ports, blobs: { ...ports.blobs, get } });
    const release = await currentRelease(ports);
    const [name] = release?.plan.objects ?? [];
    const ask = () => Promise.all([files.object(name ?? ''), files.page('/p/en/index.html')]);
    await ask();
    const first = reads;
    for (let round = 0; round < 50; round += 1) expect((await ask()).includes(null)).toBe(false);
    expect(reads).toBe(first);
  });
});
