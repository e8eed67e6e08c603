"""The look: fonts, sizes, folding, and words that are always plain."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QListView,
    QRadioButton,
    QStyle,
    QWidget,
)

from app.assets import resource
from app.ui.icons import draw_icon
from app.ui.look import load_fonts
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.flow_layout import FlowLayout
from app.ui.parts.label import Label, LeadLabel
from app.ui.style_sheet import style_sheet_of
from app.ui.theme import THEME_NAMES, Theme
from app.ui.tokens import STEPS


def test_the_bundled_fonts_are_used():
    assert {"Source Sans Pro", "Literata"} <= set(load_fonts())
    theme = Theme.load()
    assert QFontInfo(theme.font("body")).family() == "Source Sans Pro"
    assert QFontInfo(theme.font("prose")).family() == "Literata"
    assert QFontInfo(theme.font("small_strong")).weight() == 600


def test_seventy_characters_of_prose_are_as_wide_as_the_tokens_say():
    assert Theme.load().measure_px() == pytest.approx(568, abs=3)
    assert Theme.load("light", 2.0).measure_px() == pytest.approx(1136, abs=40)


def test_lines_are_as_high_as_the_tokens_say(look):
    assert Theme.load().line_percent("prose") == 103


@pytest.mark.parametrize("scale", STEPS)
def test_heights_always_hold_their_text(scale):
    theme = Theme.load("light", scale)
    for name in ("button", "input", "nav_row", "scale_cell", "menu_bar"):
        assert theme.px(name) >= max(theme.tokens.size[name], theme.line_px("body"))
    assert theme.px("button_small") >= 24


def test_the_wide_spacing_changes_what_a_person_writes_and_nothing_else():
    usual, wide = Theme.load(), Theme.load(is_dyslexia=True)
    assert wide.font("prose").letterSpacing() == 108
    assert QFontInfo(wide.font("prose", italic=True)).italic() is False
    assert QFontInfo(wide.font("prose")).family() == "Source Sans Pro"
    assert wide.font("body") == usual.font("body")
    assert wide.line_percent("prose") > usual.line_percent("prose")


@pytest.mark.parametrize("name", THEME_NAMES)
def test_the_style_sheet_leaves_no_name_open(name):
    assert "@" not in style_sheet_of(Theme.load(name))


def test_the_palette_greys_what_is_disabled(look):
    palette = QApplication.palette()
    group = QPalette.ColorGroup
    grey = look.colour("text_disabled")
    assert palette.color(group.Disabled, QPalette.ColorRole.WindowText) == grey
    inactive = palette.color(group.Inactive, QPalette.ColorRole.Highlight)
    assert inactive == look.colour("selection_inactive")


def test_an_icon_is_drawn_in_its_colour_and_sharpness():
    for file in resource("icons").glob("*.svg"):
        picture = draw_icon(file.stem, "#1D5550", 18, 1.75, 2.0).toImage()
        assert (picture.width(), picture.height()) == (36, 36)
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(36)
            for y in range(36)
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert colours == {"#1d5550"}, file.stem


def test_an_icon_is_drawn_once_per_colour_and_size(look):
    first = look.pixmap("lock", "text")
    assert look.pixmap("lock", "text").cacheKey() == first.cacheKey()
    assert look.pixmap("lock", "accent").cacheKey() != first.cacheKey()
    look.set_theme("dark")
    assert look.pixmap("lock", "text").cacheKey() != first.cacheKey()


def test_a_window_folds_by_characters_not_by_pixels(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    assert not look.is_narrow(window, "nav_becomes_menu")
    look.set_scale(2.0)
    assert look.is_narrow(window, "nav_becomes_menu")
    assert look.is_narrow(window, "two_columns_become_one")


def test_a_label_shows_markup_as_it_is_written(look, qtbot):
    label = Label(look, "<b>Mrs Example</b>\nnext & last")
    qtbot.addWidget(label)
    assert label.text() == "<b>Mrs Example</b>\nnext & last"
    assert label.sizeHint().height() == round(2 * look.theme.line_px("body") + 0.49)


def test_a_label_breaks_its_lines_and_says_how_high_it_is(look, qtbot):
    label = Label(look, "word " * 60, "body")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    wide, narrow = label.heightForWidth(600), label.heightForWidth(200)
    assert narrow > 2 * wide
    assert label.minimumSizeHint().width() < 100


def test_a_lead_is_read_as_one_with_its_sentence(look, qtbot):
    label = LeadLabel(look, "Nobody can reset this.", "Keep the words.")
    qtbot.addWidget(label)
    assert label.text() == "Nobody can reset this. Keep the words."


def test_chips_flow_onto_more_lines(look, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for _ in range(8):
        flow.addWidget(QCheckBox("a theme"))
    assert flow.heightForWidth(200) > 3 * flow.heightForWidth(2_000)


def test_a_box_keeps_its_text_readable_when_the_theme_changes(look, qtbot, qapp):
    box = AnswerBox(look)
    qtbot.addWidget(box)
    box.set_text("words")
    box.show()
    qapp.sendPostedEvents()
    look.set_theme("dark")
    qapp.sendPostedEvents()
    assert QFontInfo(box.document().defaultFont()).family() == "Literata"
    assert box.document().defaultFont().pointSizeF() == look.theme.points("prose")
    assert box.palette().color(QPalette.ColorRole.Text) == look.colour("text")


def test_round_and_square_boxes_are_drawn_in_the_colours_of_the_theme(look, qtbot):
    for kind in (QCheckBox, QRadioButton):
        box = kind("Yes")
        qtbot.addWidget(box)
        box.setChecked(True)
        box.show()
        picture = box.grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(20) for y in range(28)}
        assert look.theme.colour_name("accent").lower() in colours


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_what_qts_folder_dialog_offers_while_one_types_stands_on_a_ground(theme, look, qtbot):
    look.set_to(Theme.load(theme))
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setCompleter(QCompleter(["Diary", "Documents"], field))
    field.show()
    qtbot.keyClicks(field, "D")
    offered = field.completer().popup()
    qtbot.waitUntil(offered.isVisible)
    picture = offered.grab().toImage()
    offered.hide()
    assert corner_of(picture) == look.colour("raised")


def corner_of(picture):
    """Give the colour at the end of the last line, inside the edge."""
    return picture.pixelColor(picture.width() - 8, picture.height() - 3)


def test_a_list_inside_a_window_stands_on_the_ground_of_the_window(look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("QWidget#ground { background: #123456 }")
    window.setObjectName("ground")
    view = QListView(window)
    window.show()
    assert corner_of(window.grab(view.geometry()).toImage()).name() == "#123456"


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_the_arrows_of_qts_folder_dialog_are_seen_in_every_theme(theme, look):
    look.set_to(Theme.load(theme))
    for each in ("SP_ArrowBack", "SP_ArrowForward", "SP_FileDialogToParent"):
        icon = QApplication.style().standardIcon(QStyle.StandardPixmap[each])
        assert look.colour("text") in colours_of(icon.pixmap(16, 16).toImage())


def colours_of(picture):
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return [picture.pixelColor(x, y) for x, y in places]
