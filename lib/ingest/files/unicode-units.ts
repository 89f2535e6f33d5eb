// Owns UTF-8 and UTF-16 as streams of code units (WHATWG Encoding Standard, 8.1.1 and 14.2.1). Makes no text.

/** Reads one file's bytes, cut anywhere. */
export interface UnitReader {
  /** Nothing is owed, and a byte below 0x80 is the character of that number. */
  readonly isAscii: boolean;
  /** Writes what the bytes say from `units[0]` on; gives how many units that are. */
  readonly read: (bytes: Uint8Array, units: number[]) => number;
  /** The same for what no further bytes complete. */
  readonly end: (units: number[]) => number;
}

const replacement = 0xfffd;

/** UTF-8. Of a broken sequence each longest part that could have begun a character becomes one U+FFFD. */
export function utf8Units(): UnitReader {
  let missing = 0;
  let point = 0;
  let low = 0x80;
  let high = 0xbf;

  function begin(byte: number): void {
    low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    point = byte & (0x3f >> missing);
  }

  return {
    get isAscii() {
      return missing === 0;
    },
    read(bytes, units) {
      let count = 0;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (missing > 0) {
          if (byte >= low && byte <= high) {
            low = 0x80;
            high = 0xbf;
            point = (point << 6) | (byte & 0x3f);
            if (--missing > 0) continue;
            if (point > 0xffff) units[count++] = 0xd7c0 + (point >> 10);
            units[count++] = point > 0xffff ? 0xdc00 | (point & 0x3ff) : point;
            continue;
          }
          missing = 0;
          units[count++] = replacement;
        }
        if (byte < 0x80) units[count++] = byte;
        else if (byte >= 0xc2 && byte <= 0xf4) begin(byte);
        else units[count++] = replacement;
      }
      return count;
    },
    end(units) {
      if (missing === 0) return 0;
      missing = 0;
      units[0] = replacement;
      return 1;
    },
  };
}

/** UTF-16. Half of a pair alone becomes U+FFFD. */
export function utf16Units(isBigEndian: boolean): UnitReader {
  let first = -1;
  let lead = -1;
  return {
    isAscii: false,
    read(bytes, units) {
      let count = 0;
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!;
        if (first < 0) {
          first = byte;
          continue;
        }
        const unit = isBigEndian ? (first << 8) | byte : (byte << 8) | first;
        first = -1;
        const isTrail = (unit & 0xfc00) === 0xdc00;
        if (lead >= 0) {
          units[count++] = isTrail ? lead : replacement;
          lead = -1;
          if (isTrail) {
            units[count++] = unit;
            continue;
          }
        }
        if ((unit & 0xfc00) === 0xd800) lead = unit;
        else units[count++] = isTrail ? replacement : unit;
      }
      return count;
    },
    end(units) {
      if (first < 0 && lead < 0) return 0;
      [first, lead] = [-1, -1];
      units[0] = replacement;
      return 1;
    },
  };
}
