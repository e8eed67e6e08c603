"""What makes a family one of few, and the words by which a rare event is looked for."""

from __future__ import annotations

from app.privacy.patterns.passage import word_set

# Learned from a death: only where one of this family's is told, not the published ones.
REVIEWS = (
    r"(?:(?:a|an|the|his|her|their|another) )?(?:local |joint |mandatory |ongoing )?(?:serious "
    r"case review|"
    r"(?:local )?(?:child )?safeguarding practice review|child practice review|domestic homicide "
    r"review|"
    r"significant case review|"
    r"case management review|learning review|homicide review|lcspr|cspr|scr|dhr)"
)
REVIEWED = (
    rf"{REVIEWS} (?:was (?:held|opened|called|ordered|commissioned|started|published (?:about|"
    rf"on) (?:him|her|them))|"
    r"is (?:open|under way|underway|being)|"
    r"has (?:been )?(?:opened|started|begun|called)|open(?:ed)? (?:on|into|after|when|about)|"
    r"(?:about|on|into|after|over|for|of) (?:his|her|their) (?:[a-z]+ )?[a-z]+|"
    r"(?:about|on|into|over) (?:this family|the family|the baby|him|her|them)\b)|"
    rf"(?:subject of|subject to|led to|triggered|there (?:was|is|has been|will be)|had|having|"
    rf"waiting for|part of) {REVIEWS}"
)
_PEOPLE = (
    r"(?:family|families|child|children|boy|girl|pupil|couple|person|man|woman|mother|mum|father|"
    r"dad|household|"
    r"baby|student|teenager|kid|carers?|foster carers?|parents?|survivors?|lad|girls|boys|"
    r"speakers?|twins|wheelchair user|travellers|sikhs|muslims|jews|hindus|poles|somalis|gypsies|"
    r"syrians|ukrainians|afghans|kurds|romanians)"
)
_WHERE = (
    r"(?:(?:left |living |still |who [a-z]+ )?(?:in|on|at|from|of|to) (?:the|this|that|our|her|"
    r"his|their|all of|all|my) (?:whole )?(?:[a-z]+ )?(?:village|estate|school|street|town|class|"
    r"year|"
    r"county|valley|block|island|road|borough|close|parish|area|ward|nursery|country|site|"
    r"neighbourhood|district|community|congregation|"
    r"mosque|church|synagogue|playgroup|hostel|refuge|unit|terrace|city|cul-de-sac|fire|crash|"
    r"attack|accident|boat|explosion|uk)|for miles|round here|around here|in (?!the\b|his\b|"
    r"her\b|a\b|my\b|our\b|their\b|this\b|that\b|it\b)[a-z-]+)"
)
_FEW = (
    r"black|asian|chinese|traveller|muslim|jewish|deaf|blind|refugee|polish|somali|roma|gypsy|"
    r"hindu|sikh|romanian|"
    r"african|ukrainian|afghan|syrian|white|brown|mixed[- ]race|mixed[- ]heritage|kurdish|iraqi|"
    r"iranian|vietnamese|"
    r"eritrean|sudanese|nigerian|ghanaian|turkish|bangladeshi|pakistani|indian|filipino|"
    r"portuguese|lithuanian|latvian|"
    r"bulgarian|hungarian|slovak|czech|albanian|arab|tamil|yemeni|brazilian|transgender|trans|"
    r"gay|lesbian|yoruba|congolese|"
    r"ethiopian|jamaican|caribbean|russian|german|french|spanish|italian|greek|thai|japanese|"
    r"korean|nepali|nepalese|"
    r"arabic-speaking|welsh-speaking|english-speaking|orthodox|mormon|amish|rastafarian|looked[- "
    r"]after|fostered|adopted"
)
UNIQUE = (
    rf"(?:the )?(?:only|one) (?:(?:{_FEW}) ){{1,2}}{_PEOPLE}(?: {_WHERE})?|"
    rf"(?:the )?(?:only|first) (?:[a-z-]+ ){{0,2}}?{_PEOPLE} (?:with (?:a |an )?[a-z]+ "
    rf")?{_WHERE}(?<!in the house)(?<!in the room)|"
    r"(?:the )?(?:only|sole) (?:[a-z]+ )?survivors?|"
    r"(?:the )?first (?:[a-z]+ )?in (?:scotland|wales|england|britain|europe|the (?:country|"
    r"county|uk|world|village)) to [a-z]+|"
    rf"(?:the )?first (?:baby|child|person|woman|man|girl|boy|couple|family) (?:ever|born (?:in|"
    rf"on|at)|in (?!the (?:house|family|room|queue|line)))(?: [a-z]+){{0,3}}(?: (?:in|for) "
    rf"[a-z0-9]+ years)?|"
    rf"(?:the )?youngest (?:person|child|girl|boy|mother|mum|dad|father|patient|prisoner|"
    rf"grandmother) (?:ever |in )[a-z ]{{1,24}}|"
    rf"(?:the )?(?:boy|girl|family|lad|woman|man|baby|mum|dad|one|child|teenager|kid) (?:who|"
    rf"that) (?:(?:was|were|got) (?:[a-z]+ly )?(?:bitten|stabbed|shot|burned|burnt|hit|attacked|"
    rf"kidnapped|abducted|murdered|killed|drowned|abandoned|rescued|trapped|locked|arrested|"
    rf"electrocuted|struck|thrown|poisoned|saved|found|left|swept|buried|crushed|held|in|on)|"
    rf"fell|survived|set fire|killed|won the|jumped|drowned|escaped from|shot|crashed|blew)"
    r" (?!(?:the |a |his |her )?(?:to|here|there|said|going|in|home|back|first|supposed|asked|"
    r"been|no|not|nothing|it|up|out|on|with|so|very|most|more|all)\b)(?:[a-z']+ ?){1,7}"
)
TAIL = (
    r"(?: (?:in|at|on|near|outside|inside|by|of|with|through|off|under|behind|opposite|into|from|"
    r"to) (?:the |their |her |his |a |an |our |both )?"
    r"(?:(?!and\b|but\b|that\b|which\b|when\b|because\b|my\b|i\b|it\b|is\b|was\b|me\b|one\b|"
    r"two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|half\b|quarter\b|first\b|"
    r"age\b)[a-z'-]+)(?: (?:house|home|flat|block|park|estate|street|road|school|farm|station|"
    r"bridge|centre|father|mother|brother|"
    r"sister|dad|mum|works|shop|club))?)?(?: (?:in|last|that) (?:january|february|march|april|"
    r"may|june|july|august|september|october|november|"
    r"december|spring|summer|autumn|winter|year)\b(?! \d))?"
)
RELATIVE = (
    r"(?: (?:that|which|who) (?:killed|took|destroyed|closed|hit|injured|left|shut|made|burned|"
    r"burnt|orphaned|wiped|happened)"
    r"(?: [a-z']+){1,4})?"
)
EVENT_WORDS = word_set(
    """
    fire blaze arson murder murders murdered murderer manslaughter homicide stabbed stabbing
    stabbings shot shooting shootings drowned drowning drownings drowns crash accident collision
    disaster derailment collapse explosion blast leak rockfall mudslide landslide avalanche attack
    hit siege flood floods lightning manhunt riot riots earthquake tsunami sinkhole tornado bombing
    bombings bomb bombed hanged hung killed killing life suicide airlifted ambulance kidnap
    kidnapped kidnapping abducted abduction abductions remains body bodies dead died inquest coroner
    inquiry lottery lotto euromillions jackpot pools cult sect witchcraft possession exorcism
    hostage captive terrorism terrorist smuggled smuggling trafficked trafficking mauled poisoned
    electrocuted gassed capsized sank overturned conjoined transplant surrogate surrogacy viral
    documentary televised crimewatch front media press news newspaper newspapers paper papers telly
    tv television radio headlines tabloids gazette echo herald chronicle argus advertiser mail
    mirror record express tribune courier sentinel reporters reporter journalist journalists
    photographers photographer crews crew facebook tiktok snapchat twitter youtube instagram
    whatsapp social internet only sole first youngest who that fell falls jumped thrown threw pushed
    plunged dropped struck run knocked mown crushed dragged flattened trapped pinned bitten attacked
    savaged kicked trampled stung set setting burnt burned burn lost perished orphaned raid farm
    trial protection appeal petition gofundme posters campaign jailed convicted sentenced serving
    inside remand charged tried wanted arrested acquitted cleared won wins winning born birth
    delivered labour abandoned dumped left found foundling washed escaped channel swallowed ingested
    blew blown caved disappeared vanished played contestant contestants finalist winner star factor
    talent island olympian olympic champion paralympian footballer soldier grenfell hillsborough
    dunblane aberfan lockerbie scandal shipwreck electrocution monoxide review scr lcspr cspr dhr
    rescued winched dug pulled strangled smothered suffocated beheaded bludgeoned executed tortured
    impaled buried gave parents appeared splashed plastered drove driven crashed ploughed swerved
    kept locked chained tied held hidden trapped book podcast film series mp famous celebrity
    footballer rapper peer jockey boxer exploded collapsed roof ceiling bombed torched evacuated
    posted shared streamed trapped attacked raided plot mill burned ferry dinghy ship plane trawler
    swapped coma paralysed charter vigil disappearance podcast hashtag serial coup massacre genocide
    commune robbery robberies heist bravery gallantry george pride overturned derailed rolled snatch
    abduct drown strangle smother where victim panorama dispatches newsnight chase caught taken took
    tried sank
    """
)
