"""The words around a name in small letters by which it is told from a plain word: own lists."""

from __future__ import annotations

from app import assets
from app.privacy.known_form import TITLES
from app.privacy.known_grammar import DOING


def _of_people() -> frozenset[str]:
    """Give the verbs of person_verbs.txt that say what people do."""
    text = (assets.resource("identifiers") / "person_verbs.txt").read_text(encoding="utf-8")
    found: list[str] = []
    section = ""
    for line in text.splitlines():
        if line[:1] == "[":
            section = line.strip("[] ")
        elif line[:1] != "#" and section in ("speaks", "writes", "does"):
            found += line.split()
    return frozenset(found)


# Words that begin a phrase of their own: behind them a word in small letters is no name.
DETERMINERS = frozenset(
    """
    a an the this that these those no any some each every another such my our your his her their its
    more less much many most little great good big bad same own other whole full first last next
    what which whose very too so as quite rather without pure sheer real true false free old new
    best
    """.split()  # noqa: SIM905
)
# These go before a clause as well: "that will", "so grace".
ALSO_CONJUNCTIONS = frozenset({"that", "so", "as", "what", "which"})
# What a determiner may stand before all the same: "the hartley kids".
FAMILIES = frozenset(
    """
    family families kids kid children child baby babies boy girl twins siblings brothers sisters
    household parents clan lads girls boys bairns
    """.split()  # noqa: SIM905
)
PAPERS = frozenset(
    """
    case lot house file review plan meeting conference hearing referral assessment report contact
    placement visit home
    """.split()  # noqa: SIM905
)
# Words that say what a family, a child or a plan is like.
ALSO_ADJECTIVES = frozenset(
    """
    little young long short small brown black white gray grey green blue red best good bright strong
    smart sharp wise poor rich happy sweet dear noble loyal stern savage fair full early late new
    old first last east west north south home foster case school church park hall court house street
    family care plan hope next whole summer winter autumn may june july april august march christian
    holy low high hard moody merry keen just main open free quick swift moore hardy proud dev con
    day light law power cash cross frank read neat grand plain square straight safe well
    """.split()  # noqa: SIM905
)
MODALS = frozenset({"will", "may", "can", "might", "must"})
ALSO_VERBS = MODALS | frozenset(
    """
    hope mark grant chase sue rob bill pat love trust drew rose dean rush jack wade ward tan tell
    tuck hunt cook march skip carry nick pick hale bob barb cat jess chip chuck cash dash flick hank
    pace peg pen pierce ravel reed rip rod roll shay stew storm sally tod van vic con don guy
    """.split()  # noqa: SIM905
)
# Ideas and stuff: they need no article, so that its lack tells nothing.
IDEAS = frozenset(
    """
    hope grace joy faith charity patience mercy love trust pride peace harmony comfort honour glory
    light gift blessing destiny chance favour justice liberty unity wisdom promise prudence con
    constance constancy verity felicity serenity providence purity precious price cash dev pro
    sunny summer autumn winter dawn spring april may june july august march reading bath care art
    music dance drama rain snow storm sun sky time law temple force power pace success happy luck
    day days long short best cross church school home
    """.split()  # noqa: SIM905
)
# Of these, what is said so seldom that a preposition before it tells a name.
SELDOM_IDEAS = frozenset({"grace", "dawn", "verity", "felicity", "constance", "serenity"})
SPOKEN_TO = frozenset(
    """
    told tell telling asked ask asking met meet meeting saw see seeing seen visited visit visiting
    rang ring ringing called phoned phone phoning texted text texting emailed messaged thanked thank
    dear hi hello helped helping taught praised believed believes drove collected fetched cuddled
    hugged miss missed misses interviewed supervised named took let made gave watched caught left
    found sent brought held heard know knows supporting assessing observed driving fed showed shown
    lost picked dropped chased blamed
    """.split()  # noqa: SIM905
)
WITH = frozenset("with from about by re and & for between against around w cc both n + me".split())  # noqa: SIM905
TOWARDS = frozenset({"to", "at"})
SAID_TO = frozenset(
    """
    spoke speak speaking spoken talked talk talking said say listened listen gave give went go goes
    going wrote write writing apologised promised explained read lied next sent belongs moved close
    similar related married happened relates attached listening waved over back according due
    """.split()  # noqa: SIM905
)
CONJUNCTIONS = frozenset(
    """
    and but so that because cos when while then if until till before after since although though
    where says said think thinks thought know knew hoped felt wish today tonight yesterday how
    whether once why what as again later now also well
    """.split()  # noqa: SIM905
)
# Before these a question or another verb stands: "why did grace", "what would will say".
HELPING = frozenset(
    """
    did does do would should could can has had have was is might wont didnt doesnt wasnt isnt
    """.split()  # noqa: SIM905
)
DEEDS = (
    DOING
    | _of_people()
    | frozenset(
        """
        wont didnt doesnt isnt wasnt hasnt hadnt cant couldnt wouldnt dont keeps kept forgave paid
        pays rings says tells asks knows gets makes takes brings looked looks shook smiled danced
        pulled wet bit hid lied lies cried cries laughs smiles plays sings talks walks runs sits
        stands waits works helps hopes turns turned walked talked asleep missing away ran swam flew
        blew spat fed led rode shot shut slid stole swept taught tore wept won wore minds reads
        speaks begins grew rose fought text txt txts msgd nt hums cooks fell lay bites cuts
        """.split()  # noqa: SIM905
    )
)
# What stands behind may and will as well, so that these are no names before it.
BEHIND_MODALS = frozenset(
    """
    put let read hit set cut hurt would could should can cannot must may will never always often
    just really clearly already now later soon again also then still shall need be have do go come
    """.split()  # noqa: SIM905
)
# What ideas do as well as people.
OF_IDEAS = frozenset(
    """
    is was has had did does would could should can cannot will might must may shall never always
    often just still also goes comes came went lives stays got gets needs seems appears turned looks
    grew fell broke left made gave kept took lost held put set means worked works helps helped
    needed remains remained died turned left ended runs ran moved moves brings brought
    """.split()  # noqa: SIM905
)
ADVERBS = frozenset({"just", "still", "always", "never", "often", "also", "really", "then", "now"})
# How people are: "grace is seven", "Grace upset after contact".
STATES = frozenset(
    """
    four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    upset sad happy angry asleep ill poorly unwell scared safe tired hungry settled unsettled placed
    excluded away missing crying tearful staying living sleeping eating playing worried frightened
    pregnant autistic home absent present late back seen unseen not allegedly apparently
    withdrawn quiet anxious distressed well ok okay fine here doing being refusing waiting
    """.split()  # noqa: SIM905
)
HOW_THEY_ARE = STATES - {"not"}
ADULTS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr"})
PLACED = frozenset("in near from via outside around to at".split())  # noqa: SIM905
MOVED = frozenset(
    """
    moved move moving went gone go going back drove drive driving travelled came come sent taken
    placed living lives lived train bus near over up down out off fled returned
    """.split()  # noqa: SIM905
)
# What a school, a ward or a town does.
BODIES_DO = frozenset(
    """
    say says said have has had are is want wants wanted will won't wont sent rang ring rings call
    called excluded refused refuse offered offer shut phoned emailed did do don't dont didn't didnt
    staff manager team
    think thinks reported held hold keep kept took take gave give would could can can't cant
    """.split()  # noqa: SIM905
)
# What follows where a child is: "at acorns he naps".
BEHIND_BODIES = frozenset(
    """
    he she they i we today all every since until on and who where when again this yesterday
    tomorrow with but because so mum dad
    """.split()  # noqa: SIM905
) | {""}
LOOKED = frozenset("look looked looking laughed stared shouted aimed pointed threw".split())  # noqa: SIM905
# What people have: "wills mum", "graces bedroom".
OWNED = TITLES | frozenset(
    """
    mums dads parents partner boyfriend girlfriend husband wife ex mate friend friends sisters
    brothers son daughter kids children school teacher bedroom room house flat phone placement carer
    carers solicitor behaviour birthday bag coat shoes bed file plan review wishes face voice
    kitchen garden sofa bike scooter mattress hair hand hands arm arms eyes lap toys trainers
    uniform homework pram cot bruise bruises bottle tablet laptop medication inhaler temper
    social van car older younger eldest youngest foster half little big
    """.split()  # noqa: SIM905
)
# What is said of a family, "the brindles were in", and of nobody else's prices or marks.
OF_A_FAMILY = frozenset(
    {"in", "out", "home", "away", "late", "back", "asleep", "there", "here", "all"}
)
# Who is meant behind "june has" or "hope takes".
OBJECTS = frozenset({"them", "him", "me", "us", "her", "both"})
HOLDING = frozenset({"has", "had", "takes", "minds", "collects", "fetches", "babysits", "hates"})
# A name and a word that together are a thing.
THINGS = frozenset(
    {
        ("teddy", "bear"),
        ("teddy", "bears"),
        ("jack", "russell"),
        ("jack", "frost"),
        ("billy", "goat"),
    }
)
# Words that are more than countable things: of these the lack of an article tells nothing.
MORE_THAN_THINGS = ALSO_VERBS | IDEAS | ALSO_ADJECTIVES
# These go before what somebody owns too: "pips new bloke".
ADJECTIVES_OF_THINGS = frozenset("new old little big own best first last next".split())  # noqa: SIM905
# What stands before who it was: "it was pip".
BEING = frozenset("is was be its it's isnt isn't wasnt wasn't".split())  # noqa: SIM905
POINTED_AT = frozenset("it this that here there".split())  # noqa: SIM905
# What follows several things, and nothing that somebody owns.
BEHIND_MANY = (
    DEEDS
    | OF_IDEAS
    | ADVERBS
    | STATES
    | CONJUNCTIONS
    | OBJECTS
    | (DETERMINERS - ADJECTIVES_OF_THINGS)
    | frozenset(
        """
        are were have from for with out off over under than everywhere all both like into onto near
        per down about behind around before come seem need make take get look want say grow work
        keep only even too ever yet almost who whose which such not cannot won't can't don't
        aren't weren't haven't against through across between among inside outside beside without
        """.split()  # noqa: SIM905
    )
)
KIN = TITLES | frozenset(
    "partner bedroom birthday son daughter parents siblings carer boyfriend girlfriend".split()  # noqa: SIM905
)
BODILY = frozenset(
    """
    ate eats slept sleeps cried cries smiled smiles laughed laughs hugged hid bit kicked giggled
    wept sobbed shrugged nodded vomited blushed climbed jumped hates loves whispered sulked sang
    said says told asked rang rings texted phoned replied tells asks swore wore walked walks
    """.split()  # noqa: SIM905
)
WHOM = TITLES | frozenset("his her their my our i me he she they we him the both".split())  # noqa: SIM905
# Before "did" and the like a question begins so.
ASKING = frozenset({"", "why", "how", "when", "what", "where", "and", "but", "so", "or", "then"})
ABOUT_TO = frozenset(
    """
    had have has want wants wanted need needs needed going try trying tried used able ought due
    about likely i how
    """.split()  # noqa: SIM905
)
# Single small letters that stand for a word: "r u ok", "w mum", "n me".
LETTERS_FOR_WORDS = frozenset("aiounrwxycbdpstvem")
