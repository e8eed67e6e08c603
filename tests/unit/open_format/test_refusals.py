"""What is not as it was made is refused in one sentence, and the new journal stays new."""

import hashlib
import json
import os
import shutil

import pytest

from app.domain.errors import NotBroughtIn
from app.domain.open_copy import CopiedKind
from app.open_format.manifest import looks_like_copy
from tests.open_copy_scenes import FOLDERS, a_full_desk, an_empty_desk, copies_of, shelf_of
from tests.workshops import a_workshop


@pytest.fixture(scope="module")
def workshop():
    return a_workshop()


@pytest.fixture(scope="module")
def pattern(tmp_path_factory, workshop):
    folder = tmp_path_factory.mktemp("pattern")
    desk = a_full_desk(folder / "journal", workshop)
    copies_of(desk, workshop).write(folder / "copy")
    desk.close()
    return folder / "copy"


@pytest.fixture(scope="module")
def new_desk(tmp_path_factory, workshop):
    """One for all: what is refused leaves nothing in it."""
    desk = an_empty_desk(tmp_path_factory.mktemp("new") / "journal", workshop)
    yield desk
    desk.close()


@pytest.fixture
def copy(pattern, tmp_path):
    return shutil.copytree(pattern, tmp_path / "copy")


def listed_anew(copy):
    """Make the list of files fit what lies there, as somebody would who forges a copy."""
    files = [
        {
            "path": path.relative_to(copy).as_posix(),
            "size_bytes": path.stat().st_size,
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in copy.rglob("*")
        if path.is_file() and path != copy / "manifest.json"
    ]
    files.sort(key=lambda each: each["path"])
    put_manifest(copy, files=files)


def put_manifest(copy, **changes):
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps({**manifest, **changes}, ensure_ascii=False))


def refusal(desk, copy):
    """Give the sentence, having seen that nothing was left in the new journal."""
    with pytest.raises(NotBroughtIn) as caught:
        copies_of(desk).read_in(copy)
    assert shelf_of(desk.vault).is_new()
    assert desk.vault.trouble() == ()
    told = str(caught.value)
    assert told.endswith("Nothing was brought in.")
    assert told.count(".") <= 8
    assert "notebook" not in told
    assert "Ottoline" not in told
    return told


def forged(copy, kind, change):
    """Change the entries of a file of records, and make the list fit."""
    path = copy / kind.path
    entries = json.loads(path.read_text())
    changed = change(entries)
    entries = entries if changed is None else changed
    lines = [json.dumps(each, ensure_ascii=False, separators=(",", ":")) for each in entries]
    path.write_bytes(("[\n" + ",\n".join(lines) + ("\n]\n" if lines else "]\n")).encode())
    listed_anew(copy)


def without(entry, name):
    return {key: value for key, value in entry.items() if key != name}


def test_a_copy_listed_anew_and_unchanged_is_read(copy, tmp_path, workshop):
    forged(copy, CopiedKind.CHANGES, lambda entries: entries)
    desk = an_empty_desk(tmp_path / "journal", workshop)
    assert copies_of(desk).read_in(copy).reflections > 0
    desk.close()


@pytest.mark.parametrize(
    "gone", ["README.txt", "records/links.json", "attachments", "journal.json"]
)
def test_a_missing_file_is_named(copy, new_desk, gone):
    path = copy / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert refusal(new_desk, copy).startswith(gone)


def test_a_missing_reflection_is_named_without_its_title(copy, new_desk):
    path = next((copy / "reflections").glob("*-*-*-*-*.md"))
    path.unlink()
    told = refusal(new_desk, copy)
    assert told.startswith(f"reflections/{path.name[:10]}-…-")
    assert "This file is missing." in told


@pytest.mark.parametrize("added", [b" ", b""])
def test_a_changed_file_is_named(copy, new_desk, added):
    path = copy / "records" / "links.json"
    data = path.read_bytes()
    path.write_bytes(data + added if added else data.replace(b'"one"', b'"eno"'))
    assert refusal(new_desk, copy).startswith("records/links.json: This file was changed")


