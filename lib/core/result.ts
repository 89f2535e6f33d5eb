// Owns the value that stands for "worked" or "failed as expected". Knows nothing else.
// A plain object, not a class, so that it survives a worker or a JSON boundary.

/** Either `{ok: true, value}` or `{ok: false, error}`. Expected failures travel as values; bugs throw. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** `ok(3)` is `{ok: true, value: 3}`. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** `err({code: 'cut'})` is `{ok: false, error: {code: 'cut'}}`. */
export function err<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** For `switch` defaults: the compiler refuses a forgotten case, and a bug at run time names the value. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
