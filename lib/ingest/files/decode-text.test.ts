import { describe, expect, it } from 'vitest';
import { byteFile } from '../feed.fixture';
import { decodeText } from './decode-text';

async function textOf(
  bytes: readonly number[] | Uint8Array,
  encoding: Parameters<typeof decodeText>[1],
  chunkBytes: number,
) {
  let text = '';
  for await (const piece of decodeText(byteFile('a.txt', Uint8Array.from(bytes), chunkBytes), encoding)) {
    text += piece;
  }
  return text;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decodeText', () => {
  it.each<readonly [string, string, string]>([
    ['takes the mark of DOS off the end', 'id,name\r\n1,A\r\n\u001a', 'id,name\r\n1,A\r\n'],
    ['and a block that is filled with it', `id\n1\n${'\u001a'.repeat(20)}`, 'id\n1\n'],
    ['keeps it where text follows', 'a\u001a\u001ab\u001a', 'a\u001a\u001ab'],
    ['gives nothing of nothing else', '\u001a\u001a', ''],
    ['keeps all of a text without it', 'id\n1', 'id\n1'],
  ])('%s, wherever the bytes are cut', async (_, text, wanted) => {
    for (const chunkBytes of [1, 2, 3, 7, 1000]) {
      expect(await textOf(utf8(text), 'utf-8', chunkBytes)).toBe(wanted);
      expect(await textOf(utf8(text), 'windows-1252', chunkBytes)).toBe(wanted);
      const wide = Uint8Array.from(Buffer.from(text, 'utf16le'));
      expect(await textOf(wide, 'utf-16le', chunkBytes)).toBe(wanted);
    }
  });
});
