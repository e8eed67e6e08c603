"""A page of an older state put back: SQLCipher takes it, and only our own checks can notice."""

import contextlib
import random
from datetime import date

import pytest

from app.domain.answer import Action, Actions, Answer, Prose
from app.domain.errors import AppError
from app.domain.finding import Search
from tests.unit.vault.samples import PASSPHRASE, a_form, a_reflection, cheap_keeper

PAGE = 4096
WORDS = ["kettle", "door", "ajar", "walk", "home", "trust", "rain", "bus", "stop", "river", "lamp"]


@pytest.fixture
def states(tmp_path):
    """A journal's folder, and its file at several moments of its growing and changing."""
    folder, chance, files = tmp_path / "journal", random.Random(5), []
    cheap_keeper().create(folder, PASSPHRASE)[0].close()
    for round_ in range(4):
        vault = cheap_keeper().open(folder, PASSPHRASE)
        vault.keep_form(a_form(version=round_ + 1))
        for number in range(12 * round_ // 2, 12 + 6 * round_):
            vault.put(reflection_of(number, round_, chance))
        vault.set_preference("round", str(round_))
        vault.close()
        files.append((folder / "journal.db").read_bytes())
    return folder, files


def reflection_of(number, round_, chance):
    text = " ".join(chance.choices(WORDS, k=300)) + f" only{number}x{round_}"
    action = Action(f"Ring {number}", "me", date(2026, 4, 1 + number % 28), "", None)
    answers = {
        "what_happened": Answer(Prose(text)),
        f"to_do_{round_}": Answer(Actions((action,) * (1 + number % 3))),
    }
    return a_reflection(f"r{number}", minutes=number, answers=answers, themes=(WORDS[number % 9],))


def with_old_pages(files):
    """Give each file that has one page of an older state in the newest one's place."""
    newest = files[-1]
    for old in files[:-1]:
        for start in range(PAGE, len(old), PAGE):
            page = slice(start, start + PAGE)
            if old[page] != newest[page]:
                yield newest[:start] + old[page] + newest[start + PAGE :]


def everything_read(vault):
    """Give all that can be asked; what is refused in our own words counts as told."""
    questions = {
        "all": lambda: vault.reflections(Search(limit=500)),
        "outlines": lambda: vault.find(Search(limit=500)),
        "words": lambda: [vault.find(Search(f"{word} ", limit=500)).total for word in WORDS],
        "phrase": lambda: vault.find(Search('"kettle door"', limit=500)).total,
        "beginnings": lambda: [vault.find(Search(letters)).total for letters in "kdw"],
        "actions": lambda: vault.open_actions(500),
        "themes": vault.themes,
        "form use": vault.form_use,
        "forms": lambda: [vault.form("daily_pause", number) for number in (1, 2, 3, 4)],
        "one": lambda: vault.get("r7"),
        "head": vault.head,
    }
    answers = {}
    for name, question in questions.items():
        with contextlib.suppress(AppError):
            answers[name] = question()
    return answers


# What the record of changes does not bind: forms as kept, and the head itself, which only a
# memory outside the journal can hold against it.
UNBOUND = {"forms", "head"}


@pytest.mark.slow
def test_an_older_page_is_told_in_words_or_changes_no_answer(states):
    folder, files = states
    path, told, wrong = folder / "journal.db", 0, []
    vault = cheap_keeper().open(folder, PASSPHRASE)
    whole = everything_read(vault)
    assert vault.trouble() == ()
    vault._database.close()
    for place, damaged in enumerate(with_old_pages(files)):
        path.write_bytes(damaged)
        try:
            vault = cheap_keeper().open(folder, PASSPHRASE)
        except AppError:
            told += 1
            continue
        if vault.trouble():
            told += 1
        else:
            answers = everything_read(vault)
            wrong += [
                (place, name)
                for name, answer in answers.items()
                if answer != whole[name] and name not in UNBOUND
            ]
        everything_read(vault)
        with contextlib.suppress(AppError):
            vault.put(a_reflection("r7", "New words.", minutes=500))
        with contextlib.suppress(AppError):
            vault.put(a_reflection("new", "New words.", minutes=501))
        with contextlib.suppress(AppError):
            vault.find(Search("new"))
        vault.close()
    assert wrong == []
    assert told > 40
