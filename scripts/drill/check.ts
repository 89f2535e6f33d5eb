// Owns one thing that the drill measured, and whether it is as it must be. Pure.

/** One thing that was measured, and whether it is as it must be: `{what: 'wrong answers', got: '0 of 2,310', holds: true}`. */
export interface Check {
  readonly what: string;
  readonly got: string;
  readonly holds: boolean;
}

/** `check('origin requests', 3, (count) => count <= 10, 'at most 10')`. */
export function check<Got extends number | string>(
  what: string,
  got: Got,
  holds: (got: Got) => boolean,
  wished: string,
): Check {
  const text = typeof got === 'number' ? got.toLocaleString('en-US') : got;
  return { what, got: `${text} (${wished})`, holds: holds(got) };
}
