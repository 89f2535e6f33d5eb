// Owns the texts of what a device keeps, as types: the saved place, the saved county, and taking both away.
// Knows no language.

import type { Text } from './format';

/** "Save my county for election day". */
export interface SavedCountyMessages {
  readonly heading: string;
  readonly lead: Text<'locality'>;
  readonly save: Text<'locality' | 'size'>;
  readonly saveUnsized: Text<'locality'>;
  readonly size: Text<'count'>;
  readonly saving: Text<'done' | 'total'>;
  readonly saved: Text<'locality'>;
  readonly from: Text<'time'>;
  readonly remove: string;
  readonly failed: string;
  readonly noRoom: string;
}

/** "Save this place on my device", and what becomes of it. */
export interface SavedPlaceMessages {
  readonly save: string;
  readonly saved: string;
  readonly notSaved: string;
  readonly what: string;
  readonly heading: string;
  readonly same: Text<'time'>;
  readonly unchecked: Text<'time'>;
  readonly changed: string;
  readonly now: string;
  readonly was: Text<'place'>;
  readonly closed: string;
  readonly gone: string;
  readonly over: string;
  readonly keepNew: string;
  readonly remove: string;
  readonly lookUpAgain: string;
}

/** Taking away what this site keeps: for shared phones. */
export interface ForgetMessages {
  readonly action: string;
  readonly done: string;
  readonly failed: string;
}
