"""Believable documents for tests; every person, place and case in them is invented."""

from __future__ import annotations

from app.summary.document import (
    Bullet,
    Bullets,
    Document,
    DocumentSection,
    Note,
    PrintSize,
    Prose,
    Signatures,
    Table,
    Tick,
)

FOOTER = "Learning summary, not a case record"


def a_supervision_summary(*, print_size: PrintSize = PrintSize.NORMAL) -> Document:
    """A whole supervision summary with every kind of block; two pages in the normal size."""
    return Document(
        title="Supervision summary",
        subtitle="Tuesday 3 November 2026 · with the team manager · prepared by a conference chair",
        sections=(*_what_is_brought(), *_what_is_agreed()),
        footer=FOOTER,
        print_size=print_size,
    )


def a_document(*blocks: object, **changes: object) -> Document:
    """A document with one section that holds the given blocks."""
    parts: dict[str, object] = {
        "title": "Reflection",
        "subtitle": "Thursday 22 October 2026",
        "sections": (DocumentSection("What happened", blocks),),
        "footer": FOOTER,
    }
    return Document(**{**parts, **changes})


def _what_is_brought() -> tuple[DocumentSection, ...]:
    return (
        DocumentSection(
            "Actions from last time",
            (
                Table(
                    headings=("Done", "What", "State"),
                    rows=(
                        (
                            Tick.TICKED,
                            "Ask for advocacy before the next review for Child A",
                            "done 14 Oct",
                        ),
                        (
                            Tick.OPEN,
                            "Ask the health visitor about the weight chart",
                            "carried forward (1)",
                        ),
                    ),
                    shares=(1.3, 8.2, 2.5),
                ),
            ),
        ),
        DocumentSection(
            "What I want from today",
            (
                Bullets(
                    (
                        Bullet(
                            "whether I hurry conferences when a parent is quiet.",
                            "Think aloud with me:",
                        ),
                        Bullet("may I hold the pre-meeting without the school?", "A decision:"),
                    )
                ),
            ),
        ),
        DocumentSection(
            "The conference that ran on",
            (
                Prose(
                    "The outcome stands. What I bring is the *forty minutes* in which nobody said "
                    "her name, and my part in it. The school had brought the attendance figures, "
                    "going back to March, and we stayed with them.\n\n"
                    "> I’ve told you all this already.\n\n"
                    "I had the report open at Child A’s own words and passed over them **twice**."
                ),
                Prose(
                    "4 of 10 (6 in June). Not lower: grandmother is in the home four days in "
                    "seven. One higher: she is asked, by me, before the figures.",
                    "Scale.",
                ),
                Prose(
                    "Three things, in this order:\n\n"
                    "1. Open with the child’s words\n"
                    "2. then the numbers\n"
                    "3. then ask who disagrees\n",
                    "What I would do differently.",
                ),
            ),
            aside="event 21 October, written the same evening",
        ),
        DocumentSection(
            "The father nobody had met",
            (
                Prose(
                    "The review concerned a home with three-year-old twins and a baby. In two of "
                    "my own last six conferences the father had an empty chair and no sentence. "
                    "I now ask at the start: who is not in this room, and who last spoke to them?"
                ),
            ),
            aside="from a practice review",
        ),
        DocumentSection(
            "Themes since 1 September",
            (
                Note(
                    "Voice of the child (4) · fathers and unseen men (2) · "
                    "challenge between agencies (2)"
                ),
            ),
        ),
        DocumentSection(
            "Disagreements and escalations",
            (
                Prose(
                    "Threshold for stepping down: raised with the school on 29 September, settled "
                    "on 6 October. The plan stays as it is until the next review."
                ),
            ),
        ),
        DocumentSection(
            "Questions for you",
            (
                Bullets(
                    (
                        Bullet("How would you know that I had hurried?"),
                        Bullet("Is there a wording we agree for naming drift in a plan?"),
                    )
                ),
                Note("5 answers in these reflections were kept back."),
            ),
        ),
    )


def _what_is_agreed() -> tuple[DocumentSection, ...]:
    return (
        DocumentSection(
            "Actions agreed today",
            (
                Table(
                    headings=("What", "Who", "By when", "On the child’s record"),
                    rows=(("", "", "", Tick.OPEN),) * 5,
                    shares=(6, 2, 1.8, 2),
                ),
            ),
        ),
        DocumentSection(
            "Decisions and reasons",
            (Table(headings=("Decision", "Reason"), rows=(("", ""),) * 3, shares=(1, 1)),),
        ),
        DocumentSection(
            "Next supervision",
            (
                Note("Planned for Tuesday 1 December 2026."),
                Signatures(("Practitioner", "Supervisor")),
            ),
        ),
    )
