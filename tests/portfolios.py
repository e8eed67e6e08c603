"""Journals with pieces for tests of the portfolio; every person and place in them is invented."""

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.domain.answer import (
    Action,
    Actions,
    Answer,
    ChosenThemes,
    Evidence,
    EvidenceFile,
    Prose,
    ShortText,
)
from app.domain.cpd_piece import PeerReflection
from app.domain.form import PromptKind
from app.domain.registration import Registration
from app.domain.sharing import Sharing
from app.services.journal import About
from app.summary.portfolio import portfolio
from app.summary.portfolio_basis import PortfolioWishes
from tests.workshops import FixedClock, a_desk, a_workshop

TODAY = date(2026, 11, 23)
SWE = "social_work_england"
YEAR = (date(2025, 12, 1), date(2026, 11, 30))


def the_workshop():
    return a_workshop(FixedClock(datetime(2026, 11, 23, 18, 42, tzinfo=UTC)))


@dataclass
class Keeper:
    """Writes pieces into one open journal."""

    desk: object

    @property
    def registration(self):
        return self.desk.cpd.registrations.of(SWE)

    def write(self, title, day, answers=(), *, form_id="cpd_piece", themes=(), is_complete=True):
        """Write a reflection; answers that are texts are marked for CPD."""
        form = self.desk.journal.form(form_id)
        given = {
            key: Answer(Prose(value), Sharing.CPD) if isinstance(value, str) else value
            for key, value in dict(answers).items()
        }
        about = About(title, day, tuple(themes))
        return self.desk.journal.write(form, given, about, is_complete=is_complete).id

    def piece(self, title="A day of learning", day=date(2026, 3, 4), answers=None, **more):
        """Write a reflection and make it a piece; give its id."""
        usual = {"activity": "I went.", "learning": "I learnt.", "impact": "I ask first now."}
        uid = self.write(title, day, usual if answers is None else answers, **more)
        self.desk.cpd.make(uid, SWE)
        return uid

    def change(self, uid, **changes):
        """Change what is kept of a piece."""
        standing = self.desk.cpd.piece(uid, SWE)
        return self.desk.cpd.keep(replace(standing.piece, **changes))

    def made(self, wishes=None, **more):
        """Make the portfolio of the year."""
        return self.desk.portfolio.of_year(
            self.registration, None, wishes or PortfolioWishes(), **more
        )

    def between(self, first, last):
        return self.desk.portfolio.between(self.registration, (first, last))

    def released(self, made):
        check = self.desk.release_check
        return check.release_undecided(check.document(made.document))

    def write_to(self, target, made=None, **more):
        """Make, release and write."""
        made = made or self.made()
        self.desk.portfolio.write(made, self.released(made), target, **more)
        return target

    def with_files(self, contents):
        """Give a keeper whose files come from here, not from the vault."""
        portfolio = replace(self.desk.portfolio, files=contents)
        return Keeper(replace(self.desk, portfolio=portfolio))


@contextmanager
def a_keeper(folder, workshop=None):
    """Open a new journal of somebody who is registered."""
    desk = a_desk(folder / "Mine", workshop or the_workshop())
    desk.cpd.registrations.keep((Registration(SWE, date(2019, 5, 1)),))
    try:
        yield Keeper(desk)
    finally:
        desk.close()


def with_last_piece(made, reflection=None):
    """Make the portfolio anew with its last piece alone, made of another reflection if given."""
    piece = replace(made.basis.pieces[-1], number=1)
    if reflection is not None:
        piece = replace(piece, source=replace(piece.source, reflection=reflection))
    return portfolio(replace(made.basis, pieces=(piece,)), PortfolioWishes())


class Contents:
    """Gives files in pieces, as the vault does."""

    def __init__(self):
        self.kept = {}

    def put(self, name, content, uid=None):
        """Keep a file; the content are bytes, or an iterable of pieces with size and hash."""
        uid = uid or f"{len(self.kept):032x}"
        self.kept[uid] = [content]
        return EvidenceFile(uid, name, len(content), hashlib.sha256(content).hexdigest())

    def content(self, record):
        yield from self.kept[record.id]


def evidence(*files, sharing=Sharing.CPD):
    return Answer(Evidence(tuple(files)), sharing)


PEER = PeerReflection("my team manager", date(2026, 3, 9))
PRIVATE = "xylophonic"


def everything_private(form):
    """Plant words that nobody may see in every prompt that takes words."""
    values = {
        PromptKind.PROSE: Prose(PRIVATE),
        PromptKind.SHORT_TEXT: ShortText(PRIVATE),
        PromptKind.ACTIONS: Actions((Action(PRIVATE, PRIVATE),)),
        PromptKind.THEMES: ChosenThemes((PRIVATE,)),
        PromptKind.EVIDENCE: Evidence((EvidenceFile("f" * 32, f"{PRIVATE}.pdf", 3, "0" * 64),)),
    }
    marks = (Sharing.PRIVATE, Sharing.SUPERVISION)
    return {
        prompt.key: Answer(values[prompt.kind], marks[at % 2])
        for at, prompt in enumerate(form.prompts())
        if prompt.kind in values
    }