def test_a_newer_version_is_refused(copy, new_desk):
    put_manifest(copy, version=2, unheard_of={})
    assert "A later Afterword made this copy" in refusal(new_desk, copy)


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", "[" * 200_000, '{"format": 1}', '"x"', "\ufeff{}", "9" * 9_999]
)
def test_nonsense_in_place_of_the_list_is_told(copy, new_desk, text):
    (copy / "manifest.json").write_text(text)
    assert refusal(new_desk, copy).startswith("manifest.json: This is not as an open copy")
    assert looks_like_copy(copy), "else it would be brought in as loose Markdown"
    (copy / "journal.json").write_text(text)
    assert "There is no open copy" in refusal(new_desk, copy)
    assert not looks_like_copy(copy)


def test_a_copy_without_its_list_is_one_still(copy, new_desk):
    (copy / "manifest.json").unlink()
    assert FOLDERS.is_copy(copy)
    assert refusal(new_desk, copy).startswith("manifest.json: This file is missing.")


@pytest.mark.parametrize("version", [0, -1, "1", None, 1.0])
def test_a_version_that_there_never_was_is_refused(copy, new_desk, version):
    put_manifest(copy, version=version)
    refusal(new_desk, copy)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "/etc/passwd",
        "records/../../secret",
        "records\\..\\secret",
        "reflections/a/b.md",
        "C:secret",
        "x\u0000y",
        "records/LINKS.json",
        "manifest.json",
        "elsewhere/a.json",
        ".hidden",
        "records/",
        "",
        "con\u202etxt",
        "a" * 300,
    ],
)
def test_names_that_lead_elsewhere_are_refused_and_not_repeated(copy, new_desk, path):
    manifest = json.loads((copy / "manifest.json").read_text())
    entry = {"path": path, "size_bytes": 1, "sha256": "0" * 64}
    put_manifest(copy, files=sorted([*manifest["files"], entry], key=lambda each: each["path"]))
    told = refusal(new_desk, copy)
    assert "is not one that a copy gives" in told
    assert "secret" not in told


def test_a_file_listed_twice_is_refused(copy, new_desk):
    manifest = json.loads((copy / "manifest.json").read_text())
    put_manifest(copy, files=[manifest["files"][0], *manifest["files"]])
    assert "file 2 in its list" in refusal(new_desk, copy)


def test_a_huge_file_is_not_read_to_its_end(copy, new_desk):
    with (copy / "README.txt").open("r+b") as file:
        file.truncate(1 << 40)  # a hole, which takes no room
    assert refusal(new_desk, copy).startswith("README.txt: This file was changed")


def test_a_list_that_tells_of_huge_files_is_refused(copy, new_desk):
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["files"][0]["size_bytes"] = 1 << 50
    put_manifest(copy, files=manifest["files"])
    assert "larger together than is read" in refusal(new_desk, copy)


@pytest.mark.skipif(os.name == "nt", reason="links are made by administrators only")
@pytest.mark.parametrize("place", ["README.txt", "records/links.json", "reflections"])
def test_links_are_never_followed(copy, new_desk, tmp_path, place):
    path = copy / place
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert "There is a link in it" in refusal(new_desk, copy)


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_pipe_does_not_hold_anything_up(copy, new_desk):
    (copy / "README.txt").unlink()
    os.mkfifo(copy / "README.txt")
    assert "README.txt" in refusal(new_desk, copy)


def test_files_that_no_list_names_are_refused_and_those_of_systems_passed_over(copy, new_desk):
    (copy / ".DS_Store").write_bytes(b"x")
    (copy / "records" / "Thumbs.db").write_bytes(b"x")
    assert copies_of(new_desk).look_at(copy).reflections
    (copy / "records" / "my own notes.json").write_bytes(b"x")
    told = refusal(new_desk, copy)
    assert told.startswith("records/: There is a file or folder in it")
    assert "my own notes" not in told


