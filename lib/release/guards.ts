// Owns reading values that came from outside: small guards in place of a schema library, which would cost
// a voter 90 KB. Each throws NotOfFormat with the path; read-objects.ts alone catches it.

/** What was wrong and where: `zips.39120.shards[0]: a SHA-256 name is expected`. */
export class NotOfFormat extends Error {
  override readonly name = 'NotOfFormat';
}

/** Returns the value read, or throws NotOfFormat naming `path`. */
export type Guard<Value> = (value: unknown, path: string) => Value;

/** Any text. */
export const text: Guard<string> = (value, path) =>
  typeof value === 'string' ? value : fail(path, 'a text');

/** A whole number from 0 to 2^53 - 1. */
export const count: Guard<number> = (value, path) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail(path, 'a whole number');

/** A text of one pattern: `textLike(/^\d{5}$/, 'a ZIP')`. */
export function textLike(pattern: RegExp, what: string): Guard<string> {
  return (value, path) => (typeof value === 'string' && pattern.test(value) ? value : fail(path, what));
}

/** Exactly this value. */
export function literal<const Value extends string | number>(expected: Value): Guard<Value> {
  return (value, path) => (value === expected ? expected : fail(path, JSON.stringify(expected)));
}

/** `null`, or what the guard reads. */
export function nullable<Value>(guard: Guard<Value>): Guard<Value | null> {
  return (value, path) => (value === null ? null : guard(value, path));
}

/** A list whose every entry passes the guard. */
export function list<Value>(item: Guard<Value>): Guard<readonly Value[]> {
  return (value, path) =>
    Array.isArray(value)
      ? value.map((entry, index) => item(entry, `${path}[${index}]`))
      : fail(path, 'a list');
}

/** An object used as a map: keys of one pattern, values of one guard. */
export function dictionary<Value>(key: RegExp, item: Guard<Value>): Guard<Readonly<Record<string, Value>>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(members(value, path)).map(([name, entry]) =>
        key.test(name) ? [name, item(entry, `${path}.${name}`)] : fail(`${path}.${name}`, 'another key'),
      ),
    );
}

type Shape = Readonly<Record<string, Guard<unknown>>>;
type Read<Fields extends Shape> = { readonly [Key in keyof Fields]: ReturnType<Fields[Key]> };

/** An object with these members. Others are left out: a later version may add what does not change an answer. */
export function object<Fields extends Shape>(fields: Fields): Guard<Read<Fields>> {
  return (value, path) => {
    const from = members(value, path);
    const read: Record<string, unknown> = {};
    for (const [key, guard] of Object.entries(fields)) read[key] = guard(from[key], `${path}.${key}`);
    return read as Read<Fields>;
  };
}

/** The members of a plain object, for guards that need to look before they choose. */
export function members(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return fail(path, 'an object');
  return value as Record<string, unknown>;
}

/** Throws: `what` was expected at `path`. */
export function fail(path: string, what: string): never {
  throw new NotOfFormat(`${path}: ${what} is expected`);
}
