// Owns nothing that anybody sees: app/global-not-found.tsx is the page for addresses that do not exist. Without this file every
// page carries Next's own words for that, which no voter is ever shown: a third of a kilobyte of each first visit.

/** Never drawn: voters’ pages are made beforehand, in the languages that there are, and the desk has its own. */
export default function NotFound() {
  return null;
}