def test_a_file_that_no_record_names_is_refused(copy, new_desk):
    (copy / "attachments" / "loose.pdf").write_bytes(b"x")
    listed_anew(copy)
    assert "Nothing in the copy names this file" in refusal(new_desk, copy)


@pytest.mark.parametrize("kind", list(CopiedKind))
def test_unknown_names_are_refused_in_every_kind_of_record(copy, new_desk, kind):
    def add(entries):
        entries[0]["of_a_later_version"] = "kettle"

    forged(copy, kind, add)
    told = refusal(new_desk, copy)
    assert told.startswith(f"{kind.path}, entry 1: This has a name that this version")
    assert "kettle" not in told


@pytest.mark.parametrize("kind", list(CopiedKind))
def test_lacking_names_and_other_types_are_refused_in_every_kind_of_record(copy, new_desk, kind):
    first = next(iter(json.loads((copy / kind.path).read_text())[0]))
    forged(copy, kind, lambda entries: [without(entries[0], first)])
    assert f"{kind.path}, entry 1" in refusal(new_desk, copy)
    forged(copy, kind, lambda entries: entries[0].update({first: ["kettle"]}))
    assert "kettle" not in refusal(new_desk, copy)


@pytest.mark.parametrize("kind", [k for k in CopiedKind if k is not CopiedKind.CHANGES])
def test_a_record_that_stands_twice_is_refused_in_every_kind(copy, new_desk, kind):
    forged(copy, kind, lambda entries: [entries[0], *entries])
    assert f"{kind.path}, entry 2: it stands here twice" in refusal(new_desk, copy)


@pytest.mark.parametrize("kind", list(CopiedKind))
def test_a_lost_record_is_noticed_in_every_kind(copy, new_desk, kind):
    forged(copy, kind, lambda entries: entries[:-1])
    refusal(new_desk, copy)


@pytest.mark.parametrize(
    "text", [b"", b"[", b"[]", b"[\n", b"[\n]", b"[\n{}\n", b"[\n]\n]\n", b"[\n,\n]\n", b"\xff\xfe"]
)
def test_half_a_file_of_records_is_refused(copy, new_desk, text):
    (copy / CopiedKind.LINKS.path).write_bytes(text)
    listed_anew(copy)
    assert refusal(new_desk, copy).startswith("records/links.json")


@pytest.mark.parametrize("value", ["[" * 100_000, '{"a":' * 100_000, "[" * 900 + "]" * 900])
def test_deep_nesting_is_refused(copy, new_desk, value):
    entry = '{"name":"places","value":' + value + ',"written":"json"}'
    (copy / CopiedKind.PREFERENCES.path).write_text(f"[\n{entry}\n]\n")
    listed_anew(copy)
    assert "records/preferences.json" in refusal(new_desk, copy)


