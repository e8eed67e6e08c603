"""Rare events and conditions: what a neighbourhood or a newspaper would remember."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.identifier import Confidence, IdentifierKind, PossibleIdentifier
from app.privacy.patterns.passage import Passage, Sign, word_set

# Source for what is remembered: the motivated intruder test, and advice to doctors on unique
# circumstances (domain facts, 5.1 and 5.3).
_NEWS = (
    r"(?:in|on|over|across|by|from) (?:all )?(?:the )?(?:(?:local|national|evening|regional|"
    r"sunday) )?"
    r"(?:news|newspapers?|papers?|press|media|telly|tv|television|radio|headlines|tabloids)"
)
_REPORTED = (
    rf"(?:(?:that|which|who) )?(?:(?:was|were|is|had been|has been|got|made|made it|ended up|"
    rf"came up|"
    rf"appeared|reported|was reported|was all|were all) )(?:into )?(?:{_NEWS}|the (?:local )?"
    rf"(?:news|papers?|headlines))"
)
_DEADLY = (
    r"(?:house |flat |caravan |chip pan |school )?fire(?! (?:drill|alarm|door|service|brigade|exit|"
    r"station|officer|safety|engine|risk|setting))|arson(?: attack)?|murder(?:ed|er|s)?|"
    r"manslaughter|"
    r"homicide|stabb(?:ed|ing)(?! pains?)|shot dead|shooting(?! (?:up|star|pain))|"
    r"drown(?:ed|ing)(?! (?:in (?:paper|work|email|admin|it|forms)|out))|"
    r"(?:plane|train|coach|car|road|motorbike|minibus|helicopter|boat|quarry|mining|farm|factory|"
    r"fairground|lorry|bus|climbing|shotgun) (?:crash|accident|collision|disaster|shooting)|"
    r"(?:fatal|serious) (?:crash|accident|collision)|explosion|gas leak|rockfall|landslide|"
    r"avalanche|"
    r"(?:bus|train|plane|dog|acid|knife|gun|machete|terror(?:ist)?|bomb) attack|hit and run|siege|"
    r"flash flood|lightning strike|manhunt|riot"
)
# What stands on its own; the deadly ones need not have been in the news either.
_ALONE = (
    r"(?:hanged|killed|shot) (?:himself|herself|themselves)|took (?:his|her|their) own life|"
    r"died by suicide|suicide pact|shot dead|honour[- ](?:based )?killing|airlifted|air ambulance|"
    r"kidnap(?:ped|ping)?|abduct(?:ed|ion)|human remains|body was found|(?:was |were )?found dead|"
    r"died in (?:custody|prison|the cells)|inquest|coroner|public inquiry|lottery|"
    r"(?:religious )?cult|"
    r"witchcraft|spirit possession|exorcism|hostage|terroris[mt](?: offences?)?|bombing|bomb scare|"
    r"mauled|poisoned(?! chalice)|electrocuted|struck by lightning|capsized|"
    r"conjoined|(?:heart|liver|kidney|lung|bone marrow|stem cell) transplant|surrogate|"
    r"went viral|viral video|documentary|televised|crimewatch|front page|"
    r"(?:media|press) (?:coverage|interest|attention|reports?|storm)|"
    r"(?:local|national) (?:news|press|media|papers?|newspapers?)|newspaper article|journalists?|"
    r"made (?:the )?(?:national |local )?(?:news|headlines|papers)|"
    r"(?:was|were|been|be|is|are|all|it|case|story|picture|photo|name|face|him|her|them|family|"
    r"mum|dad|"
    rf"mother|father) {_NEWS}(?=[,.;:!?]|\Z| (?:and|but|last|when|that|for|this|so|at|again|"
    rf"before|after|who))|"
    r"(?:the )?only (?:black|asian|chinese|traveller|muslim|jewish|deaf|blind|refugee|polish|"
    r"somali|"
    r"roma|gypsy|hindu|sikh|romanian|african|ukrainian|afghan|syrian|white) "
    r"(?:family|child|children|boy|girl|pupil|couple)|(?:the )?only \w+ (?:family|child|pupil) in|"
    r"first (?:baby|child|person|woman|man) (?:ever|in)"
)
_CONDITIONS = (
    r"(?:(?!the |this |that |a |his |her |has |had |with |and |of |from |my |their |its )"
    r"[a-z]+(?:'s|-[a-z]+)? )?(?:[a-z]+[- ])?syndrome|"
    r"osteogenesis imperfecta|brittle bones?(?: disease)?|progeria|epidermolysis bullosa|"
    r"huntington'?s"
    r"(?: disease)?|batten(?:'?s)? disease|duchenne(?: muscular dystrophy)?|muscular dystrophy|"
    r"cystic fibrosis|phenylketonuria|haemophilia|sickle cell(?: disease| anaemia)?|"
    r"neurofibromatosis|leukodystrophy|mitochondrial disease|mucopolysaccharidosis|tay[- ]sachs|"
    r"spinal muscular atrophy|motor neurone disease|selective mutism|creutzfeldt[- ]jakob|"
    r"ichthyosis|albinism|achondroplasia|dwarfism|galactosaemia|thalassaemia|tuberous sclerosis|"
    r"gastroschisis|spina bifida|hydrocephalus|retinoblastoma|neuroblastoma|leukaemia|"
    r"(?:brain|wilms) tumour|cleft (?:lip|palate)|locked-in|narcolepsy|"
    r"(?:very )?rare (?:[a-z]+ ){0,2}(?:condition|disease|disorder|cancer|syndrome|illness)|"
    r"chromosom[a-z]+ (?:deletion|disorder|abnormality|duplication)|"
    r"\d{1,2}[pq]\d{1,2}(?:\.\d{1,3})? (?:micro)?deletion"
)
_COMMON = re.compile(
    r"\b(?:down'?s?|irritable bowel|f(?:o)?etal alcohol|alcohol|chronic fatigue|stockholm|"
    r"tourette'?s?|"
    r"shaken baby|impost[eo]r|post[- ]viral|carpal tunnel|metabolic|premenstrual|asperger'?s?|"
    r"polycystic"
    r"|withdrawal|restless legs?|empty nest|burnout|neonatal abstinence|abstinence|alienation)\b"
)
_IDIOMS = re.compile(
    r"(?:blue|could|absolute|bloody|sheer|get away with) \Z|\b(?:under|line of|baptism of|put out|"
    r"crowd|on|friendly|cease|rapid|return of|open) \Z|\bcould \Z"
)
_ARTICLE = r"(?:(?:the|a|an|that|this|his|her|their) (?:[a-z'-]+ ){0,2}?)?"
_RARE = re.compile(
    rf"\b(?P<what>{_ARTICLE}(?P<event>{_DEADLY})\b(?: (?:in|at|on|near) (?:the|their|her|his) "
    rf"(?:house|home|flat|garden|school|pub|park|estate|river|sea|quarry|canal|lake))?"
    rf"(?: {_REPORTED}\b)?|(?P<alone>{_ALONE})\b|(?P<condition>{_CONDITIONS})\b)"
)
_WORDS = word_set(
    """
    fire arson murder murdered murderer murders manslaughter homicide stabbed stabbing shot shooting
    drowned drowning crash accident collision disaster explosion leak rockfall landslide avalanche
    attack hit siege flood lightning manhunt riot hanged killed life suicide killing airlifted
    ambulance kidnap kidnapped kidnapping abducted abduction remains body dead died inquest coroner
    inquiry lottery cult witchcraft possession exorcism hostage terrorism terrorist bombing bomb
    mauled poisoned electrocuted capsized conjoined transplant surrogate viral documentary televised
    crimewatch front media press news newspaper newspapers paper papers telly tv television radio
    headlines tabloids journalist journalists only first syndrome imperfecta brittle progeria
    bullosa huntington huntingtons batten battens duchenne dystrophy fibrosis phenylketonuria
    haemophilia sickle neurofibromatosis leukodystrophy mitochondrial mucopolysaccharidosis sachs
    atrophy neurone mutism creutzfeldt ichthyosis albinism achondroplasia dwarfism galactosaemia
    thalassaemia sclerosis gastroschisis bifida hydrocephalus retinoblastoma neuroblastoma leukaemia
    tumour cleft locked narcolepsy rare chromosomal chromosome deletion microdeletion
    """
)
_FURTHEST = 16  # characters before an event in which an idiom is looked for
_REASON = "rare enough to be remembered"


def event_findings(passage: Passage) -> Iterator[PossibleIdentifier]:
    """Give rare events and conditions; all are only worth a look."""
    if not passage.has_any(_WORDS):
        return
    small = passage.small
    for match in _RARE.finditer(small):
        is_condition = match["condition"] is not None
        if is_condition and _COMMON.search(match["what"]):
            continue
        start = match.start("event") if match["event"] else match.start()
        if not is_condition and _IDIOMS.search(small, max(start - _FURTHEST, 0), start):
            continue
        yield _sign("a health condition" if is_condition else "a serious event").of(match, "what")


def _sign(suggestion: str) -> Sign:
    return Sign(IdentifierKind.RARE_EVENT, _REASON, Confidence.WORTH_A_LOOK, suggestion)
