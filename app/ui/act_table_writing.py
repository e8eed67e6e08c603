"""What the menus Edit and Reflection hold: everything for who is writing or reading."""

from __future__ import annotations

from app.ui.act import QT_TRANSLATE_NOOP, Act, Menu

_GAP = None
EDIT: Menu = (
    QT_TRANSLATE_NOOP("Actions", "&Edit"),
    (
        Act("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", needs=""),
        Act("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Y", needs=""),
        _GAP,
        Act("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", needs=""),
        Act("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", needs=""),
        Act(
            "decide_copied",
            QT_TRANSLATE_NOOP("Actions", "Decide about what &you copied…"),
            "Ctrl+Alt+C",
        ),
        Act("paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V", needs=""),
        Act(
            "paste_plain",
            QT_TRANSLATE_NOOP("Actions", "Pa&ste as plain text"),
            "Ctrl+Shift+V",
            needs="",
        ),
        Act(
            "paste_quotation",
            QT_TRANSLATE_NOOP("Actions", "Paste as &quotation"),
            "Ctrl+Shift+Q",
            needs="editor",
        ),
        Act("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), "Ctrl+A", needs=""),
        _GAP,
        Act(
            "find",
            QT_TRANSLATE_NOOP("Actions", "&Find in this reflection…"),
            "Ctrl+F",
            needs="editor",
        ),
        Act("find_next", QT_TRANSLATE_NOOP("Actions", "Fin&d next"), "F3", needs="editor"),
        Act(
            "find_previous",
            QT_TRANSLATE_NOOP("Actions", "Find pre&vious"),
            "Shift+F3",
            needs="editor",
        ),
        Act("replace", QT_TRANSLATE_NOOP("Actions", "R&eplace…"), "Ctrl+H", needs="editor"),
        _GAP,
        Act("bold", QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B", needs="editor"),
        Act("italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I", needs="editor"),
        Act("bullets", QT_TRANSLATE_NOOP("Actions", "&List"), "Ctrl+Shift+8", needs="editor"),
        Act(
            "numbers",
            QT_TRANSLATE_NOOP("Actions", "&Numbered list"),
            "Ctrl+Shift+7",
            needs="editor",
        ),
        _GAP,
        Act(
            "next_misspelt",
            QT_TRANSLATE_NOOP("Actions", "Ne&xt misspelt word"),
            "F7",
            needs="editor",
        ),
        _GAP,
        Act(
            "next_identifier",
            QT_TRANSLATE_NOOP("Actions", "Next p&ossible identifier"),
            "F8",
            needs="editor",
        ),
        Act(
            "previous_identifier",
            QT_TRANSLATE_NOOP("Actions", "&Go back one possible identifier"),
            "Shift+F8",
            needs="editor",
        ),
        Act(
            "replace_identifier",
            QT_TRANSLATE_NOOP("Actions", "Replace identifier &with the suggestion"),
            "Ctrl+R",
            needs="editor",
        ),
        Act(
            "keep_identifier",
            QT_TRANSLATE_NOOP("Actions", "&Keep identifier, and why…"),
            "Ctrl+K",
            needs="editor",
        ),
        Act(
            "point_out_identifiers",
            QT_TRANSLATE_NOOP("Actions", "Point out possible identifiers &here"),
            needs="editor",
            is_checkable=True,
        ),
    ),
)
REFLECTION: Menu = (
    QT_TRANSLATE_NOOP("Actions", "&Reflection"),
    (
        Act(
            "next_prompt",
            QT_TRANSLATE_NOOP("Actions", "Ne&xt prompt"),
            "Ctrl+Enter",
            needs="editor",
            also="Alt+Down",
        ),
        Act(
            "previous_prompt",
            QT_TRANSLATE_NOOP("Actions", "&Previous prompt"),
            "Alt+Up",
            needs="editor",
        ),
        Act(
            "one_at_a_time",
            QT_TRANSLATE_NOOP("Actions", "&One prompt at a time"),
            "Ctrl+M",
            needs="editor",
            is_checkable=True,
        ),
        _GAP,
        Act(
            "share_private",
            QT_TRANSLATE_NOOP("Actions", "Keep this answer pri&vate"),
            "Ctrl+Shift+P",
            "editor",
        ),
        Act(
            "share_supervision",
            QT_TRANSLATE_NOOP("Actions", "&Share this answer for supervision"),
            "Ctrl+Shift+S",
            "editor",
        ),
        Act(
            "share_cpd",
            QT_TRANSLATE_NOOP("Actions", "Share this answer for &CPD"),
            "Ctrl+Shift+C",
            "editor",
        ),
        _GAP,
        Act("take_topic", QT_TRANSLATE_NOOP("Actions", "Take to supervisio&n"), "Ctrl+T"),
        Act("make_piece", QT_TRANSLATE_NOOP("Actions", "&Make a CPD piece")),
        _GAP,
        Act(
            "prompt_help",
            QT_TRANSLATE_NOOP("Actions", "&Help with this prompt"),
            "F1",
            needs="editor",
        ),
        Act("save_now", QT_TRANSLATE_NOOP("Actions", "Save no&w"), "Ctrl+S", needs="editor"),
        Act(
            "finish",
            QT_TRANSLATE_NOOP("Actions", "&Finish…"),
            "Ctrl+Shift+Enter",
            needs="editor",
        ),
        _GAP,
        Act(
            "versions",
            QT_TRANSLATE_NOOP("Actions", "&Earlier versions…"),
            "Ctrl+H",
            needs="reading",
        ),
        Act(
            "carry_over",
            QT_TRANSLATE_NOOP("Actions", "&Go on in a fuller form…"),
            needs="reading",
        ),
        Act("duplicate", QT_TRANSLATE_NOOP("Actions", "&Duplicate"), needs="reading"),
        Act("look_again", QT_TRANSLATE_NOOP("Actions", "Look &again now"), needs="reading"),
        Act(
            "print_reflection",
            QT_TRANSLATE_NOOP("Actions", "Pr&int or save as a file…"),
            needs="reading",
        ),
        Act("link", QT_TRANSLATE_NOOP("Actions", "Lin&k to another…"), needs="reading"),
        Act(
            "look_again_on",
            QT_TRANSLATE_NOOP("Actions", "&Look again on…"),
            needs="reading",
        ),
        Act("review_date", QT_TRANSLATE_NOOP("Actions", "Review da&te…"), needs="reading"),
        Act("hold", QT_TRANSLATE_NOOP("Actions", "P&ut on hold…"), needs="reading"),
        Act(
            "release_hold",
            QT_TRANSLATE_NOOP("Actions", "&Release the hold…"),
            needs="reading",
        ),
        Act("to_bin", QT_TRANSLATE_NOOP("Actions", "Move to the &bin…"), needs="reading"),
    ),
)
