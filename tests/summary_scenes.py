"""The scenes of the summary builder: parts, answers, wording, presets, and a paper too long."""

from PySide6.QtTest import QTest

from app.summary.choice import SummaryPart
from tests.keeping_scenes import on_the_lane
from tests.supervised import with_sessions


def supervised(studio):
    view = studio.open(studio.journal)
    if on_the_lane(studio, view.desk.sessions.last_held) is None:
        on_the_lane(studio, with_sessions, view.desk)
    view.go("supervision")
    studio.settle(10)
    return view.supervision


def arrange_builder(studio):
    page = supervised(studio)
    page.deciding.set_part(SummaryPart.WELLBEING, is_in=True)
    studio.settle(10)


def arrange_too_long(studio):
    page = supervised(studio)
    for identity in page._preparation.order[:5]:
        page.deciding.set_chosen(identity, is_chosen=True)
    page.column._scroll.scroll_to_top()
    studio.settle(10)


def arrange_end_of_list(studio):
    page = supervised(studio)
    page.deciding.set_part(SummaryPart.RECORD, is_in=True)
    page.deciding.set_black_and_white(True)
    studio.settle(10)
    page.column.parts.part_row(SummaryPart.RECORD).check.setFocus()
    page.preview.view.show_next()
    studio.settle(4)


def arrange_answers(studio):
    page = supervised(studio)
    # Scenes before this one may have brought in reflections that have nothing to reveal.
    order = page._preparation.order
    page.deciding.ask_answers(next(each for each in order if page._offered(each).unmarked))
    studio.settle(2)
    studio.focused_dialog().answers.reveal.click()
    studio.settle(4)


def arrange_wording(studio):
    page = supervised(studio)
    place = (page._preparation.order[0], "what_happened")
    offered = page._offered(place[0])
    place = (place[0], offered.shared[0].prompt_key)
    page.deciding.ask_answers(place[0])
    studio.settle(2)
    page.deciding._ask_wording(place)
    studio.settle(6)
    QTest.keyClicks(studio.focused_dialog().box, "In short: ")
    studio.settle(2)


def arrange_wants(studio):
    page = supervised(studio)
    page.deciding.ask_wants()
    studio.settle(4)


def arrange_presets(studio):
    page = supervised(studio)
    page.presets._keep("Group supervision")
    studio.settle(6)
    page.deciding.move("themes", 0)
    studio.settle(6)
    presets = page.column.presets
    presets._menu.popup(presets.mapToGlobal(presets.rect().bottomLeft()))
    studio.settle(2)
    studio.after = presets._menu.hide


def arrange_preset_name(studio):
    page = supervised(studio)
    page.column.presets.save_as.trigger()
    studio.settle(3)


SCENES = {
    "140-summary-sessions": arrange_builder,
    "141-summary-too-long": arrange_too_long,
    "142-summary-end-of-list": arrange_end_of_list,
    "143-summary-answers": arrange_answers,
    "144-summary-wording": arrange_wording,
    "145-summary-wants": arrange_wants,
    "146-summary-presets": arrange_presets,
    "147-summary-preset-name": arrange_preset_name,
}
