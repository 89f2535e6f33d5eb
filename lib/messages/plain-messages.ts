// Owns the shape of what only the plain pages say, for voters without script or without a working search box.
// Knows no language: the texts stand with all others of a language in its one file.

import type { Plural, Text } from './format';

/** Lists to click through: county, ZIP, street, house number. */
export interface PlainMessages {
  /** On the main page: the way to all of this. */
  readonly fromMainPage: string;
  readonly zipSubmit: string;

  readonly startLead: string;
  readonly countiesHeading: string;
  readonly allZips: string;
  readonly zipsHeading: string;
  readonly zipsLead: string;
  readonly zipsElsewhere: string;
  readonly zipsStartingWith: Text<'digits'>;

  readonly zip: Text<'zip'>;
  readonly zipGroup: Text<'zip' | 'from' | 'to'>;
  readonly groupsHeading: string;
  readonly group: Text<'from' | 'to'>;
  readonly howToRead: string;
  readonly townStreet: Text<'street' | 'town'>;
  readonly everyStreet: string;
  readonly everyStreetOfTown: Text<'town'>;
  readonly moreNumbers: Text<'street'>;
  readonly units: Text<'units'>;
  readonly otherUnits: string;
  readonly rangeUp: Text<'start'>;
  readonly rangeUpOdd: Text<'start'>;
  readonly rangeUpEven: Text<'start'>;
  readonly confirmZip: string;
  readonly confirmOnly: Text<'locality'>;
  readonly notListed: Text<'call'>;
  readonly seeList: Plural;
  readonly placesOf: Text<'list'>;

  readonly places: string;
  readonly placesLead: string;
  readonly precincts: Text<'precincts'>;
  readonly forPrint: string;
  readonly printHeading: Text<'locality'>;
  readonly page: Text<'number'>;

  readonly toStart: string;
  readonly toZip: Text<'zip'>;
  readonly toLocality: Text<'locality'>;
  readonly toMainPage: string;
  readonly madeBy: Text<'office'>;
  readonly mayBeOlder: Text<'call'>;

  /** On every page of a copy that was handed on as a file. */
  readonly handedOn: Text<'time'>;
  /** Where such a copy says at which address the newest lists are. */
  readonly newestLists: string;
}
