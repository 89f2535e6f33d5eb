// Owns the shape of the phone numbers that are baked into a site, for the day when no list can be had.

/** The offices of the release that was built into the site; `issuedAt` is that release's. */
export interface PhoneBook {
  readonly issuedAt: string;
  readonly isPractice: boolean;
  readonly offices: readonly PhoneBookEntry[];
}

/** `{locality: 'Adams', name: 'Adams County Circuit Clerk', phone: '601-555-0100'}`. */
export interface PhoneBookEntry {
  readonly locality: string;
  readonly name: string;
  readonly phone: string | null;
}
