"""Journals that are written into open formats and read back, with everything a journal can hold."""

import hashlib
import shutil
from datetime import timedelta

from app import assets
from app.domain.answer import Answer, Evidence, Prose
from app.domain.arrivals import Arrival
from app.domain.identifier import KeptPerson
from app.domain.word_form import ValueKind, ValueName, WordForm
from app.open_format.open_folders import OpenFolders
from tests.builders import MOMENT, a_form, a_reflection
from tests.workshops import a_desk, a_sample_desk, a_workshop

FOLDERS = OpenFolders(assets.resource("schema"))


def shelf_of(vault):
    return vault.open_copy


def copies_of(desk, _workshop=None):
    return desk.open_copies


def everything_in(folder):
    """Give every file of a folder with the hash of what is in it."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def a_full_desk(folder, workshop=None):
    """Make a journal that holds at least one of everything that a journal can hold."""
    workshop = workshop or a_workshop()
    desk = a_sample_desk(folder, workshop)
    vault, moment = desk.vault, MOMENT
    ids = [each.id for each in vault.newest(12)]
    vault.keep_form(a_form())
    _write_on(desk, ids)
    _keep_files(desk, ids[3], folder.parent)
    vault.links.join(ids[4], ids[5], moment)
    desk.following_up.set_day(ids[4], (moment + timedelta(days=60)).date())
    desk.following_up.choose(ids[5], 3)
    vault.imports.put("brought", "Old notebook", [_arrival()], moment, lambda _share: None)
    vault.own_words.add("kinship’s", moment)
    desk.people_key.keep([KeptPerson("Child A", ("Ottoline Färber", "Otti"))])
    desk.people_key.keep([KeptPerson("the school", ("Larkmead Primary",))], ids[4])
    desk.form_notes.keep("daily_pause", "Ask the duty line first; \u2028 then write.")
    vault.set_preference("odd", '{"n": 1e400, "same": 1, "same": 2}')
    _keep_forms(desk, vault)
    vault.keeping.hold(ids[6], "A complaint is open.", moment)
    vault.keeping.set_review_date(ids[7], (moment + timedelta(days=400)).date(), moment)
    desk.retention.move_to_bin(ids[8])
    desk.retention.move_to_bin(ids[9])
    desk.retention.empty_bin((ids[9],))
    vault.versions.purge(ids[1], moment)
    return desk


def _write_on(desk, ids):
    """Give two reflections earlier versions."""
    for uid in ids[:2]:
        for text in ("First thought \x00 \t 🌿", "Second thought\n\n+++\n# With a heading"):
            reflection = desk.vault.get(uid)
            key = next(iter(reflection.answers))
            answer = Answer(Prose(text), reflection.answers[key].sharing)
            desk.vault.put(reflection.with_answer(key, answer))
            desk.vault.seal(uid)


def _keep_files(desk, uid, scratch):
    letter = scratch / "Letter to  the Bürgermeister (1).PDF"
    letter.write_bytes(bytes(range(256)) * 9_000)
    small = scratch / "note"
    small.write_bytes(b"=1+1")
    files = tuple(
        desk.vault.evidence.add(uid, path, MOMENT, lambda _share: None) for path in (letter, small)
    )
    reflection = desk.vault.get(uid)
    desk.vault.put(reflection.with_answer("proof", Answer(Evidence(files))))


def _keep_forms(desk, vault):
    form = desk.shelf.forms()[0]
    copy = desk.own_forms.copied(form)
    desk.own_forms.keep_version(copy)
    desk.own_forms.keep_draft(desk.own_forms.blank())
    vault.own_forms.retire("daily_pause", MOMENT)
    mapping = {"tag:supervisor": ValueName(ValueKind.SUPERVISOR)}
    word_form = WordForm("f" * 32, "Our one-to-one form", mapping, MOMENT)
    vault.word_forms.add(word_form, b"PK\x03\x04 not really one")


def _arrival():
    return Arrival(
        a_reflection(reflection_id="c" * 32, noticed="From the old notebook."), b"f" * 32
    )


def copied_folder(source, target):
    return shutil.copytree(source, target)


def an_empty_desk(folder, workshop=None):
    return a_desk(folder, workshop or a_workshop())
