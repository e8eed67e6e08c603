"""The screens of words that cannot be saved, and of the start after a crash."""

from functools import partial

from app.domain.finding import Search
from app.domain.left_open import LeftOpen
from tests.workshops import PASSPHRASE

TITLE = "The conference that ran on"


def pull_out(studio):
    """Type with the journal's folder moved away, until the editor says so."""
    view = studio.open(studio.journal)
    view.edit(studio.reflection(TITLE))
    studio.settle()
    view.editor.set_one_at_a_time(False)
    aside = studio.journal.rename(studio.journal.with_name("pulled out"))
    frame = view.editor._frame
    frame.draft.put_title(f"{TITLE}, and on")
    frame.draft.save()
    studio.settle(4)
    return view, aside


def put_back(studio, view, aside):
    """Put the folder back, with the draft as it was."""
    aside.rename(studio.journal)
    view.editor._frame.draft.put_title(TITLE)
    view.editor.unsaved.save_now()
    studio.settle(4)


def arrange_unsaved_banner(studio):
    view, aside = pull_out(studio)
    studio.after = partial(put_back, studio, view, aside)


def arrange_unsaved_dialog(studio):
    view, aside = pull_out(studio)
    studio.window.close()
    studio.settle(2)
    studio.after = partial(put_back, studio, view, aside)


def arrange_not_locked(studio):
    view, aside = pull_out(studio)
    studio.window.lock()
    studio.settle(2)
    studio.after = partial(uncover_and_put_back, studio, view, aside)


def uncover_and_put_back(studio, view, aside):
    studio.window._locking._uncover()
    put_back(studio, view, aside)


def arrange_left_open(studio):
    studio.shut()
    vault = studio.surroundings.lane.run_and_wait(
        partial(studio.workshop.unlocking.open, studio.journal, PASSPHRASE)
    )
    moment = studio.workshop.clock.now()
    found = studio.surroundings.lane.run_and_wait(partial(vault.find, Search()))
    uid = next(each.id for each in found.outlines if each.title == TITLE)
    vault._mark.found = LeftOpen(moment, uid, TITLE)
    studio.window.show_desk(studio.workshop.desk(vault), studio.journal)
    studio.settle()


SCENES = {
    "50-unsaved-banner": arrange_unsaved_banner,
    "51-unsaved-dialog": arrange_unsaved_dialog,
    "52-not-locked": arrange_not_locked,
    "53-left-open": arrange_left_open,
}
