// Owns the type of what the status page says. Knows no language.

import type { Plural, Text } from './format';

/** Whether the site works, how old its list is, and what was seen from outside. */
export interface StatusMessages {
  readonly footLink: string;
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  readonly checking: string;

  readonly listHeading: string;
  readonly list: Text<'time' | 'ago' | 'number'>;
  readonly listOld: string;
  readonly listNone: string;
  readonly oldBrowser: string;

  readonly rungsHeading: string;
  readonly live: string;
  readonly mirror: Text<'name'>;
  readonly device: string;
  readonly builtIn: string;
  readonly works: string;
  readonly worksOlder: Text<'time'>;
  readonly noAnswer: string;
  readonly refused: string;
  readonly empty: string;

  readonly outsideHeading: string;
  readonly outside: Text<'time' | 'ago'>;
  readonly outsideOld: string;
  readonly outsideNone: string;
  readonly outsideWell: Text<'right' | 'asked'>;
  readonly outsideFault: Text<'list'>;
  /** What was wrong, by the probe's codes (docs/watching.md). */
  readonly faults: {
    readonly unreachable: string;
    readonly refused: string;
    readonly answers: string;
    readonly old: string;
    readonly pages: string;
    readonly slow: string;
    readonly other: string;
  };
  readonly requests: Plural;
  readonly answered: Text<'share'>;

  readonly helpHeading: string;

  readonly now: string;
  readonly minutes: Plural;
  readonly hours: Plural;
  readonly days: Plural;
}
