"""No name of the people key and no private answer is in the bytes of anything that leaves."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from app.domain.answer import Action, Actions, Answer, Prose, Quotation, ShortText
from app.domain.form import PromptKind
from app.domain.identifier import KeptPerson
from app.domain.sharing import Sharing
from app.domain.topic import Help, Topic, Topics
from app.services.file_kind import FileKind
from app.services.journal import About
from app.summary.choice import SummaryChoice
from app.summary.printed_reflection import Extent
from tests.printing.paper import poppler
from tests.word_forms import CONTROLS, TABLES, TAGGED
from tests.workshops import a_desk, a_workshop

pytestmark = pytest.mark.printing

# A first and a family name that no dictionary, font, form or template holds.
FIRST, LAST, SCHOOL, BOSS = "Zephyrine", "Quillfeather", "Marrowdyke", "Ottoline"
PRIVATE = "xylophonic"
PEOPLE = (
    KeptPerson("Child A", (f"{FIRST} {LAST}",)),
    KeptPerson("the school", (f"{SCHOOL} Primary",)),
    KeptPerson("my manager", (f"{BOSS} Marchbanks",)),
)
NEVER = (FIRST, LAST, SCHOOL, BOSS, "Marchbanks", PRIVATE)
WORDS = f"""\
# {FIRST}'s day

**Zephy**rine told {FIRST.upper()} {LAST.upper()} and {FIRST.lower()}'s teacher at {SCHOOL} \
Primary that [{LAST}](https://example.org/{LAST}) was *{FIRST}*.

- {FIRST[:4]}\u200b{FIRST[4:]} and {BOSS} Marchbanks
- `{LAST}` and {FIRST[:3]}\u00ad{FIRST[3:]}
"""


def value_for(prompt, words):
    """Plant the words in whatever a prompt takes, where it takes words."""
    if prompt.kind is PromptKind.ACTIONS:
        return Actions((Action(f"Ring {FIRST}", f"{BOSS} Marchbanks", date(2026, 11, 9), words),))
    kinds = {PromptKind.PROSE: Prose, PromptKind.SHORT_TEXT: ShortText}
    if prompt.kind in kinds:
        return kinds[prompt.kind](words)
    return Quotation(words) if prompt.kind is PromptKind.QUOTATION else None


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@pytest.fixture(scope="module")
def place(tmp_path_factory, workshop):
    """Keep a journal in which the names stand wherever words can stand."""
    desk = a_desk(tmp_path_factory.mktemp("journal") / "Mine", workshop)
    desk.people_key.keep(PEOPLE)
    shared = Sharing.SUPERVISION | Sharing.CPD
    for form_id in ("fook_two_stages", "practice_review"):
        form = desk.journal.form(form_id)
        prompts = [each for section in form.sections for each in section.prompts]
        answers = {}
        for number, prompt in enumerate(prompts):
            is_private = number % 4 == 3
            value = value_for(prompt, f"{PRIVATE} {WORDS}" if is_private else WORDS)
            if value is not None:
                answers[prompt.key] = Answer(value, Sharing.PRIVATE if is_private else shared)
        about = About(f"{FIRST} at {SCHOOL} Primary", date(2026, 10, 12), (f"{LAST} family",))
        desk.journal.write(form, answers, about)
    session = next(
        each for each in desk.supervision.sessions.inner_forms.forms() if "session" in each.id
    )
    writing = desk.journal.begin_on(session)
    topics = Topics((Topic(f"What about {FIRST}?", help=Help.DECIDE, came_of_it=f"Ask {LAST}"),))
    answers = {"topics": Answer(topics, shared)}
    reflection = writing.reflection
    for key, answer in answers.items():
        reflection = reflection.with_answer(key, answer)
    desk.journal.save(replace(writing, reflection=reflection))
    yield desk
    desk.close()


def the_choice(desk):
    ids = tuple(each.id for each in desk.vault.newest(10) if "session" not in each.form_id)
    return SummaryChoice(
        reflection_ids=ids,
        session_date=date(2026, 11, 3),
        supervisor=f"{BOSS} Marchbanks",
        prepared_by=f"{FIRST} {LAST}",
        wants=(f"Help me with {FIRST} {LAST}",),
    )


def documents(desk):
    ids = the_choice(desk).reflection_ids
    yield "summary", desk.supervision.document(the_choice(desk))
    for uid in ids:
        for extent in (Extent.SUPERVISION, Extent.CPD):
            yield f"reflection {extent.value}", desk.papers.reflection(uid, extent)
    review = next(uid for uid in ids if desk.vault.get(uid).form_id == "practice_review")
    yield "evidence sheet", desk.papers.review_learning(review)


def everything_in(data, name, folder):
    """Give all text that is in a file: its bytes, its parts unpacked, and what readers show."""
    yield name
    yield data.decode("utf-8", "replace")
    yield data.decode("utf-16-le", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                yield part.filename
                text = parts.read(part).decode("utf-8", "replace")
                yield text
                yield re.sub(r"<[^>]*>", "", text)
    elif data.startswith(b"%PDF"):
        yield poppler("pdftotext", data, folder)
        yield poppler("pdfinfo", data, folder)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for each in pdf.objects:
                yield repr(each)
                if isinstance(each, pikepdf.Stream):
                    yield each.read_bytes().decode("latin-1")
                    yield each.read_bytes().decode("utf-16-be", "replace")
    else:
        yield re.sub(r"<[^>]*>", "", data.decode())


def assert_nobody_is_named(data, name, folder):
    for text in everything_in(data, name, folder):
        plain = re.sub(r"[\u200b\u00ad*_`]", "", text).casefold()
        for word in NEVER:
            assert word.casefold() not in plain, f"{word} is in {name}"


@pytest.mark.parametrize("kind", list(FileKind), ids=lambda kind: kind.value)
def test_no_name_is_in_any_kind_of_file(place, workshop, tmp_path, kind):
    for number, (what, document) in enumerate(documents(place)):
        released = place.release_check.release(
            place.release_check.document(document), because="Needed", with_line=True
        )
        target = tmp_path / f"{number}{kind.ending}"
        workshop.exporting.write(released, target, kind)
        assert_nobody_is_named(target.read_bytes(), f"{what} as {kind.value}", tmp_path)


def test_the_same_files_would_show_the_names_without_the_check(place, workshop, tmp_path):
    """Show that the search above finds what is there."""
    for kind in FileKind:
        document = place.supervision.document(the_choice(place))
        data = workshop.exporting.writers[kind].render(document)
        with pytest.raises(AssertionError):
            assert_nobody_is_named(data, kind.value, tmp_path)


def test_no_name_is_on_the_pages_that_are_printed(place, workshop):
    for _, document in documents(place):
        checked = place.release_check.document(document)
        released = place.release_check.release(checked, because="Needed")
        for page in workshop.pages.pages(released.document):
            text = page.decode("utf-8")
            assert not any(word.casefold() in text.casefold() for word in NEVER)


@pytest.mark.parametrize("file", [TABLES, TAGGED, CONTROLS], ids=lambda file: file.stem)
def test_no_name_is_in_a_filled_word_form(place, tmp_path, file):
    form = place.word_forms.add(file, file.stem)
    looked = place.form_leaving.look(form.uid, the_choice(place))
    released = place.form_leaving.release(looked, because="Needed")
    filling = place.word_forms.fill_to(released, tmp_path / "filled.docx")
    assert filling.data
    assert_nobody_is_named((tmp_path / "filled.docx").read_bytes(), file.stem, tmp_path)
