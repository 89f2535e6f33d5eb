// Owns the word lists that a made-up state is named from. Ordinary American street words; no real
// county, no real polling place.

/** One-word street names. */
export const STREET_WORDS: readonly string[] =
  `Abbey Acorn Adams Alder Almond Amber Amherst Antelope Apple Arbor Arlington Aspen Aster Atlantic Auburn Autumn
Azalea Badger Baker Balsam Banbury Barley Barton Basil Bay Bayberry Beaver Beech Belmont Bennett Berkley Birch Bishop
Blackberry Bluff Bond Boxwood Bradford Bramble Brandon Briar Bridge Bristol Broad Brook Buckeye Buffalo Burgundy Burton
Butler Buttercup Cactus Calhoun Cambridge Camden Cameron Canal Canary Canterbury Canyon Cardinal Carlton Carriage Carroll
Carter Cascade Castle Catalpa Cedar Center Central Chapel Charles Chelsea Cherry Chester Chestnut Church Circle Clark Clay
Clearview Cleveland Cliff Clinton Clover College Colonial Columbia Commerce Concord Cooper Copper Coral Cottage
Cottonwood Country Court Coventry Cowan Coyote Crabapple Crane Creek Crescent Crestview Crown Crystal Cumberland Curtis
Cypress Dahlia Daisy Dalton Davis Dawson Deer Delaware Depot Dewey Dogwood Dover Dublin Duke Durham Eagle Eastwood Echo
Edgewood Edison Elder Elgin Elk Elm Elmwood Emerald Emerson Essex Evergreen Factory Fairfax Fairview Falcon Farm Fawn
Fern Fieldstone Finch Fir Fisher Flint Forest Foster Fox Foxglove Franklin Front Fulton Garden Garfield Garnet George
Gibson Ginger Glendale Glenwood Golden Goldfinch Grant Granite Grape Green Greenbriar Grove Hamilton Hampton Harbor
Harrison Harvard Harvest Hawk Hawthorne Hazel Heather Hemlock Henry Heritage Heron Hickory Hidden Highland Hill Hillcrest
Hilltop Holly Hope Horizon Howard Hudson Hunter Huron Imperial Indigo Iris Iron Ivy Jackson Jade Jasmine Jasper Jay
Jefferson Jessup Johnson Juniper Kensington Kent King Kingston Kirby Knoll Lafayette Lake Lakeview Lancaster Larch Lark
Laurel Lavender Lawrence Lee Lemon Lexington Liberty Lilac Lily Lincoln Linden Locust Logan Lombard London Lotus Lupine
Lynn Madison Magnolia Mallard Manor Maple Margin Marigold Market Marlin Marsh Martin Mason Mayfield Meadow Mercer Mesa
Mill Mimosa Mission Monroe Montgomery Morgan Mosswood Mulberry Myrtle Nelson Newton Noble Norton Norwood Nutmeg Oak
Oakdale Oakland Ocean Olive Orange Orchard Oriole Osprey Otter Oxford Palm Palmer Paradise Park Parker Parsons Partridge
Peach Pear Pearl Pebble Pecan Pelican Penn Peony Pepper Perry Pheasant Pine Pinecrest Pioneer Plantation Plum Plymouth
Polk Poplar Poppy Porter Prairie Prescott Primrose Princeton Prospect Quail Quarry Queen Quincy Railroad Rainbow Ranch
Raven Redbud Redwood Regent Richmond Ridge Ridgewood River Riverside Roberts Robin Rock Rose Rosewood Ruby Russell Saddle
Sage Sandstone Sapphire School Sequoia Shady Shale Sherman Shore Short Silver Skyline Smith South Sparrow Spring Spruce
Stanford State Sterling Stewart Stone Stratford Sugar Summer Summit Sumner Sunrise Sunset Surrey Swan Sycamore Tanager
Taylor Teak Teal Terrace Thistle Thomas Timber Trinity Troy Tulip Turner Tyler Union Valley Vernon Victoria View Village
Vine Violet Virginia Vista Wade Wagon Walker Wallace Walnut Warren Washington Water Wayne Webster Wellington Wells
Westwood Wheat Whisper White Wildwood Williams Willow Wilson Winchester Windmill Windsor Winter Wisteria Wood Woodland
Wren Yale Yarrow Yew York Zinnia`.split(/\s+/);

