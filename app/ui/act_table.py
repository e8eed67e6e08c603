"""Everything that can be done by menu or key, in one visible table."""

from __future__ import annotations

from app.ui.act import QT_TRANSLATE_NOOP, Act, Menu
from app.ui.act_table_writing import EDIT, REFLECTION

_GAP = None
MENUS: tuple[Menu, ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Journal"),
        (
            Act("new_reflection", QT_TRANSLATE_NOOP("Actions", "&New reflection"), "Ctrl+N"),
            Act("usual_form_1", QT_TRANSLATE_NOOP("Actions", "&First usual form"), "Ctrl+Shift+1"),
            Act("usual_form_2", QT_TRANSLATE_NOOP("Actions", "&Second usual form"), "Ctrl+Shift+2"),
            Act("usual_form_3", QT_TRANSLATE_NOOP("Actions", "&Third usual form"), "Ctrl+Shift+3"),
            _GAP,
            Act(
                "search",
                QT_TRANSLATE_NOOP("Actions", "Sea&rch the journal"),
                "Ctrl+F",
                also="Ctrl+Shift+F",
            ),
            Act("go_bin", QT_TRANSLATE_NOOP("Actions", "&Bin")),
            Act("people_key", QT_TRANSLATE_NOOP("Actions", "People &key…")),
            Act("bring_in", QT_TRANSLATE_NOOP("Actions", "Bring &in from elsewhere…")),
            Act("export_everything", QT_TRANSLATE_NOOP("Actions", "E&xport everything…")),
            Act("print_summary", QT_TRANSLATE_NOOP("Actions", "&Print the summary…"), "Ctrl+P"),
            Act("use_word_form", QT_TRANSLATE_NOOP("Actions", "Fill m&y organisation’s form…")),
            _GAP,
            Act("settings", QT_TRANSLATE_NOOP("Actions", "Se&ttings"), "Ctrl+,"),
            Act("lock", QT_TRANSLATE_NOOP("Actions", "&Lock now"), "Ctrl+L"),
            Act("open_another", QT_TRANSLATE_NOOP("Actions", "&Open another journal…"), needs=""),
            Act("make_another", QT_TRANSLATE_NOOP("Actions", "&Make another journal"), needs=""),
            Act("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", needs=""),
        ),
    ),
    EDIT,
    REFLECTION,
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            Act("go_home", QT_TRANSLATE_NOOP("Actions", "&Home"), "Ctrl+1"),
            Act("go_journal", QT_TRANSLATE_NOOP("Actions", "&Journal"), "Ctrl+2"),
            Act("go_supervision", QT_TRANSLATE_NOOP("Actions", "&Supervision"), "Ctrl+3"),
            Act("go_actions", QT_TRANSLATE_NOOP("Actions", "&Actions"), "Ctrl+4"),
            Act("go_cpd", QT_TRANSLATE_NOOP("Actions", "CPD &year"), "Ctrl+5"),
            Act("go_forms", QT_TRANSLATE_NOOP("Actions", "&Forms"), "Ctrl+6"),
            Act("go_studio", QT_TRANSLATE_NOOP("Actions", "Form s&tudio")),
            _GAP,
            Act(
                "go_to_source",
                QT_TRANSLATE_NOOP("Actions", "Where an action &came from"),
                "F4",
                needs="actions",
            ),
            _GAP,
            Act(
                "next_region",
                QT_TRANSLATE_NOOP("Actions", "&Next part of the window"),
                "F6",
                needs="",
            ),
            Act(
                "previous_region",
                QT_TRANSLATE_NOOP("Actions", "&Previous part of the window"),
                "Shift+F6",
                needs="",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Act(
                "way_list",
                QT_TRANSLATE_NOOP("Actions", "&Journal as a list"),
                is_checkable=True,
            ),
            Act(
                "way_calendar",
                QT_TRANSLATE_NOOP("Actions", "Journal as a cale&ndar"),
                is_checkable=True,
            ),
            Act(
                "way_timeline",
                QT_TRANSLATE_NOOP("Actions", "Journal as a tim&eline"),
                is_checkable=True,
            ),
            Act(
                "way_themes",
                QT_TRANSLATE_NOOP("Actions", "Journal by &themes"),
                is_checkable=True,
            ),
            _GAP,
            Act(
                "focus_mode",
                QT_TRANSLATE_NOOP("Actions", "&Focus mode"),
                "F11",
                needs="editor",
                is_checkable=True,
            ),
            Act(
                "show_time",
                QT_TRANSLATE_NOOP("Actions", "Show &minutes of writing"),
                needs="",
                is_checkable=True,
            ),
            _GAP,
            Act("larger", QT_TRANSLATE_NOOP("Actions", "&Larger text"), "Ctrl++", needs=""),
            Act("smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), "Ctrl+-", needs=""),
            Act("usual_size", QT_TRANSLATE_NOOP("Actions", "&Usual text size"), "Ctrl+0", needs=""),
            _GAP,
            Act(
                "theme_system",
                QT_TRANSLATE_NOOP("Actions", "As the s&ystem"),
                needs="",
                is_checkable=True,
            ),
            Act("theme_light", QT_TRANSLATE_NOOP("Actions", "L&ight"), needs="", is_checkable=True),
            Act("theme_dark", QT_TRANSLATE_NOOP("Actions", "&Dark"), needs="", is_checkable=True),
            Act(
                "theme_high_contrast",
                QT_TRANSLATE_NOOP("Actions", "&High contrast"),
                needs="",
                is_checkable=True,
            ),
            Act(
                "theme_high_contrast_light",
                QT_TRANSLATE_NOOP("Actions", "High &contrast, light"),
                needs="",
                is_checkable=True,
            ),
            _GAP,
            Act(
                "wide_spacing",
                QT_TRANSLATE_NOOP("Actions", "&Wider spacing of answers"),
                needs="",
                is_checkable=True,
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Act("guide", QT_TRANSLATE_NOOP("Actions", "&Guide"), "F1", needs=""),
            Act("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), needs=""),
            Act(
                "protects",
                QT_TRANSLATE_NOOP("Actions", "&What Afterword protects, and what it can’t"),
                needs="",
            ),
            Act("about", QT_TRANSLATE_NOOP("Actions", "&About Afterword"), needs=""),
        ),
    ),
)
