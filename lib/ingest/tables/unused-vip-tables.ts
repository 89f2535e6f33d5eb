// Owns which tables of a VIP feed say nothing of where anybody votes: contests, ballots, people, and ids of hours whose rows stand in
// `schedule`. Names of VIP 3.0, 5.1, 5.2 and 6.0 as CSV. Reads nothing.

const names: ReadonlySet<string> = new Set(
  `ballot ballot_candidate ballot_line_result ballot_measure_contest ballot_measure_selection ballot_response ballot_selection
   ballot_style candidate candidate_contest candidate_selection contest contest_result custom_ballot custom_ballot_ballot_response
   electoral_district external_identifier external_identifiers hours_open internationalized_text language_string lat_lng latlng office
   ordered_contest party party_contest party_selection person precinct_electoral_district precinct_split_electoral_district
   precinct_split_ballot_style referendum referendum_ballot_response retention_contest tabulation_area term voter_service`.split(
    /\s+/,
  ),
);

/** Whether a file's name is that of such a table: `feed/Contest.TXT`. */
export function isUnusedVipTable(file: string): boolean {
  const name = file.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const dot = name.lastIndexOf('.');
  return ['txt', 'csv', 'tsv'].includes(name.slice(dot + 1)) && names.has(name.slice(0, dot));
}
