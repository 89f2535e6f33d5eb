// Owns Windows-1252. A table, because Node 20's TextDecoder reads 0x80-0x9F of it as control characters.

import type { UnitReader } from './unicode-units';

/** 0x80-0x9F in order. The five bytes that stand for nothing become U+FFFD, so that they are seen. */
const C1 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

const UNITS = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte <= 0x9f ? C1.charCodeAt(byte - 0x80) : byte,
);

/** One unit a byte: 0x92 -> `’`. Owes nothing, so that all files may share it. */
export const windows1252Units: UnitReader = {
  isAscii: true,
  read(bytes, units) {
    for (let at = 0; at < bytes.length; at++) units[at] = UNITS[bytes[at]!]!;
    return bytes.length;
  },
  end: () => 0,
};
