import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { memoryPorts } from './memory-ports.fixture';
import { records } from './records';

const notes = records('note', z.object({ text: z.string() }));

describe('records', () => {
  it('keep ids that fit a key as they are', () => {
    expect(notes.key('ms-adams', 'general-2026')).toBe('note/ms-adams/general-2026');
    expect(notes.key()).toBe('note');
  });

  it.each(['Elección 2026', ' ', '', '\u0000', '%', '票', 'x'.repeat(600), '%_20_'])(
    'can be kept under %j, and are its own',
    async (id) => {
      const { state, newId } = memoryPorts();
      await state.commit({ id: newId(), checks: [], writes: [notes.write({ text: id }, ['ms-adams', id])] });
      expect((await notes.read(state, 'ms-adams', id))?.value).toEqual({ text: id });
      expect(await notes.read(state, 'ms-adams', `${id}x`)).toBeNull();
      expect((await notes.list(state, 'ms-adams')).map(({ value }) => value.text)).toEqual([id]);
    },
  );

  it('have one key for each id', () => {
    const ids = ['a b', 'a%20b', 'a_20_b', '%a_20_b', 'A b', ' ', '  ', '', '%', '%%'];
    expect(new Set(ids.map((id) => notes.key(id))).size).toBe(ids.length);
  });
});
