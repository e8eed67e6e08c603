"""Reflections and pieces for the tests of the registration year."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app import assets
from app.domain.answer import Answer, Prose
from app.domain.form import CpdField
from app.domain.sharing import Sharing
from app.formspec.framework_file import read_framework
from app.formspec.regulator_file import read_regulator
from app.services.journal import About
from tests.builders import a_form, a_prompt

SWE = "social_work_england"
TODAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # in the year 2025–26
IN_YEAR = date(2026, 5, 4)
FIELDS = ("activity", "learning", "impact", "peer")
FORM = a_form(*(a_prompt(key, cpd_field=CpdField(key)) for key in FIELDS))


def shipped_frameworks():
    folder = assets.resource("frameworks")
    return {path.stem: read_framework(path) for path in sorted(folder.glob("*.toml"))}


def shipped_regulators():
    known = frozenset(shipped_frameworks())
    folder = assets.resource("regulators")
    return {path.stem: read_regulator(path, known) for path in sorted(folder.glob("*.toml"))}


def write(desk, title="Reading", *, day=IN_YEAR, shared=Sharing.CPD, is_complete=True, **words):
    """Write a reflection whose answers fill the fields of a regulator's form."""
    said = {"activity": f"{title}: read.", "learning": f"{title}: learnt.", **words}
    answers = {key: Answer(Prose(text), shared) for key, text in said.items() if text}
    about = About(title, day)
    return desk.journal.write(FORM, answers, about, is_complete=is_complete).id


def a_piece(desk, title="Reading", *, regulator=SWE, **more):
    """Write a reflection and make it a piece in which no required field is empty."""
    uid = write(desk, title, **{"impact": "I ring first.", **more})
    desk.cpd.keep(replace(desk.cpd.make(uid, regulator), kinds=("Reading",)))
    return uid


def year_of(desk, day=None, regulator=SWE):
    """Give how the year stands that holds a day, or this year."""
    registration = desk.cpd.registrations.of(regulator)
    known = desk.cpd.regulator(regulator)
    return desk.cpd.year(registration, registration.year_on(known, day) if day else None)
