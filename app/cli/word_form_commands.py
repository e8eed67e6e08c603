"""The command for the organisation's own Word form: kept, listed, mapped, filled."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.cli.journal_command import JournalCommand
from app.cli.leaving import add_leaving, released_values
from app.cli.parsing import QuietParser
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.session_options import add_session_options, told_or_known
from app.domain.calendar_words import day_from
from app.domain.errors import WordFormRefused
from app.domain.finding import Search
from app.domain.word_form import FieldMapping, ValueName, WordForm
from app.rendering.plain_text import clean_line
from app.services.word_form_values import Occasion
from app.services.word_form_words import misfit_sentence
from app.services.word_forms import FormInHand
from app.services.workshop import Desk
from app.summary.choice import MOST_REFLECTIONS, SummaryChoice

_DONE, _NOT_UNDERSTOOD = 0, 2
_USAGE = """afterword word-form JOURNAL [--json]
       afterword word-form JOURNAL add FILE [--name NAME]
       afterword word-form JOURNAL fields NAME [--set FIELD=VALUE …] [--json]
       afterword word-form JOURNAL fill NAME --output FILE.docx --from DAY --to DAY [--held]
       afterword word-form JOURNAL remove NAME"""
_ABOUT = """\
Your organisation's own supervision form, as a Word document (.docx), kept in the journal.
“add” keeps a form and proposes what goes where; without a word after JOURNAL the forms are listed.
“fields” lists its fields with the value each takes; --set changes one (FIELD= leaves it empty).
“fill” writes the filled form; what did not fit in it is told on standard error.
"""
_NEEDED = {"add": 1, "fields": 1, "fill": 1, "remove": 1}


def add_word_form_command(on_journal: Callable[[str, str], QuietParser]) -> None:
    """Add the command; on_journal begins one on a journal."""
    command = on_journal("word-form", "keep, map and fill your organisation’s own Word form")
    command.usage, command.description = _USAGE, _ABOUT
    command.add_argument(
        "words", metavar="ACT", nargs="*", help="add FILE, fields NAME, fill NAME or remove NAME"
    )
    command.add_argument("--name", metavar="NAME", default="", help="what to call an added form")
    command.add_argument(
        "--set",
        dest="settings",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        help="what goes into a field",
    )
    command.add_argument("--output", metavar="FILE", type=Path, help="where the filled form goes")
    command.add_argument("--reflection", metavar="ID", action="append", default=[])
    command.add_argument("--from", dest="since", metavar="YYYY-MM-DD", type=_day)
    command.add_argument("--to", dest="until", metavar="YYYY-MM-DD", type=_day)
    add_session_options(command)
    command.add_argument("--want", metavar="WORDS", action="append", default=[])
    command.add_argument(
        "--held", action="store_true", help="for the last session held, not for the next one"
    )
    add_leaving(command, has_line=False)
    command.add_argument("--json", action="store_true", help="as JSON")


def _day(text: str) -> date:
    try:
        return day_from(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


class WordFormCommand(JournalCommand):
    """One command; its first word says which of its ways is meant."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"word-form": self.word_form}

    def word_form(self) -> int:
        """List the forms, or do what the first word says."""
        act, *rest = self._options.words or ["list"]
        ways: dict[str, Callable[[Desk, str], int]] = {
            "list": self._list,
            "add": self._add,
            "fields": self._fields,
            "fill": self._fill,
            "remove": self._remove,
        }
        if act not in ways or len(rest) != _NEEDED.get(act, 0):
            tell_trouble("Which? add FILE, fields NAME, fill NAME or remove NAME.")
            return _NOT_UNDERSTOOD
        if act == "fill" and self._options.output is None:
            tell_trouble("Where to? --output FILE.docx.")
            return _NOT_UNDERSTOOD
        with self._opened() as desk:
            return ways[act](desk, rest[0] if rest else "")

    def _list(self, desk: Desk, _name: str) -> int:
        forms = desk.word_forms.all()
        if self._options.json:
            tell_json([{"name": form.name, "mapping": _plain(form.mapping)} for form in forms])
        else:
            tell(*(_line(form) for form in forms))
        return _DONE

    def _add(self, desk: Desk, file: str) -> int:
        if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
            tell_trouble(trouble)
        form = desk.word_forms.add(Path(file), self._options.name)
        tell(_line(form))
        return _DONE

    def _fields(self, desk: Desk, name: str) -> int:
        form = desk.word_forms.named(name)
        in_hand = desk.word_forms.in_hand(form.uid, self._choice(desk), self._occasion())
        if self._options.settings:
            mapping = _changed(in_hand, self._options.settings)
            desk.word_forms.map(form.uid, mapping)
        else:
            mapping = form.mapping
        self._tell_fields(in_hand, mapping)
        return _DONE

    def _fill(self, desk: Desk, name: str) -> int:
        form = desk.word_forms.named(name)
        checked = desk.form_leaving.look(form.uid, self._choice(desk), self._occasion())
        values = released_values(desk.form_leaving, checked, self._options)
        filling = desk.word_forms.fill_to(values, self._options.output)
        for misfit in filling.misfits:
            tell_trouble(misfit_sentence(misfit))
        if filling.unplaced:
            tell_trouble(f"No field takes these, so they are not in it: {_and(filling.unplaced)}.")
        tell(f"{clean_line(self._options.output.name)}: written. It is not encrypted.")
        return _DONE

    def _remove(self, desk: Desk, name: str) -> int:
        desk.word_forms.remove(desk.word_forms.named(name).uid)
        return _DONE

    def _tell_fields(self, in_hand: FormInHand, mapping: FieldMapping) -> None:
        chosen = [(field, mapping.get(field.key)) for field in in_hand.fields]
        if self._options.json:
            tell_json(
                {
                    "fields": [
                        {
                            "key": field.key,
                            "kind": field.kind.value,
                            "label": field.label,
                            "columns": list(field.columns),
                            "offered": list(field.offered),
                            "value": value.text() if value else None,
                        }
                        for field, value in chosen
                    ],
                    "values": {each.name.text(): each.words for each in in_hand.offered},
                }
            )
            return
        for field, value in chosen:
            tell(f"{clean_line(field.key)} = {value.text() if value else ''}".rstrip())

    def _occasion(self) -> Occasion:
        return Occasion.HELD if self._options.held else Occasion.COMING

    def _choice(self, desk: Desk) -> SummaryChoice:
        options = self._options
        session = told_or_known(options, desk.preparing.session())
        return SummaryChoice(
            reflection_ids=tuple(dict.fromkeys(options.reflection)) or self._in_span(desk),
            session_date=session.day,
            supervisor=session.supervisor,
            prepared_by=session.prepared_by,
            wants=tuple(options.want),
        )

    def _in_span(self, desk: Desk) -> tuple[str, ...]:
        """Give the finished reflections between two days; without a day, none."""
        options = self._options
        if options.since is None and options.until is None:
            return ()
        search = Search(
            since=options.since, until=options.until, limit=MOST_REFLECTIONS, is_complete=True
        )
        return tuple(each.reflection.id for each in desk.supervision.offered(search))


def _changed(in_hand: FormInHand, settings: list[str]) -> FieldMapping:
    """Change the mapping as it was typed.

    Raises:
        WordFormRefused: there is no such field, or no such value.
    """
    mapping = dict(in_hand.form.mapping)
    keys = {field.key for field in in_hand.fields}
    for setting in settings:
        key, _, text = setting.rpartition("=")
        value = ValueName.from_text(text)
        if key not in keys:
            raise WordFormRefused("This form has no such field. “fields NAME” lists them.")
        if text and value is None:
            raise WordFormRefused("There is no such value. “fields NAME --json” lists them.")
        mapping.pop(key, None)
        if value is not None:
            mapping[key] = value
    return mapping


def _line(form: WordForm) -> str:
    count = len(form.mapping)
    return f"{clean_line(form.name)}  ({count} {'field' if count == 1 else 'fields'} mapped)"


def _plain(mapping: FieldMapping) -> dict[str, str]:
    return {key: value.text() for key, value in mapping.items()}


def _and(names: tuple[str, ...]) -> str:
    return ", ".join(names)
