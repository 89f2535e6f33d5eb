// Owns the few addresses outside every office: non-partisan, public, and for the whole country.
// Links to follow by hand only; nothing is ever fetched from them.

/** National Association of Secretaries of State: find a polling place, by state. */
export const pollingPlaceLookup = 'https://www.nass.org/can-i-vote/find-your-polling-place';

/** National Association of Secretaries of State: check a registration, by state. */
export const registrationCheck = 'https://www.nass.org/can-i-vote/voter-registration-status';

/** The federal government's list of state and local election offices. */
export const electionOffices = 'https://www.usa.gov/state-election-office';
