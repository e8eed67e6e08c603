"""Files kept with reflections, over a real journal: found by name, copied out, swept by tidying."""

from types import MappingProxyType

import pytest

from app.domain.answer import EvidenceFile
from app.domain.errors import AnswerError, Cancelled, ExportError, FileDamaged, NoSuchFile
from app.domain.form import PromptKind
from app.services.journal import About
from tests.builders import a_form, a_prompt
from tests.workshops import PASSPHRASE, a_desk, a_workshop

FORM = a_form(
    a_prompt("one", PromptKind.EVIDENCE), a_prompt("two", PromptKind.EVIDENCE), a_prompt("words")
)


@pytest.fixture
def desk(tmp_path):
    made = a_desk(tmp_path / "journal")
    yield made
    made.close()


@pytest.fixture
def uid(desk):
    return desk.journal.write(FORM, MappingProxyType({}), About("A course")).id


def a_file(tmp_path, content=b"invented", name="notes.txt"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_one_name_under_two_prompts_is_told_unless_it_is_one_file(desk, uid, tmp_path):
    desk.files.attach(uid, "one", a_file(tmp_path))
    desk.files.attach(uid, "two", a_file(tmp_path))
    assert [key for key, _ in desk.files.files(uid)] == ["one", "two"]
    assert desk.files.named(uid, "notes.txt").size_bytes == 8
    other = desk.journal.write(FORM, {}, About("Another")).id
    desk.files.attach(other, "one", a_file(tmp_path))
    desk.files.attach(other, "two", a_file(tmp_path, b"something else"))
    with pytest.raises(NoSuchFile, match="Two prompts"):
        desk.files.named(other, "notes.txt")


def test_a_form_that_takes_no_files_says_so(desk, tmp_path):
    plain = desk.journal.write(a_form(form_id="plain_form"), {}, About("Plain")).id
    with pytest.raises(AnswerError, match="no prompt of this form takes files"):
        desk.files.attach(plain, "noticed", a_file(tmp_path))
    assert desk.vault.evidence.used_bytes() == 0


def test_a_name_from_an_answer_never_leads_out_of_the_folder(desk, uid, tmp_path):
    kept = desk.files.attach(uid, "one", a_file(tmp_path))
    hostile = EvidenceFile(kept.id, "../../outside\n.txt", kept.size_bytes, kept.sha256)
    folder = tmp_path / "inner" / "out"
    folder.mkdir(parents=True)
    assert desk.files.save_into(hostile, folder) == folder / "outside.txt"


def test_a_copy_that_cannot_be_made_leaves_nothing(desk, uid, tmp_path):
    file = desk.files.attach(uid, "one", a_file(tmp_path))

    def stop(_share):
        raise Cancelled

    target = tmp_path / "copy.txt"
    with pytest.raises(Cancelled):
        desk.files.save_copy(file, target, stop)
    with pytest.raises(ExportError, match="there is a folder of this name"):
        desk.files.save_copy(file, tmp_path)
    desk.vault._database.run("DELETE FROM evidence")
    with pytest.raises(FileDamaged):
        desk.files.save_copy(file, target)
    assert not target.exists()


def test_a_folder_that_does_not_let_itself_be_listed_is_told_or_written(
    desk, uid, tmp_path, monkeypatch
):
    file = desk.files.attach(uid, "one", a_file(tmp_path))
    folder = tmp_path / "closed"
    folder.mkdir()

    def refused(_path):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.iterdir", refused)
    assert desk.files.save_into(file, folder).read_bytes() == b"invented"


def test_tidying_sweeps_what_a_killed_program_left(tmp_path):
    workshop = a_workshop()
    desk = a_desk(tmp_path / "journal", workshop)
    desk.files.add("never saved", a_file(tmp_path))
    assert desk.retention.tidy().is_swept
    assert desk.vault.evidence.used_bytes() == 8
    desk.close()
    desk = workshop.desk(workshop.unlocking.open(tmp_path / "journal", PASSPHRASE))
    assert desk.retention.tidy().is_swept
    assert desk.vault.evidence.used_bytes() == 0
    desk.close()
