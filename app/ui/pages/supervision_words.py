"""The sentences of the supervision page: what each part holds, and whether the paper is short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.offered import OfferedAnswer, OfferedReflection
from app.summary.choice import USUAL_PARTS, AnswerPlace, SummaryPart
from app.summary.lengths import PAGES_AT_MOST, PageLengths
from app.summary.part_counts import PartCounts
from app.summary.preparation import Preparation

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Longest:
    """The row that takes the most lines of those that can be left out."""

    row: str
    title: str
    lines: int


@dataclass(frozen=True, slots=True)
class Budget:
    """What is said about the length: a lead, a sentence, whether it is a warning, what to cut."""

    lead: str
    rest: str
    is_warning: bool
    to_cut: Longest | None = None


def part_title(part: SummaryPart, counts: PartCounts) -> str:
    """Give the name of a part as it stands on the paper."""
    if part is SummaryPart.ACTIONS and counts.is_from_last_time:
        return _tr("Actions from last time")
    return {
        SummaryPart.ACTIONS: _tr("Actions so far"),
        SummaryPart.WANTS: _tr("What I want from today"),
        SummaryPart.THEMES: _tr("Themes"),
        SummaryPart.DISAGREEMENTS: _tr("Disagreements and escalations"),
        SummaryPart.QUESTIONS: _tr("Questions for you"),
        SummaryPart.WELLBEING: _tr("Wellbeing and capacity"),
        SummaryPart.AGREED: _tr("Agreed actions and signatures"),
        SummaryPart.RECORD: _tr("Record of changes"),
    }[part]


def part_detail(part: SummaryPart, counts: PartCounts, preparation: Preparation) -> str:
    """Say what a part holds; an empty part is not on the paper, and that is said."""
    if part in _OFF_AT_FIRST and part not in preparation.parts:
        return _tr("off unless you turn it on")
    return _DETAILS[part](counts, preparation) or _tr("nothing yet, so not on the page")


def _actions_detail(counts: PartCounts, _preparation: Preparation) -> str:
    parts = (
        _counted(counts.done, _tr("1 done"), _tr("{count} done")),
        _counted(counts.to_do, _tr("1 to do"), _tr("{count} to do")),
        _counted(counts.dropped, _tr("1 dropped"), _tr("{count} dropped")),
    )
    return ", ".join(part for part in parts if part)


def _wants_detail(counts: PartCounts, preparation: Preparation) -> str:
    topics = counts.topics + len(preparation.wants)
    many = _tr("{count} prepared answers")
    parts = (
        _counted(topics, _tr("1 topic"), _tr("{count} topics")),
        _counted(counts.prepared, _tr("1 prepared answer"), many),
    )
    return ", ".join(part for part in parts if part)


def _themes_detail(counts: PartCounts, _preparation: Preparation) -> str:
    return _counted(counts.themes, _tr("1 theme"), _tr("{count} themes"))


def _disagreements_detail(counts: PartCounts, _preparation: Preparation) -> str:
    return _counted(counts.disagreements, _tr("1 of them"), _tr("{count}"))


def _questions_detail(counts: PartCounts, _preparation: Preparation) -> str:
    return _counted(counts.questions, _tr("1 question"), _tr("{count} questions"))


def _wellbeing_detail(counts: PartCounts, _preparation: Preparation) -> str:
    brought = _counted(counts.wellbeing, _tr("1 answer"), _tr("{count} answers"))
    if not brought and counts.wellbeing_unmarked:
        return _tr("none of it is marked for supervision; choose what to bring")
    return brought


def _agreed_detail(_counts: PartCounts, _preparation: Preparation) -> str:
    return _tr("left blank, to fill in together by hand")


def _record_detail(_counts: PartCounts, _preparation: Preparation) -> str:
    return _tr("16 characters that show whether the record was changed later")


_OFF_AT_FIRST = frozenset(SummaryPart) - USUAL_PARTS
_DETAILS: dict[SummaryPart, Callable[[PartCounts, Preparation], str]] = {
    SummaryPart.ACTIONS: _actions_detail,
    SummaryPart.WANTS: _wants_detail,
    SummaryPart.THEMES: _themes_detail,
    SummaryPart.DISAGREEMENTS: _disagreements_detail,
    SummaryPart.QUESTIONS: _questions_detail,
    SummaryPart.WELLBEING: _wellbeing_detail,
    SummaryPart.AGREED: _agreed_detail,
    SummaryPart.RECORD: _record_detail,
}


def reflection_detail(offered: OfferedReflection, preparation: Preparation, lines: int = 0) -> str:
    """Say how much of a reflection goes in, and how many lines that takes where it matters."""
    if offered.id not in preparation.chosen and offered.shared:
        return _tr("draft, not chosen") if offered.is_draft else _tr("shared, not chosen")
    put_in = _count_in(preparation.put_in, offered.id, offered.unmarked)
    left_out = _count_in(preparation.left_out, offered.id, offered.shared)
    worded = sum(1 for each, _ in preparation.wording if each == offered.id)
    parts = [
        _shared_words(offered, is_more=bool(lines or left_out or put_in or worded)),
        _counted(left_out, _tr("1 left out today"), _tr("{count} left out today")),
        _counted(put_in, _tr("1 added for this summary"), _tr("{count} added for this summary")),
        _counted(worded, _tr("1 reworded"), _tr("{count} reworded")),
    ]
    return with_lines(lines, ", ".join(part for part in parts if part))


def _shared_words(offered: OfferedReflection, *, is_more: bool) -> str:
    if not offered.shared:
        words = _tr("none of {answered} answers is marked for supervision")
    elif is_more:
        words = _tr("{shared} of {answered} answers shared")
    else:
        words = _tr("{shared} of {answered} answers shared for supervision")
    return words.format(shared=len(offered.shared), answered=offered.answered)


def _count_in(
    places: frozenset[AnswerPlace], reflection_id: str, answers: tuple[OfferedAnswer, ...]
) -> int:
    return sum((reflection_id, answer.prompt_key) in places for answer in answers)


def with_lines(lines: int, detail: str) -> str:
    """Say how many lines of the paper a row takes, before what it holds."""
    counted = _counted(lines, _tr("1 line"), _tr("{count} lines"))
    return f"{counted} · {detail}" if counted else detail


def budget_of(lengths: PageLengths, longest: Longest | None, *, is_large: bool) -> Budget:
    """Say whether the paper is short enough; too long names what to cut."""
    number = _number(lengths.pages)
    if is_large:
        pages = _tr("One page") if lengths.pages == 1 else _tr("{number} pages")
        return Budget(pages.format(number=number), _tr("in large print."), False)
    if lengths.pages > PAGES_AT_MOST:
        return _too_long(lengths, longest)
    spare = lengths.spare(lengths.pages)
    one, more = _tr("Fits on one page"), _tr("Fits on {number} pages")
    words = one if lengths.pages == 1 else more.format(number=number.lower())
    if not spare:
        return Budget(f"{words}.", "", False)
    rest = _counted(
        spare, _tr("with about 1 line to spare."), _tr("with about {count} lines to spare.")
    )
    return Budget(f"{words},", rest, False)


def _too_long(lengths: PageLengths, longest: Longest | None) -> Budget:
    over = _counted(
        lengths.over(PAGES_AT_MOST),
        _tr("about 1 line too long."),
        _tr("about {count} lines too long."),
    )
    lead = _tr("{number} pages, {over}").format(number=_number(lengths.pages), over=over)
    advice = _tr("The longest part is “{title}” with {count} lines.")
    rest = advice.format(title=longest.title, count=longest.lines) if longest else ""
    return Budget(lead, rest, True, longest)


def kept_back_sentence(count: int) -> str:
    """Say how many answers stay in the journal."""
    if not count:
        return _tr("Nothing of the chosen reflections is kept back.")
    if count == 1:
        return _tr("1 answer is kept back. It is counted, not shown.")
    return _tr("{count} answers are kept back. They are counted, not shown.").format(count=count)


def _number(count: int) -> str:
    return _tr(_NUMBERS[count]) if count < len(_NUMBERS) else str(count)


def _counted(count: int, one: str, many: str) -> str:
    if not count:
        return ""
    return one if count == 1 else many.format(count=count)


def _tr(words: str) -> str:
    return QCoreApplication.translate("SupervisionPage", words)
