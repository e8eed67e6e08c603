"""A portfolio and everything exported, from the window: asked first, checked, written whole."""

from zipfile import ZipFile

import pytest

from app.ui.dialogs.confirming import Confirming
from app.ui.dialogs.portfolio_dialog import PortfolioDialog
from app.ui.dialogs.release_dialog import ReleaseDialog
from app.ui.dialogs.told_dialog import ToldDialog
from app.ui.errands.open_copying import OpenCopying
from app.ui.errands.portfolio import PortfolioErrand
from app.ui.pages.cpd import CpdPage
from tests.gui.standing import standing, words_of
from tests.gui.way_in import unnamed_controls


@pytest.fixture
def page(surroundings, desk, qtbot):
    made = CpdPage(surroundings, desk)
    qtbot.addWidget(made)
    made.resize(1068, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: made._view is not None)
    return made


def asked(page, surroundings, desk, qtbot):
    errand = PortfolioErrand(surroundings, page, desk)
    errand.begin(page._view)
    return standing(PortfolioDialog, qtbot)


@pytest.mark.asks_before_leaving
def test_a_portfolio_asks_about_names_before_it_is_written(
    page, surroundings, desk, qtbot, tmp_path
):
    target = tmp_path / "portfolio.zip"
    surroundings.asker.paths.append(target)
    dialog = asked(page, surroundings, desk, qtbot)
    assert unnamed_controls(dialog) == []
    dialog.name.edit.setText("Adaeze Brindle")
    dialog.go_on.click()
    release = standing(ReleaseDialog, qtbot)
    assert not target.exists()
    release.because.edit.setText("My own portfolio")
    release.go_on.click()
    told = standing(ToldDialog, qtbot)
    assert "portfolio.zip" in words_of(told)
    with ZipFile(target) as archive:
        assert {"portfolio.pdf", "portfolio.docx", "data/pieces.csv"} <= set(archive.namelist())
    told.close()


@pytest.mark.asks_before_leaving
def test_a_portfolio_that_is_not_let_pass_is_not_written(page, surroundings, desk, qtbot, tmp_path):
    target = tmp_path / "portfolio.pdf"
    surroundings.asker.paths.append(target)
    dialog = asked(page, surroundings, desk, qtbot)
    dialog.kind.setCurrentIndex(dialog.kind.findData(".pdf"))
    dialog.profile.set_text("I met Adaeze Brindle at 14 Quarry Street.")
    dialog.go_on.click()
    standing(ReleaseDialog, qtbot).stay.click()
    qtbot.wait(50)
    assert not target.exists()


def test_everything_is_exported_only_after_a_question(page, surroundings, desk, qtbot, tmp_path):
    folder = tmp_path / "all of it"
    surroundings.asker.paths.append(folder)
    errand = OpenCopying(surroundings, page, desk)
    errand.begin()
    question = standing(Confirming, qtbot)
    assert "not encrypted" in words_of(question)
    question.go_on.click()
    told = standing(ToldDialog, qtbot)
    assert (folder / "README.txt").is_file()
    told.close()
