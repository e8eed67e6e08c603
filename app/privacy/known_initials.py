"""Finds the initials of the people key: KO, K.O. and K. O., in capitals only."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.identifier import Confidence, KeptPerson
from app.privacy.known_forms import INITIALS_OF_KEY, initials_of
from app.privacy.known_hits import Hit, Token

_LONGEST = 4
# Capitals that stand for something else in this work.
_OTHER_CAPITALS = frozenset(
    """
    AA AC AD ADHD AI AIDS AM AMHP AP ASAP ASC ASD ASYE BA BBC BC BIA BM BME BSL CA CAFCASS CAMHS
    CAO CASP CB CBT CC CCE CCTV CE CEO CF CFA CGL CIC CIN CLA CMHT CMS CO COVID CP CPD CPN CPR CPS
    CQC CRB CS CSA CSC CSE CSPR CSW CV DA DASH DBS DC DFE DHR DI DLA DM DNA DOB DOLS DP DPA DPO DS
    DSL DT DV DVD DVLA DWP EA EBD ECS ED EDT EHA EHCP EHM EPO ESA ESOL ET EU EWO FAS FASD FC FD FGC
    FGM FII FM FP FPR FSM FSW FYI GCSE GDPR GMC GP GPS HA HCPC HE HIV HM HMP HO HR HV IA ICO ICPC
    ICT ICU ID IDVA IQ IRO IS ISO ISVA IT ITU IV IVF JD JR LA LAC LADO LD LGBT LIP LO LP LSA LSCB
    MA MAPPA MARAC MASH MBE MC MCA MD ME MH MHA MP MRI MS MSC NAI NEET NFA NHS NI NICU NMC NO NQSW
    NRPF NSPCC NVQ OBE OCD OK ONS OT PA PAMS PC PD PE PEP PG PHSE PIP PJ PLO PM PO POV PPE PR PRU
    PS PSHE PT PTA PTSD PUPIL QA QC KC RA RC RCPC RE RGN RN RPC RSPCA SALT SAR SATS SC SCB SCIE SCR
    SD SDM SDQ SE SEF SEMH SEN SENCO SEND SF SG SGO SHO SI SIO SMT SOS SP SRE SS SSW STI SU SW SWE
    TA TAC TAF TB TED TM TTA TV UASC UK UN UPN US USA VA VCS VI VIP VRU VS WC WIP WP YJB YJS YMCA
    YOI YOS YOT YP AN AS AT BE BY DO GO IF IN ME MY OF ON OR SO TO UP WE
    """.split()  # noqa: SIM905
)


class KnownInitials:
    """The initials of every entry."""

    def __init__(self, people: Sequence[KeptPerson]) -> None:
        """Take the entries; of those with the same initials the first is the likeliest."""
        self._holders: dict[str, tuple[int, ...]] = {}
        for number, person in enumerate(people):
            for initials in initials_of(person):
                self._holders[initials] = (*self._holders.get(initials, ()), number)

    def at(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        """Give the initials that begin with this token, which has a capital."""
        start, end, letters = tokens[at]
        if end - start == 1:
            return self._with_dots(text, tokens, at) if self._holders else None
        word = letters.upper()
        holders = self._holders.get(word, ()) if text[start:end].isupper() else ()
        if not holders or word in _OTHER_CAPITALS or _is_shouted(text, tokens, at):
            return None
        return Hit(start, end, at, at + 1, holders, Confidence.CERTAIN, INITIALS_OF_KEY)

    def _with_dots(self, text: str, tokens: Sequence[Token], at: int) -> Hit | None:
        found, word = None, tokens[at][2].upper()
        for after in range(at + 1, min(at + _LONGEST, len(tokens))):
            start, end, letters = tokens[after]
            is_dotted = text[tokens[after - 1][1] : start] in (".", ". ")
            if not is_dotted or end - start > 1 or not text[start].isupper():
                break
            word += letters.upper()
            holders = self._holders.get(word)
            if holders:
                end += text.startswith(".", end)
                places = tokens[at][0], end, at, after + 1
                found = Hit(*places, holders, Confidence.CERTAIN, INITIALS_OF_KEY)
        return found


def _is_shouted(text: str, tokens: Sequence[Token], at: int) -> bool:
    beside = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
    return any(end - start > 1 and text[start:end].isupper() for start, end, _ in beside)
