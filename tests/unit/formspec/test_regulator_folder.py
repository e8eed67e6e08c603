"""The folders of rules and frameworks: one broken file takes nothing else with it."""

import shutil

import pytest

from app import assets
from app.formspec.regulator_folder import RegulatorFolder

ALL = ["social_work_england", "social_care_wales", "sssc", "niscc", "my_own"]


@pytest.fixture
def folder(tmp_path):
    for name in ("regulators", "frameworks"):
        shutil.copytree(assets.resource(name), tmp_path / name)
    return tmp_path


def opened(folder):
    return RegulatorFolder(folder / "regulators", folder / "frameworks")


def ids(found):
    return [each.id for each in found]


@pytest.mark.parametrize("broken", ALL)
@pytest.mark.parametrize("content", [b"nonsense", b"", b"\xff", b"#" * 2 * 1024 * 1024])
def test_a_broken_file_of_rules_leaves_the_others_usable(folder, broken, content):
    (folder / "regulators" / f"{broken}.toml").write_bytes(content)
    shelf = opened(folder)
    assert ids(shelf.regulators()) == [each for each in ALL if each != broken]
    (problem,) = shelf.problems()
    assert problem.file == f"{broken}.toml"


def test_a_broken_framework_takes_neither_others_nor_a_regulator_with_it(folder):
    (folder / "frameworks" / "swe_standard_4.toml").write_text("nonsense")
    shelf = opened(folder)
    assert ids(shelf.regulators()) == ALL
    assert "swe_standard_4" not in ids(shelf.frameworks())
    assert "pcf" in ids(shelf.frameworks())
    assert [each.file for each in shelf.problems()] == ["swe_standard_4.toml"]


def test_a_framework_that_is_not_there_at_all_is_told(folder):
    (folder / "frameworks" / "swe_standard_4.toml").unlink()
    shelf = opened(folder)
    assert ids(shelf.regulators()) == ALL[1:]
    (problem,) = shelf.problems()
    assert str(problem).startswith("social_work_england.toml: rules[0].coverage: ")


def test_another_regulator_stands_before_ones_own_record(folder):
    text = (folder / "regulators" / "niscc.toml").read_text(encoding="utf-8")
    text = text.replace('"niscc"', '"zz_other"')
    (folder / "regulators" / "zz_other.toml").write_text(text, encoding="utf-8")
    assert ids(opened(folder).regulators()) == [*ALL[:4], "zz_other", "my_own"]


def test_two_files_never_bring_the_same_regulator(folder):
    source = folder / "regulators" / "niscc.toml"
    shutil.copy(source, folder / "regulators" / "another.toml")
    shelf = opened(folder)
    assert ids(shelf.regulators()) == ALL
    assert str(shelf.problems()[0]).startswith("another.toml: id: ")


def test_files_are_read_once_and_problems_told_once(folder):
    (folder / "regulators" / "sssc.toml").write_text("nonsense")
    shelf = opened(folder)
    first, problems = shelf.regulators(), shelf.problems()
    shutil.rmtree(folder / "regulators")
    assert shelf.regulators() is first
    assert shelf.problems() == problems
    assert len(problems) == 1


def test_without_the_folders_there_is_nothing_and_nothing_fails(tmp_path):
    assert opened(tmp_path).regulators() == ()
    assert opened(tmp_path).frameworks() == ()