FORGERIES = {
    "title": (CopiedKind.REFLECTIONS, {"title": "Another"}, "not as the record of changes says"),
    "day": (CopiedKind.REFLECTIONS, {"day": "2026-02-30"}, "entry 1"),
    "moment": (CopiedKind.REFLECTIONS, {"begun_at": "yesterday"}, "entry 1"),
    "no answers": (CopiedKind.REFLECTIONS, {"answers": []}, "not as the record of changes says"),
    "a name of the record": (CopiedKind.REFLECTIONS, {"id": "keeping of x"}, "fitting id"),
    "saves": (CopiedKind.CHANGES, {"saves": 77}, "ends elsewhere"),
    "place": (CopiedKind.CHANGES, {"place": 2}, "a change before it is missing"),
    "number": (CopiedKind.CHANGES, {"number": 3}, "a version before it is missing"),
    "hash": (CopiedKind.CHANGES, {"sha256": "00"}, "entry 1"),
    "content": (CopiedKind.CHANGES, {"content": {"a": 1}}, "entry 1"),
    "huge number": (CopiedKind.CHANGES, {"saves": 10**30}, "entry 1"),
    "less than nothing": (CopiedKind.CHANGES, {"saves": -1}, "entry 1"),
    "hold": (CopiedKind.KEEPING, {"held_because": "Other"}, "does not agree"),
    "purged": (CopiedKind.KEEPING, {"purged_to": True}, "entry 1"),
    "definition": (CopiedKind.FORMS, {"definition": {}}, "not a form"),
    "another form": (CopiedKind.FORMS, {"id": "elsewhere"}, "another form"),
    "file size": (CopiedKind.FILES, {"size_bytes": 1}, "not what the hash says"),
    "large file": (CopiedKind.FILES, {"size_bytes": 10**9}, "larger than a journal keeps"),
    "file hash": (CopiedKind.FILES, {"sha256": "0" * 64}, "not what the hash says"),
    "link": (CopiedKind.LINKS, {"one": "~~~"}, "smaller id"),
    "due": (CopiedKind.FOLLOW_UPS, {"due_on": "soon"}, "entry 1"),
    "print": (CopiedKind.BROUGHT_IN, {"fingerprint": "xyz"}, "entry 1"),
    "written": (CopiedKind.PREFERENCES, {"written": "latin"}, "in the way it says"),
    "not ours": (CopiedKind.PREFERENCES, {"name": "left_open"}, "another journal’s file"),
    "no people": (CopiedKind.PEOPLE_KEY, {"name": "places"}, "wrong file"),
    "people": (CopiedKind.PREFERENCES, {"name": "people_key"}, "wrong file"),
    "word mapping": (CopiedKind.WORD_FORMS, {"mapping": "x"}, "in the way it says"),
    "word mapping to numbers": (CopiedKind.WORD_FORMS, {"mapping": {"tag": 1}}, "its mapping"),
    "draft of a form": (
        CopiedKind.PREFERENCES,
        {"name": "own_form_draft:x", "value": {}, "written": "json"},
        "not a form",
    ),
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_forged_record_is_refused(copy, new_desk, what):
    kind, change, reason = FORGERIES[what]
    forged(copy, kind, lambda entries: entries[0].update(change))
    assert reason in refusal(new_desk, copy)


@pytest.mark.parametrize(
    "answer",
    [
        {"kind": "nonsense"},
        {"value": {"kettle": 1}},
        {"value": 1e300},
        {"sharing": ["everyone"]},
        {"sharing": []},
        {"sharing": ["cpd", "supervision"]},
        {"kind": "actions", "value": [{"what": "Ring the school"}]},
    ],
)
def test_a_forged_answer_is_refused(copy, new_desk, answer):
    forged(copy, CopiedKind.REFLECTIONS, lambda entries: entries[0]["answers"][0].update(answer))
    assert "records/reflections.json, entry 1" in refusal(new_desk, copy)


def test_an_own_form_that_is_no_text_is_refused(copy, new_desk):
    next((copy / "own_forms").iterdir()).write_bytes(b"\xff\xfe")
    listed_anew(copy)
    assert "not UTF-8" in refusal(new_desk, copy)


def test_halves_of_characters_are_refused(copy, new_desk):
    entry = r'{"word":"\ud800","added_at":"2026-01-01T00:00:00.000000Z"}'
    (copy / CopiedKind.OWN_WORDS.path).write_text(f"[\n{entry}\n]\n")
    listed_anew(copy)
    assert "records/own_words.json, entry 1" in refusal(new_desk, copy)


def test_only_a_new_journal_takes_a_copy(copy, tmp_path, workshop):
    desk = a_full_desk(tmp_path / "journal", workshop)
    before = shelf_of(desk.vault).overview()
    with pytest.raises(NotBroughtIn, match="already"):
        copies_of(desk).read_in(copy)
    assert shelf_of(desk.vault).overview() == before
    desk.close()


@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_what_is_no_folder_is_refused(new_desk, tmp_path, place):
    (tmp_path / "file").touch()
    assert "no such folder" in refusal(new_desk, tmp_path / place)
    assert not FOLDERS.is_copy(tmp_path / place)
