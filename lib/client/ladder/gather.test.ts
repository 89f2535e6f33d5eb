// Owns when the next source is asked, how long anybody is waited for, and that nobody who hangs or throws holds
// up the others.

import { describe, expect, it } from 'vitest';
import { type Ask, gather, type Verdict } from './gather';
import { VirtualTime } from './world.fixture';

/** Answers `name` after `ms`; null never. `log` gets when it was asked, and when it was hung up on. */
function source(time: VirtualTime, log: string[], name: string, ms: number | null): Ask<string> {
  return (signal) => {
    log.push(`${name} at ${time.nowMs}`);
    signal.addEventListener('abort', () => log.push(`${name} let go at ${time.nowMs}`));
    return new Promise((resolve) => {
      if (ms !== null) time.timers.after(ms, () => resolve(name));
    });
  };
}

const now = (): Verdict => 'now';
const soon = (): Verdict => 'soon';
const never = (): Verdict => 'goOn';

describe('gather', () => {
  it('asks nobody else where the first answers well', async () => {
    const time = new VirtualTime();
    const log: string[] = [];
    const stages = [[source(time, log, 'a', 100)], [source(time, log, 'b', 100)]];
    expect(await time.run(gather(stages, now, time.timers))).toEqual(['a']);
    expect(log).toEqual(['a at 0', 'a let go at 100']);
  });

  it('asks the next after two seconds of silence, and takes the first one’s answer if it comes after all', async () => {
    const time = new VirtualTime();
    const log: string[] = [];
    const stages = [[source(time, log, 'slow', 3000)], [source(time, log, 'dead', null)]];
    expect(await time.run(gather(stages, now, time.timers))).toEqual(['slow']);
    expect(log.slice(0, 2)).toEqual(['slow at 0', 'dead at 2000']);
    expect(time.nowMs).toBe(3000);
  });

  it('asks the next at once where the first fails', async () => {
    const time = new VirtualTime();
    const fails: Ask<string> = () => Promise.reject(new Error('dead'));
    const throws: Ask<string> = () => {
      throw new Error('dead');
    };
    const stages = [[fails], [throws], [source(time, [], 'c', 5)]];
    expect(await time.run(gather(stages, now, time.timers))).toEqual(['c']);
    expect(time.nowMs).toBe(5);
  });

  it('asks the third at once where the second fails while the first is still silent', async () => {
    const time = new VirtualTime();
    const fails: Ask<string> = () => Promise.reject(new Error('not here'));
    const stages = [[source(time, [], 'dead', null)], [fails], [source(time, [], 'c', 5)]];
    expect(await time.run(gather(stages, now, time.timers))).toEqual(['c']);
    expect(time.nowMs).toBe(2005);
  });

  it('is content with what it has once patience is over', async () => {
    const time = new VirtualTime();
    const stages = [[source(time, [], 'old', 10)], [source(time, [], 'dead', null)]];
    expect(await time.run(gather(stages, soon, time.timers))).toEqual(['old']);
    expect(time.nowMs).toBe(2010);
  });

  it('ends after ten seconds where everybody hangs', async () => {
    const time = new VirtualTime();
    const stages = [
      [source(time, [], 'a', null)],
      [source(time, [], 'b', null), source(time, [], 'c', null)],
    ];
    expect(await time.run(gather(stages, now, time.timers))).toEqual([]);
    expect(time.nowMs).toBe(10_000);
  });

  it('gives every answer, in the order of the asks, where none is enough', async () => {
    const time = new VirtualTime();
    const stages = [[source(time, [], 'a', 50)], [source(time, [], 'b', 30), source(time, [], 'c', 10)]];
    expect(await time.run(gather(stages, never, time.timers))).toEqual(['a', 'b', 'c']);
  });

  it('has nothing to give where there is nobody to ask', async () => {
    const time = new VirtualTime();
    expect(await time.run(gather([], now, time.timers))).toEqual([]);
    expect(await time.run(gather([[], []], now, time.timers))).toEqual([]);
  });
});
