"""The sentences of the supervision page: what each part holds, and whether the paper is short."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.preparing import OfferedReflection, PreparedSummary
from app.summary.choice import PartCounts, SummaryPart
from app.summary.preparation import Preparation

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class Budget:
    """What is said about the length: a lead, a sentence, and whether it is a warning."""

    lead: str
    rest: str
    is_warning: bool


def part_title(part: SummaryPart) -> str:
    """Give the name of a part as it stands on the paper."""
    return {
        SummaryPart.ACTIONS: _tr("Actions so far"),
        SummaryPart.WANTS: _tr("What I want from today"),
        SummaryPart.THEMES: _tr("Themes"),
        SummaryPart.DISAGREEMENTS: _tr("Disagreements and escalations"),
        SummaryPart.QUESTIONS: _tr("Questions for you"),
        SummaryPart.AGREED: _tr("Agreed actions and signatures"),
    }[part]


def part_detail(part: SummaryPart, counts: PartCounts, wants: int) -> str:
    """Say what a part holds; an empty part is not on the paper, and that is said."""
    nothing = _tr("nothing yet, so not on the page")
    match part:
        case SummaryPart.ACTIONS:
            both = _tr("{done} done, {to_do} to do").format(done=counts.done, to_do=counts.to_do)
            return both if counts.done or counts.to_do else nothing
        case SummaryPart.WANTS:
            return _counted(wants, _tr("1 topic"), _tr("{count} topics")) or nothing
        case SummaryPart.THEMES:
            return _counted(counts.themes, _tr("1 theme"), _tr("{count} themes")) or nothing
        case SummaryPart.DISAGREEMENTS:
            return _counted(counts.disagreements, _tr("1 of them"), _tr("{count}")) or nothing
        case SummaryPart.QUESTIONS:
            many = _tr("{count} questions")
            return _counted(counts.questions, _tr("1 question"), many) or nothing
        case SummaryPart.AGREED:
            return _tr("room to write, filled in together")


def reflection_detail(offered: OfferedReflection, preparation: Preparation) -> str:
    """Say how much of a reflection goes in."""
    if not offered.shared:
        return _tr("none of {answered} answers is marked for supervision").format(
            answered=offered.answered
        )
    if offered.id not in preparation.chosen:
        return _tr("draft, not chosen") if offered.is_draft else _tr("shared, not chosen")
    left_out = sum(
        (offered.id, answer.prompt_key) in preparation.left_out for answer in offered.shared
    )
    words = _tr("{shared} of {answered} answers shared for supervision")
    if left_out:
        words = _tr("{shared} of {answered} answers shared, {left_out} left out today")
    return words.format(shared=len(offered.shared), answered=offered.answered, left_out=left_out)


def budget_of(prepared: PreparedSummary, page_count: int) -> Budget:
    """Say whether the paper is short enough; too long names what to cut."""
    number = _number(page_count)
    if prepared.is_over(page_count):
        advice = _tr("The longest part is “{title}”: leave it out, or choose fewer answers.")
        rest = advice.format(title=prepared.longest_title) if prepared.longest_title else ""
        return Budget(_tr("{number} pages.").format(number=number), rest, True)
    if prepared.is_large:
        pages = _tr("One page") if page_count == 1 else _tr("{number} pages")
        return Budget(pages.format(number=number), _tr("in large print."), False)
    one, more = _tr("Fits on one page."), _tr("Fits on {number} pages.")
    words = one if page_count == 1 else more.format(number=number.lower())
    return Budget(words, "", False)


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
