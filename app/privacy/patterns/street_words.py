"""Words that make the names of streets and homes, by how surely they make one."""

from __future__ import annotations

from app.privacy.patterns.passage import word_set

# After a name with a capital these are hardly anything but a street.
STRONG = word_set(
    """
    road rd street str st close cl clo avenue ave av aven lane ln crescent cres cresc gardens gdns
    gdn terrace terr tce drive dr drv grove gr gro mews square sq parade pde wynd villas brae
    boulevard blvd embankment
    """
)
# Ordinary words, or names of hills, parks and houses as well.
WEAK = word_set(
    """
    court ct crt way place pl plc walk wlk row hill green grn park pk view vw rise approach
    broadway bdwy bank vale mount croft end gate circus quay wharf path passage alley loan heights
    hts buildings bldgs mansions estate est towers tower house hse lodge cottages cottage cott
    cotts meadow meadows mdw mdws fold garth chase ridge common causeway arcade yard field fields
    orchard orchards side pastures hollow dell leys glade spinney copse bungalows gait vennel drove
    ginnel dene lea nook mead acre acres brow bottom top coppice paddock paddocks warren furlong
    pend toll mill bridge link links loke twitten snicket pightle oval circle esplanade prom strand
    promenade
    hythe slip steps stile turning chare weind bow parklands woodlands crofts closes rigg ghyll
    bungalow maltings moorings dale cross corner knoll combe coombe hey heys riding ridings
    villa farm grange barn manor rectory vicarage point pointe wood woods haven brook
    """
)
# Of the weak ones those that make a street without a house number, behind "on" or "at".
PLACED = word_set("court way place walk row rise approach broadway view croft vale gate fold")
# Those that name a hill, a park or a village as often, without a house number.
DOUBTFUL = word_set(
    """
    hill green bank park mount brow end lea yard meadow meadows alley quay wharf chase garth copse
    nook dene paddock paddocks passage path causeway ginnel vennel mead dell spinney orchard
    hollow heights loan drove ridge
    """
)
# Streets that are one word with "the" before it: "55 The Ridgeway".
WITH_THE = WEAK - word_set("house court tower estate top bottom") | word_set(
    """
    ridgeway street avenue avenues close crescent drive gardens grove mews parade square terrace
    lane wynd laurels hollies limes beeches elms oaks willows firs poplars hawthorns birches cedars
    chestnuts lawns towers shires fairway fairways gables hedgerows pines larches rowans sycamores
    vineries horseshoe dales wolds gateway homestead shambles cloisters cloister priory dingle
    hamlet headland headlands lynch nook ridings butts sands stables coppice brambles crest
    quadrant rowans maples acorns bryn brackens heathers hermitage highway holt inch leas leys
    lime limekilns lindens mall mariners martlets mount nursery orchards
    parkway pastures pleasance polygon quays rookery rushes saltings shrubbery spires
    squirrels strand swallows tithe topiary tudors vines vineyard walled wharfage
    wilderness wirral yews
    """
)
# The ends of streets that are one word: "12 Ridgeway", "3 Kingsway".
JOINED = (
    "way|gate|grove|hill|park|crest|gardens?|moor|heath|green|ville|oaks?|elms?|garth|wells?|side|"
    "fields?|ridge|mead|meadow|croft|crofts|woods?|hurst|leigh|ley|leys|dale|bank|"
    "lands?|view|mount|garth|thorpe|acre|acres|down|downs|brook|bourne|combe|dene|ings|wick|"
    "cliffe?|"
    "holme|mere|stead|lea|leas|brow|head|row|walk|lane|fold|rise|court|house"
)
# Words that begin the name of a street in Welsh, Irish and Scottish Gaelic.
CELTIC = (
    "heol|hewl|ffordd|stryd|rhodfa|rhes|l[oô]n|gerddi|sr[aá]id|rathad|b[oó]thar|ascaill|clos|cwrt"
)
# These begin a house or a village as often; with a capital and a house number a street.
CELTIC_WEAK = (
    "maes|cae|bryn|parc|llys|rhiw|pen|tan|ty|tyddyn|trem|pant|llwyn|min|glan|porth|dol|"
    "caer|cwm|bwlch|gwern|hendre|hafod|rhos|twyn|waun|ynys|blaen|banc|dan|fron|gelli|graig|groes|"
    "pwll|rhyd|sarn|tir|troed|erw|golwg|gwel|plas|pentre|pont|cefn|craig|coed|bro|cil|ael|nant|"
    "mynydd|allt|tal|y"
)
# Streets that everybody knows, and what only sounds like one.
NO_STREETS = frozenset(
    (
        "high street",
        "main road",
        "main street",
        "ring road",
        "sesame street",
        "coronation street",
        "downing street",
        "memory lane",
        "wall street",
        "harley street",
        "fleet street",
        "albert square",
        "google drive",
        "icloud drive",
        "silk road",
        "easy street",
    )
)
COURTS = word_set(
    """
    family county high crown magistrates magistrate's magistrates' youth supreme care fpc in the at
    justice home appeal contact
    """
)
# Flats and the like that are an address with nothing but their number, and those that are not.
FLATS = (
    "flat|apartment|apt|appt|studio|caravan|pitch|plot|maisonette|bedsit|chalet|berth|mooring|"
    "static|bungalow"
)
ROOMS = "unit|room|rm|block|house|hse|cabin|lot|bay|van|trailer|cottage|no|number|floor|bed|lodge"
# What a flat or a room may be in.
HOMES = (
    "Paddocks?|Laurels|House|Court|Point|Tower|Towers|Lodge|Heights|Mansions?|Buildings?|Block|"
    "Hall|Villas?|Place|"
    "Mews|Maltings|Wharf|Quay|Mill|Works|Chambers|Gardens|Square|Park|View|Apartments|Flats|"
    "Studios|"
    "Grange|Manor|Close|Yard|Farm|Cottages?|Terrace|Gate|Rise|Walk|Way|Meads?|Meadows?|Fields?|"
    "Orchards?|Woods?|Sands|Site|Caravan Park|Holiday Park|Marina|Foyer|Hostel|Hotel|Inn|"
    "Guest House|"
    "Guesthouse|B&B|BnB|Hse|Ct|Travelodge|Ibis|Novotel|Mercure|Hilton|Premier Inn|Holiday Inn|"
    "Tavern|Arms"
)
LODGINGS = "Travelodge|Premier Inn|Holiday Inn|Ibis|Britannia|Novotel|Mercure|Hilton|Best Western"
# The houses of which a name is enough: "Rose Cottage", "the Old Rectory".
NAMED_HOMES = (
    "Cottages?|Rectory|Vicarage|Farmhouse|Bungalow|Barn|Parsonage|Manse|Gatehouse|Schoolhouse|"
    "Boathouse|Coach House|Mill House|Farm Cottages?|Forge|Smithy|Old Bakery|Old Dairy|Stables|"
    "Oast|"
    "Post Office|Chapel|School House|Toll House|Annexe"
)
SITES = (
    "caravan park|caravan site|traveller site|traveller'?s'? site|travellers site|gypsy site|"
    "holiday park|mobile home park|park homes?|trailer park|site|marina|moorings?|campsite|estate|"
    "boatyard|basin"
)
# With a capital at a sentence's beginning, or as adjectives, these name no street.
NO_NAMES = word_set(
    """
    the a an this that my our your his her their its some any every each no one same next other own
    another long busy main quiet wrong right whole back front side dead high single country dirt
    cross last first only old new slip toll private public open steep narrow dark which what town
    and city
    those these someone anyone everyone people him them you us very so too how come came stay stays
    google hard cloud usb all down up across cul street road their mum's dad's nan's hard rocky
    bumpy garden under
    """
)
# Of the streets with "the" before them those that are hardly another word in small letters.
WITH_THE_SMALL = word_set(
    """
    avenue crescent ridgeway mews grove terrace paddock paddocks parade laurels beeches limes elms
    oaks willows hollies maltings spinney wynd broadway oval gardens orchard orchards meadows leas
    dell copse glade green strand esplanade quadrant chase fairway ridings poplars firs birches
    """
)
