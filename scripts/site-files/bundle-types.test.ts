import { describe, expect, it } from 'vitest';
import { bundleTypes } from './bundle-types';

const entry = `import type { Place } from './place';
/** Answers. */
export interface Answer {
    /** Where. See Unrelated. */
    readonly place: Place | null;
}
export declare function ask(text: string): Promise<Answer>;
`;
const place = `import { type Zip } from './zip';
/** A place. */
export interface Place {
    readonly zip: Zip;
    readonly kind: Kind;
}
type Kind = 'a' | ({
    readonly b: string;
} & Other);
interface Other {
    readonly c: string;
}
export interface Unrelated {
    readonly d: string;
}
`;
const zip = 'export type Zip = string;\n';

describe('bundleTypes', () => {
  it('keeps what the entry exports and all that this names, with comments, and nothing else', () => {
    expect(bundleTypes(entry, [place, zip])).toBe(`/** Answers. */
export interface Answer {
    /** Where. See Unrelated. */
    readonly place: Place | null;
}

export declare function ask(text: string): Promise<Answer>;

/** A place. */
export interface Place {
    readonly zip: Zip;
    readonly kind: Kind;
}

export type Zip = string;

type Kind = 'a' | ({
    readonly b: string;
} & Other);

interface Other {
    readonly c: string;
}
`);
  });

  it('refuses one name for two things, but only where it is needed', () => {
    expect(() => bundleTypes(entry, [place, zip, 'export type Zip = number;\n'])).toThrow('Zip');
    expect(() => bundleTypes(entry, [place, zip, 'export type Unrelated = number;\n'])).not.toThrow();
  });
});
