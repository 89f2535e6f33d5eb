// Owns the tables that are read and the names their columns go by: VIP 6.0, 5.x and 3.0 CSV, and Levee's own
// optional declarations. Data only. The first name of a list that a file has is the one that counts.

interface TableSpec {
  /** Field -> the column names it may have, newest version first. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** Of each group one column must be there. Tables that only say how an office is reached need none: what is
   *  not said there is reported at the office, and no voter's place hangs on it. */
  readonly required: readonly (readonly string[])[];
}

/** Table (and file) name -> columns. */
export const vipTables = {
  source: {
    fields: {
      name: ['name'],
      vipId: ['vip_id'],
      dateTime: ['date_time', 'datetime'],
      officeId: ['office_id'],
    },
    required: [],
  },
  state: {
    fields: {
      id: ['id'],
      name: ['name'],
      electionAdministrationId: ['election_administration_id'],
      pollingLocationIds: ['polling_location_ids'],
      abbreviation: ['abbreviation'],
    },
    required: [],
  },
  election: {
    fields: {
      id: ['id'],
      name: ['name'],
      date: ['date'],
      type: ['election_type'],
      isStatewide: ['is_statewide', 'statewide'],
      hours: ['polling_hours'],
      hoursOpenId: ['hours_open_id', 'hours_open_ids'],
    },
    required: [['date']],
  },
  locality: {
    fields: {
      id: ['id'],
      name: ['name'],
      type: ['type'],
      otherType: ['other_type'],
      electionAdministrationId: ['election_administration_id'],
      pollingLocationIds: ['polling_location_ids', 'polling_location_id'],
      isMailOnly: ['is_mail_only', 'mail_only'],
      usesVoteCenters: ['uses_vote_centers'],
      timeZone: ['time_zone'],
      siteIds: ['site_ids'],
      isKept: ['is_kept'],
    },
    required: [['id'], ['name']],
  },
  election_administration: {
    fields: {
      id: ['id'],
      name: ['name'],
      officialId: ['eo_id'],
      phone: ['phone'],
      email: ['email'],
      line1: ['structured_line_1', 'physical_address_line1', 'address_line_1', 'address_line1'],
      line2: ['structured_line_2', 'physical_address_line2', 'address_line_2', 'address_line2'],
      line3: ['structured_line_3', 'physical_address_line3', 'address_line_3', 'address_line3'],
      city: ['structured_city', 'physical_address_city', 'address_city'],
      state: ['structured_state', 'physical_address_state', 'address_state'],
      zip: ['structured_zip', 'physical_address_zip', 'address_zip'],
      hours: ['hours'],
      electionsUri: ['elections_uri', 'elections_url'],
      registrationCheckUri: ['am_i_registered_uri', 'am_i_registered_url'],
      whatToBring: ['what_to_bring'],
      reportUri: ['report_uri'],
      languages: ['languages'],
    },
    required: [['id']],
  },
  election_official: {
    fields: { id: ['id'], phone: ['phone'], email: ['email'] },
    required: [],
  },
  department: {
    fields: {
      id: ['id'],
      electionAdministrationId: ['election_administration_id', 'parent_id'],
      officialPersonId: ['election_official_person_id'],
    },
    required: [],
  },
  contact_information: {
    fields: {
      parentId: ['parent_id'],
      name: ['name'],
      phone: ['phone'],
      email: ['email'],
      hours: ['hours'],
      line1: ['structured_line_1', 'address_line_1', 'address_line'],
      line2: ['structured_line_2', 'address_line_2'],
      line3: ['structured_line_3', 'address_line_3'],
      city: ['structured_city'],
      state: ['structured_state'],
      zip: ['structured_zip'],
    },
    required: [],
  },
  schedule: {
    fields: {
      id: ['id'],
      hoursOpenId: ['hours_open_id'],
      startTime: ['start_time'],
      endTime: ['end_time'],
      startDate: ['start_date'],
      endDate: ['end_date'],
      timeZone: ['time_zone'],
      isOnlyByAppointment: ['is_only_by_appointment'],
    },
    required: [['hoursOpenId'], ['startTime'], ['endTime']],
  },
  polling_location: {
    fields: {
      id: ['id'],
      name: ['name', 'address_location_name'],
      buildingName: ['structured_location_name', 'address_structured_location_name'],
      line1: ['structured_line_1', 'address_structured_line_1', 'address_line1', 'address_line_1'],
      line2: ['structured_line_2', 'address_structured_line_2', 'address_line2', 'address_line_2'],
      line3: ['structured_line_3', 'address_structured_line_3', 'address_line3', 'address_line_3'],
      city: ['structured_city', 'address_structured_city', 'address_city'],
      state: ['structured_state', 'address_structured_state', 'address_state'],
      zip: ['structured_zip', 'address_structured_zip', 'address_zip'],
      oneLine: ['address_line'],
      latitude: ['latitude'],
      longitude: ['longitude'],
      latLong: ['lat_long', 'lat_lng'],
      directions: ['directions'],
      hours: ['hours', 'polling_hours'],
      hoursOpenId: ['hours_open_id'],
      photoUri: ['photo_uri', 'photo_url'],
      isDropBox: ['is_drop_box'],
      isEarlyVoting: ['is_early_voting'],
      party: ['party'],
      entrance: ['entrance'],
      stepFreeEntrance: ['step_free_entrance'],
      parking: ['accessible_parking'],
      curbsideVoting: ['curbside_voting'],
      accessibleMachine: ['accessible_machine'],
      relayPhone: ['relay_phone'],
      accessCheckedOn: ['accessibility_checked_on'],
      openStartDate: ['open_start_date'],
      openEndDate: ['open_end_date'],
      isKept: ['is_kept'],
    },
    required: [['id'], ['line1', 'oneLine']],
  },
  early_vote_site: {
    fields: {
      id: ['id'],
      name: ['name', 'address_location_name'],
      line1: ['address_line1', 'address_line_1'],
      line2: ['address_line2', 'address_line_2'],
      line3: ['address_line3', 'address_line_3'],
      city: ['address_city'],
      state: ['address_state'],
      zip: ['address_zip'],
      directions: ['directions'],
      startDate: ['start_date'],
      endDate: ['end_date'],
      hours: ['days_times_open'],
    },
    required: [['id'], ['line1']],
  },
  locality_early_vote_site: {
    fields: { localityId: ['locality_id'], siteId: ['early_vote_site_id'] },
    required: [['localityId'], ['siteId']],
  },
  precinct_early_vote_site: {
    fields: { precinctId: ['precinct_id'], siteId: ['early_vote_site_id'] },
    required: [['precinctId'], ['siteId']],
  },
  state_early_vote_site: {
    fields: { stateId: ['state_id'], siteId: ['early_vote_site_id'] },
    required: [['siteId']],
  },
  precinct: {
    fields: {
      id: ['id'],
      name: ['name'],
      number: ['number'],
      localityId: ['locality_id'],
      pollingLocationIds: ['polling_location_ids', 'polling_location_id'],
      isMailOnly: ['is_mail_only', 'mail_only'],
      isNotVoting: ['is_not_voting'],
      usesVoteCenters: ['uses_vote_centers'],
    },
    required: [['id'], ['name', 'number']],
  },
  precinct_split: {
    fields: { id: ['id'], name: ['name'], precinctId: ['precinct_id'] },
    required: [['id'], ['precinctId']],
  },
  precinct_polling_location: {
    fields: { precinctId: ['precinct_id'], pollingLocationId: ['polling_location_id'] },
    required: [['precinctId'], ['pollingLocationId']],
  },
  precinct_split_polling_location: {
    fields: { precinctSplitId: ['precinct_split_id'], pollingLocationId: ['polling_location_id'] },
    required: [['precinctSplitId'], ['pollingLocationId']],
  },
  street_segment: {
    fields: {
      id: ['id'],
      startHouseNumber: ['start_house_number'],
      endHouseNumber: ['end_house_number'],
      oddEvenBoth: ['odd_even_both'],
      includesAllAddresses: ['includes_all_addresses'],
      includesAllStreets: ['includes_all_streets'],
      houseNumberPrefix: ['house_number_prefix', 'non_house_address_house_number_prefix'],
      houseNumberSuffix: ['house_number_suffix', 'non_house_address_house_number_suffix'],
      streetDirection: ['street_direction', 'non_house_address_street_direction'],
      streetName: ['street_name', 'non_house_address_street_name'],
      streetSuffix: ['street_suffix', 'non_house_address_street_suffix'],
      addressDirection: ['address_direction', 'non_house_address_address_direction'],
      unitNumber: ['unit_number', 'non_house_address_apartment'],
      startUnit: ['start_apartment_number'],
      endUnit: ['end_apartment_number'],
      city: ['city', 'non_house_address_city'],
      state: ['state', 'non_house_address_state'],
      zip: ['zip', 'non_house_address_zip'],
      precinctId: ['precinct_id'],
      precinctSplitId: ['precinct_split_id'],
    },
    required: [
      ['streetName', 'includesAllStreets'],
      ['startHouseNumber', 'includesAllAddresses', 'includesAllStreets'],
      ['endHouseNumber', 'includesAllAddresses', 'includesAllStreets'],
      ['oddEvenBoth', 'includesAllAddresses', 'includesAllStreets'],
      ['zip'],
      ['precinctId', 'precinctSplitId'],
    ],
  },
} as const satisfies Readonly<Record<string, TableSpec>>;

/** `street_segment`, `polling_location` … */
export type TableName = keyof typeof vipTables;

/** The fields of one table: `FieldOf<'precinct'>` is `'id' | 'name' | …`. */
export type FieldOf<Table extends TableName> = Extract<keyof (typeof vipTables)[Table]['fields'], string>;
