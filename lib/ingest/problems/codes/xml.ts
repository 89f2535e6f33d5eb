// Owns what can be wrong with an office's files: VIP XML. Data only, as lib/ingest/problems/problem-codes says.

import type { CodeEntry } from './code-entry';

export const xmlCodes = {
  'xml-malformed': {
    severity: 'fatal',
    meaning: 'The file is not well-formed XML: from here on nothing can be read with certainty.',
    remedy: 'Correct the line, or export the file again.',
  },
  'xml-cut-off': {
    severity: 'fatal',
    meaning: 'The XML file ends before its elements do, so a part of it is missing.',
    remedy: 'Export or send the file again.',
  },
  'xml-doctype': {
    severity: 'fatal',
    meaning:
      'The XML file declares a document type (DOCTYPE). Such declarations can read other files, and are not followed.',
    remedy: 'Take the line that begins with <!DOCTYPE out. VIP feeds need none.',
  },
  'xml-entity': {
    severity: 'fatal',
    meaning:
      'An & is followed by what is none of the five entities of XML (&amp;, &lt;, &gt;, &quot;, &apos;).',
    remedy: 'Write a plain & as &amp;, and other signs as themselves.',
  },
  'xml-encoding-unknown': {
    severity: 'fatal',
    meaning: 'The XML file declares an encoding that is not read here.',
    remedy: 'Save it as UTF-8, UTF-16 or Windows-1252, and declare that.',
  },
  'xml-not-vip': {
    severity: 'fatal',
    meaning: 'The XML file is no VIP feed: its outermost element is neither vip_object nor VipObject.',
    remedy: 'Send a VIP 3, 5 or 6 feed, or the list as CSV or XLSX.',
  },
  'xml-value-twice': {
    severity: 'error',
    meaning:
      'An element that may stand only once has two values that differ, so the whole entry is set aside.',
    remedy: 'Leave the right one.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
