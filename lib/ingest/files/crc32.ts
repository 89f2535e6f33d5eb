// Owns the check sum that zip files carry for each entry (PKWARE APPNOTE 4.4.7; ISO 3309). Knows no archive.

const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ polynomial : sum >>> 1;
  return sum;
});

/** CRC-32 of a stretch of bytes that follows one with the sum `before` (0 for none): an unsigned 32-bit number.
 *  `crc32(new TextEncoder().encode('123456789'))` -> `0xcbf43926`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  for (let i = 0; i < bytes.length; i++) sum = (sum >>> 8) ^ table[(sum ^ bytes[i]!) & 0xff]!;
  return ~sum >>> 0;
}
