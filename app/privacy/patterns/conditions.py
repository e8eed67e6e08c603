"""Health conditions so rare that a neighbourhood knows who has them."""

from __future__ import annotations

import re

from app.privacy.patterns.passage import word_set

_NAMED = (
    r"osteogenesis imperfecta|brittle bones?(?: disease)?|progeria|epidermolysis bullosa|"
    r"huntington'?s"
    r"(?: disease)?|batten(?:'?s)? disease|duchenne(?: muscular dystrophy)?|muscular dystrophy|"
    r"cystic fibrosis|phenylketonuria|haemophiliac?|sickle cell(?! trait)(?: disease| anaemia)?|"
    r"neurofibromatosis|leukodystrophy|mitochondrial disease|mucopolysaccharidosis|tay[- ]sachs|"
    r"spinal muscular atrophy|motor neurone disease|selective mutism|creutzfeldt[- ]jakob|"
    r"ichthyosis|albinism|achondroplasia|dwarfism|galactosaemia|thalassaemia|tuberous sclerosis|"
    r"gastroschisis|spina bifida|hydrocephalus|retinoblastoma|neuroblastoma|leukaemia|"
    r"(?:brain|wilms) tumour|cleft (?:lip|palate)|locked-in|narcolepsy|xeroderma pigmentosum|"
    r"microcephaly|anencephaly|exomphalos|biliary atresia|friedreich'?s ataxia|niemann[- ]pick|"
    r"gaucher'?s? disease|fabry disease|pompe disease|krabbe disease|canavan disease|wilson'?s "
    r"disease|kawasaki disease|hirschsprung'?s?(?: disease)?|perthes'?(?: disease)?|moyamoya|"
    r"porphyria|histiocytosis|osteosarcoma|ewing'?s sarcoma|rhabdomyosarcoma|lupus|scleroderma|"
    r"diphtheria|malaria|ebola|leprosy|typhoid|rabies|sepsis that took|quadruple amputee|"
    r"(?:bi)?lateral amputee|congenital (?:heart|melanocytic|insensitivity|adrenal) [a-z]+|"
    r"face transplant|born without (?:a |an |any |her |his )?(?:[a-z]+ )?(?:arms?|legs?|hands?|"
    r"eyes?|"
    r"fingers|feet|ears?|limbs|skull)"
)
_SHAPED = (
    r"(?:(?!the |this |that |a |his |her |has |had |with |and |of |from |my |their |its |rare |"
    r"called |is |an )"
    r"[a-z]+(?:'s|-[a-z]+)? )?(?:(?!the |this |that |a |of )[a-z]+[- ])syndrome|"
    r"(?:an? )?(?:(?:very|extremely|incredibly|so|ultra)[- ])?rare (?:[a-z]+ ){0,2}(?:condition|"
    r"disease|"
    r"disorder|cancer|syndrome|illness|blood type|allergy|tumour|epilepsy|mutation|deletion)|"
    r"(?:condition|disease|disorder|syndrome|illness) so rare[^.;,]{0,40}|"
    r"chromosom[a-z]+ (?:[a-z0-9]+ )?(?:deletion|disorder|abnormality|duplication)|"
    r"(?:gene|genetic) (?:mutation|deletion)|"
    r"\d{1,2}[pq]\d{1,2}(?:\.\d{1,3})? (?:micro)?(?:deletion|duplication)|trisomy \d{1,2}|"
    r"(?:the |a |one of )?(?:only |about |just )?(?:two|three|four|five|six|seven|eight|nine|ten|a "
    r"dozen|twenty|\d\d?)"
    r" (?:people|children|cases|families|patients|of them)? ?(?:known )?(?:in the (?:whole )?"
    r"(?:county|country|uk|world|"
    r"north|south|city|region)|in (?:england|wales|scotland|britain|europe|ireland))"
)
CONDITIONS = rf"(?:{_NAMED}|{_SHAPED})"
# Of these there are several in every caseload.
COMMON = re.compile(
    r"\b(?:down'?s?|irritable bowel|f(?:o)?etal alcohol|alcohol|chronic fatigue|stockholm|"
    r"tourette'?s?|"
    r"shaken baby|impost[eo]r|post[- ]viral|carpal tunnel|metabolic|premenstrual|asperger'?s?|"
    r"polycystic"
    r"|withdrawal|restless legs?|empty nest|burnout|neonatal abstinence|abstinence|alienation|"
    r"infant death|munchausen|sick building|toxic shock|savant|accommodation|battered|compassion|"
    r"helper|victim|superhero|tall poppy|good girl|false memory|rescuer|saviour|ostrich|martyr)\b"
)
CONDITION_WORDS = word_set(
    """
    syndrome imperfecta brittle progeria bullosa huntington huntingtons batten battens duchenne
    dystrophy fibrosis phenylketonuria haemophilia haemophiliac sickle neurofibromatosis
    leukodystrophy mitochondrial mucopolysaccharidosis sachs atrophy neurone mutism creutzfeldt
    ichthyosis albinism achondroplasia dwarfism galactosaemia thalassaemia sclerosis gastroschisis
    bifida hydrocephalus retinoblastoma neuroblastoma leukaemia tumour cleft locked narcolepsy rare
    chromosomal chromosome deletion microdeletion duplication mutation trisomy xeroderma
    microcephaly anencephaly exomphalos biliary ataxia niemann gaucher gauchers fabry pompe krabbe
    canavan kawasaki hirschsprung hirschsprungs perthes moyamoya porphyria histiocytosis
    osteosarcoma ewing ewings rhabdomyosarcoma lupus scleroderma diphtheria malaria ebola leprosy
    typhoid rabies amputee congenital transplant born wilson wilsons country county world uk
    england wales scotland britain europe
    """
)
