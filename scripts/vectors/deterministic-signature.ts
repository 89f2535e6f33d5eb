// Owns ECDSA P-256 signatures without randomness (RFC 6979), so that the test vectors come out the same
// each time. For vectors only: not constant-time, and WebCrypto signs everything else.

import { createHash, createHmac } from 'node:crypto';

// NIST P-256, SEC 2 §2.4.2.
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const G: Point = [
  0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
];

type Point = readonly [x: bigint, y: bigint];

/** r || s, 64 bytes, over SHA-256 of the message. */
export function signDeterministically(message: Uint8Array, privateKey: Uint8Array): Uint8Array {
  const d = toNumber(privateKey);
  const digest = createHash('sha256').update(message).digest();
  const z = toNumber(digest) % N;
  for (const k of nonces(privateKey, digest)) {
    const r = multiply(k, G)[0] % N;
    const s = (inverse(k, N) * (z + r * d)) % N;
    if (r !== 0n && s !== 0n) return Uint8Array.from([...toBytes(r), ...toBytes(s)]);
  }
  throw new Error('unreachable: nonces never end');
}

/** The public point of a private key: 65 bytes, uncompressed. */
export function publicPoint(privateKey: Uint8Array): Uint8Array {
  const [x, y] = multiply(toNumber(privateKey), G);
  return Uint8Array.from([4, ...toBytes(x), ...toBytes(y)]);
}

/** RFC 6979 §3.2 with HMAC-SHA-256. */
function* nonces(privateKey: Uint8Array, digest: Uint8Array): Generator<bigint> {
  const seed = Buffer.concat([privateKey, toBytes(toNumber(digest) % N)]);
  let value: Uint8Array = Buffer.alloc(32, 1);
  let key: Uint8Array = Buffer.alloc(32, 0);
  const step = (tail: Uint8Array): void => {
    key = hmac(key, Buffer.concat([value, tail]));
    value = hmac(key, value);
  };
  step(Buffer.concat([Uint8Array.of(0), seed]));
  step(Buffer.concat([Uint8Array.of(1), seed]));
  for (;;) {
    value = hmac(key, value);
    const k = toNumber(value);
    if (k > 0n && k < N) yield k;
    step(Uint8Array.of(0));
  }
}

function hmac(key: Uint8Array, data: Uint8Array): Uint8Array {
  return createHmac('sha256', key).update(data).digest();
}

function multiply(scalar: bigint, point: Point): Point {
  let sum: Point | null = null;
  let power = point;
  for (let rest = scalar; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = sum === null ? power : add(sum, power);
    power = add(power, power);
  }
  if (sum === null) throw new Error('zero is no key');
  return sum;
}

function add([x1, y1]: Point, [x2, y2]: Point): Point {
  const slope =
    x1 === x2 && y1 === y2 ? (3n * x1 * x1 - 3n) * inverse(2n * y1, P) : (y2 - y1) * inverse(x2 - x1, P);
  const x = modulo(slope * slope - x1 - x2, P);
  return [x, modulo(slope * (x1 - x) - y1, P)];
}

/** By Fermat, since both moduli are prime. */
function inverse(value: bigint, prime: bigint): bigint {
  let result = 1n;
  let power = modulo(value, prime);
  for (let rest = prime - 2n; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * power) % prime;
    power = (power * power) % prime;
  }
  return result;
}

function modulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function toBytes(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}
