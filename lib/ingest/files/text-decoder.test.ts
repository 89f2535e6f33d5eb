import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextDecoder } from './text-decoder';

/** Bytes at which UTF-8 and UTF-16 begin, go on, and go wrong. */
const edges = [
  0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbb, 0xbf, 0xc0, 0xc1, 0xc2, 0xd7, 0xd8, 0xdb, 0xdc, 0xdf,
  0xe0, 0xe9, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xfe, 0xff,
];
const bytesOf = fc
  .array(fc.oneof(fc.constantFrom(...edges), fc.nat(255)), { maxLength: 40 })
  .map((bytes) => Uint8Array.from(bytes));
const texts = fc.string({ unit: 'binary', maxLength: 20 });
const cutsOf = fc.array(fc.nat(6), { minLength: 1, maxLength: 12 });

function decodeInPieces(
  encoding: Parameters<typeof createTextDecoder>[0],
  bytes: Uint8Array,
  cuts: number[],
) {
  const decode = createTextDecoder(encoding);
  let text = '';
  let at = 0;
  for (const cut of cuts) {
    text += decode(bytes.subarray(at, at + cut));
    at += cut;
  }
  return text + decode(bytes.subarray(at), true);
}

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(isBigEndian ? bytes.swap16() : bytes);
}

describe('createTextDecoder', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'reads any bytes as %s as the platform does, wherever they are cut',
    (encoding) => {
      const isOfPlatform = (bytes: Uint8Array, cuts: number[]) => {
        expect(decodeInPieces(encoding, bytes, cuts)).toBe(new TextDecoder(encoding).decode(bytes));
      };
      fc.assert(fc.property(bytesOf, cutsOf, isOfPlatform), { numRuns: 3000 });
      const whole = texts.map((text) =>
        encoding === 'utf-8' ? new TextEncoder().encode(text) : utf16(text, encoding === 'utf-16be'),
      );
      fc.assert(fc.property(whole, cutsOf, isOfPlatform), { numRuns: 500 });
    },
  );

  it.each([
    ['plain letters', 'a'],
    ['letters of two bytes', 'é'],
    ['letters of three', '語'],
    ['pairs', '😀'],
  ])('reads %s of a piece that is longer than one call takes', (_, letter) => {
    const text = `x${letter.repeat(50_000)}`;
    expect(createTextDecoder('utf-8')(new TextEncoder().encode(text), true)).toBe(text);
    expect(createTextDecoder('utf-16le')(utf16(text, false), true)).toBe(text);
  });

  it('leaves out a byte order mark at the start alone', () => {
    const mark = [0xef, 0xbb, 0xbf];
    const bytes = Uint8Array.of(...mark, 0x41, ...mark);
    expect(decodeInPieces('utf-8', bytes, [1, 1, 1, 1, 1])).toBe('A\ufeff');
  });

  it('reads every Windows-1252 byte as the standard has it', () => {
    const text = createTextDecoder('windows-1252')(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(text).toHaveLength(256);
    expect(text.slice(0x80, 0xa0)).toBe('€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ');
    expect(text.slice(0xa0, 0xa4)).toBe('\u00a0¡¢£');
  });
});