/** First words of two-word street names: `QUIET HOLLOW`. */
export const FIRST_WORDS: readonly string[] =
  `Autumn Bent Big Black Blue Bright Broken Brown Clear Cold Copper Crooked Dancing Deep Deer Dry Eagle East Fallen Flat
Fox Frosty Golden Grand Gray Green Happy Hidden High Hollow Indian Lazy Little Lone Long Lost Misty New Old Painted Quail
Quiet Rambling Red Rocky Rolling Running Rustic Sandy Shady Silent Silver Sleepy Spring Still Stony Summer Sunny Tall
Turkey Twin Upper Wandering West White Wild Windy Winding Winter Wolf`.split(/\s+/);

/** Second words of two-word street names. */
export const SECOND_WORDS: readonly string[] =
  `Acres Arrow Barn Bear Bend Bluff Branch Bridge Brook Cabin Cedar Chimney Cove Creek Crow Dale Elm Falls Farm Fawn Fern
Field Forest Gate Glen Goose Hare Harbor Haven Heron Hickory Hills Hollow Horse House Lake Lantern Leaf Maple Marsh
Meadow Mill Moon Moss Mountain Oak Orchard Owl Pasture Path Pine Point Pond Prairie Quarry Rapids Raven Ridge River Rock
Rose Run Sky Smoke Snow Spruce Stable Star Stone Stream Thicket Timber Tower Trace Tree Valley Vine Wagon Water Well
Willow Wind Wood`.split(/\s+/);

/** Suffix as offices write it, spelt out, and its share of the streets (as in two real feeds, roughly). */
export const SUFFIXES: readonly { readonly short: string; readonly long: string; readonly weight: number }[] =
  [
    { short: 'RD', long: 'Road', weight: 25 },
    { short: 'ST', long: 'Street', weight: 22 },
    { short: 'DR', long: 'Drive', weight: 13 },
    { short: 'LN', long: 'Lane', weight: 10 },
    { short: 'AVE', long: 'Avenue', weight: 10 },
    { short: 'CT', long: 'Court', weight: 8 },
    { short: 'CIR', long: 'Circle', weight: 3 },
    { short: 'PL', long: 'Place', weight: 2 },
    { short: 'WAY', long: 'Way', weight: 2 },
    { short: 'BLVD', long: 'Boulevard', weight: 2 },
    { short: 'TER', long: 'Terrace', weight: 1 },
    { short: 'PKWY', long: 'Parkway', weight: 1 },
    { short: 'TRL', long: 'Trail', weight: 1 },
  ];

/** Directions as offices write them, and spelt out. */
export const DIRECTIONS: readonly { readonly short: string; readonly long: string }[] = [
  { short: 'N', long: 'North' },
  { short: 'S', long: 'South' },
  { short: 'E', long: 'East' },
  { short: 'W', long: 'West' },
];

/** Halves of made-up town and county names: `Brackenmoor`, `Tolliver County`. */
export const NAME_STARTS: readonly string[] =
  `Ald Amber Ash Bar Bel Birk Brack Bram Bur Cal Carn Cor Dal Dun East Elder Fal Fen Glim Hal Har Hol Ing Jas Kel Kin Lang
Lor Mar Mer Mill Nor Oak Or Pel Pen Quar Rav Red Ros San Sel Sil Sud Tam Thorn Tol Ul Van Wex Whit Wil Yar Zel`.split(
    /\s+/,
  );

/** Second halves of made-up names. */
export const NAME_ENDS: readonly string[] =
  `abridge acre aford aham ambrook amoor anton aston avale awick enby enfield enham enmoor erby erfield erford erly erton
erwick eston etta ibrook iden igate ington inster iston iver ivale obrook odale oford omoor onby owick udale ulton umber
umoor undel ursley`.split(/\s+/);

/** What polling places are called after. */
export const PLACE_KINDS: readonly string[] = [
  'Elementary School',
  'Middle School',
  'High School Gym',
  'Baptist Church',
  'Methodist Church',
  'Lutheran Church Hall',
  'Community Center',
  'Fire Station',
  'Public Library',
  'Town Hall',
  'Senior Center',
  'Recreation Center',
  'Grange Hall',
  'VFW Post',
];
