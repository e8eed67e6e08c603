"""The scenes of papers: one reflection, the evidence sheet, and the questions of a form."""

from app.ui.dialogs.paper_dialog import PaperDialog


def _dialog(studio):
    dialog = studio.focused_dialog()
    assert isinstance(dialog, PaperDialog)
    return dialog


def _reading(studio, title):
    view = studio.open(studio.journal)
    view.read(studio.reflection(title))
    studio.settle()
    return view.journal.reading


def arrange_reflection_paper(studio):
    _reading(studio, "The conference that ran on").print_menu.reflection_asked.emit()
    studio.settle()


def arrange_everything(studio):
    arrange_reflection_paper(studio)
    dialog = _dialog(studio)
    dialog.extent.setCurrentIndex(dialog.extent.count() - 1)
    studio.settle()


def arrange_evidence_sheet(studio):
    _reading(studio, "The father nobody had met").print_menu.evidence_sheet_asked.emit()
    studio.settle()


def arrange_kinds(studio):
    arrange_reflection_paper(studio)
    _dialog(studio).save_button.click()
    studio.settle(1)


def arrange_prompt_sheet(studio):
    view = studio.view()
    view.go("forms")
    studio.settle()
    page = view._pages["forms"]
    page._show_form("fook_team_check")
    page.details.sheet_button.click()
    studio.settle()


def arrange_print_button(studio):
    reading = _reading(studio, "The father nobody had met")
    reading.print_menu.setFocus()
    studio.settle(1)


SCENES = {
    "150-print-in-reading-view": arrange_print_button,
    "151-paper-of-a-reflection": arrange_reflection_paper,
    "152-paper-with-private-answers": arrange_everything,
    "153-evidence-sheet": arrange_evidence_sheet,
    "154-save-as": arrange_kinds,
    "155-prompt-sheet": arrange_prompt_sheet,
}
