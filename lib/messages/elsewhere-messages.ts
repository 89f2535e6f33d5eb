// Owns the type of what is said to and on other people's sites: the look-up in a frame, and the page about the
// data. Knows no language.

/** The look-up in a frame on somebody else's page. */
export interface EmbedMessages {
  readonly privacy: string;
  readonly ownPage: string;
  readonly newTab: string;
}

/** The page for people who build websites and programs. Code stands in lib/elsewhere/examples.ts. */
export interface DataMessages {
  readonly footLink: string;
  readonly title: string;
  readonly lead: string;
  readonly copy: string;
  readonly copied: string;

  readonly privacyHeading: string;
  readonly privacyText: string;

  readonly frameHeading: string;
  readonly frameText: string;
  readonly frameNoScript: string;
  readonly frameSecure: string;
  readonly framePolicy: string;
  readonly frameRoom: string;
  readonly frameByHand: string;

  readonly filesHeading: string;
  readonly filesText: string;
  readonly fileColumn: string;
  readonly holdsColumn: string;
  readonly keepColumn: string;
  readonly holdsPointer: string;
  readonly holdsObjects: string;
  readonly holdsPages: string;
  readonly holdsModule: string;
  readonly holdsTypes: string;
  readonly holdsElement: string;
  readonly keepAsk: string;
  readonly keepEver: string;
  readonly keepDay: string;
  readonly filesTry: string;

  readonly checkHeading: string;
  readonly checkSteps: readonly string[];
  readonly checkTry: string;
  readonly keysHeading: string;
  readonly keysText: string;
  readonly keysNone: string;

  readonly moduleHeading: string;
  readonly moduleText: string;
  readonly moduleBrowser: string;
  readonly moduleNode: string;
  readonly moduleKinds: string;
  readonly moduleMemory: string;
  readonly moduleVerify: string;

  readonly fairHeading: string;
  readonly fairText: string;
}
