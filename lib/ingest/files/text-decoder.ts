// Owns the step from bytes to text for files of any length, by the rules of the WHATWG Encoding Standard. Not the platform's TextDecoder: what
// that gives in Chromium lies outside the engine's heap and is freed by no short sweep, so that a text needed for a millisecond stays
// until everything is swept (docs/adr/0049). A text that is made here dies with the next short sweep.

import type { Encoding } from './inspect-bytes';
import { type UnitReader, utf8Units, utf16Units } from './unicode-units';
import { windows1252Units } from './windows-1252';

/** Takes the next bytes of one file and gives their text; `isEnd`: no more follow. Cuts may fall anywhere, also within a character. */
export type DecodeNext = (bytes: Uint8Array, isEnd?: boolean) => string;

/** A text is made by a call that takes its code units as arguments: more of them do not pay, and engines have room for so many. */
const unitsAtOnce = 4096;
const byteOrderMark = 0xfeff;

/** A decoder for one file: `createTextDecoder('utf-8')(Uint8Array.of(0xc3, 0xa9))` -> `é`. Bytes that stand for nothing become U+FFFD; a
 *  byte order mark at the start is left out. */
export function createTextDecoder(encoding: Encoding): DecodeNext {
  const reader = unitReader(encoding);
  // Filled anew for every text: a list passes its items on faster than typed memory does.
  const units: number[] = [];
  let isMarkDue = encoding !== 'windows-1252';

  function textOf(bytes: Uint8Array): string {
    if (!reader.isAscii || !copyAscii(bytes, units)) return written(reader.read(bytes, units));
    isMarkDue = false;
    return joined(units);
  }

  function written(count: number): string {
    if (count === 0) return '';
    units.length = count;
    if (isMarkDue && units[0] === byteOrderMark) units.shift();
    isMarkDue = false;
    return joined(units);
  }

  return (bytes, isEnd = false) => {
    const texts: string[] = [];
    for (let at = 0; at < bytes.length; at += unitsAtOnce) {
      texts.push(textOf(bytes.subarray(at, at + unitsAtOnce)));
    }
    if (isEnd) texts.push(written(reader.end(units)));
    return texts.length === 1 ? texts[0]! : texts.join('');
  };
}

function unitReader(encoding: Encoding): UnitReader {
  switch (encoding) {
    case 'utf-8':
      return utf8Units();
    case 'windows-1252':
      return windows1252Units;
    default:
      return utf16Units(encoding === 'utf-16be');
  }
}

const joined = (units: readonly number[]): string => String.fromCharCode(...units);

/** False where there is a byte that is none. */
function copyAscii(bytes: Uint8Array, units: number[]): boolean {
  let seen = 0;
  units.length = bytes.length;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    units[at] = byte;
    seen |= byte;
  }
  return seen < 0x80;
}
