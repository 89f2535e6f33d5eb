// Owns the type of what is said to and on other people's sites: the look-up in a frame. Knows no language.

/** The look-up in a frame on somebody else's page. */
export interface EmbedMessages {
  readonly privacy: string;
  readonly ownPage: string;
  readonly newTab: string;
}
