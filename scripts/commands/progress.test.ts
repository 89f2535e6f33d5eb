import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Terminal } from './command';
import { createProgress } from './progress';

function terminal(isTTY: boolean): { readonly terminal: Terminal; readonly written: () => string } {
  let text = '';
  const err = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const out = new Writable();
  return {
    terminal: { out, err: Object.assign(err, { isTTY }), env: {}, now: () => new Date(0) },
    written: () => text,
  };
}

describe('progress', () => {
  it('is silent where stderr is no terminal and nobody asked', () => {
    const { terminal: silent, written } = terminal(false);
    const progress = createProgress(silent, false);
    progress.report('reading', 0.5);
    progress.count('answered', 5);
    progress.finish();
    expect(written()).toBe('');
  });

  it('writes a line a step where it was asked for, each once', () => {
    const { terminal: asked, written } = terminal(false);
    const progress = createProgress(asked, true);
    for (const done of [0, 0.001, 0.5, 0.5, 1]) progress.report('reading', done);
    progress.finish();
    expect(written()).toBe('reading 0 %\nreading 50 %\nreading 100 %\n');
  });

  it('keeps to one line of a terminal and leaves it blank', () => {
    const { terminal: tty, written } = terminal(true);
    const progress = createProgress(tty, false);
    progress.step('sizes');
    progress.finish();
    expect(written()).toBe('\r\u001b[Ksizes\r\u001b[K');
  });
});
