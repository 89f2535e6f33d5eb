// Owns Windows-1252. A table, because Node 20's TextDecoder reads 0x80-0x9F of it as control characters.

/** 0x80-0x9F in order. The five bytes that stand for nothing become U+FFFD, so that they are seen. */
const C1 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

const UNITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? C1.charCodeAt(byte - 0x80) : byte,
);

// String.fromCharCode takes its input as arguments, and a call has room for so many.
const sliceBytes = 8192;

/** Bytes to text, one byte a character: `[0x43, 0x92]` -> `C’`. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += sliceBytes) {
    const slice = bytes.subarray(start, start + sliceBytes);
    const units = new Array<number>(slice.length);
    for (let i = 0; i < slice.length; i++) units[i] = UNITS[slice[i]!]!;
    text += String.fromCharCode(...units);
  }
  return text;
}
