"""The commands for forms: listed, shown, checked, taken in and given out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.cli.journal_command import JournalCommand
from app.cli.leaving import judge_file_name, tell_undecided
from app.cli.printing import tell, tell_json, tell_trouble
from app.cli.words import form_lines, form_table
from app.domain.errors import NoSuchForm
from app.domain.form import FormDefinition
from app.domain.form_keys import is_own_form
from app.domain.identifier_errors import LeavingRefused
from app.rendering.plain_text import clean_line
from app.services.checked_words import CheckedWords
from app.services.form_exchange import Way
from app.services.ports import FormShelf
from app.summary.released import Released

_DONE, _FAILED, _NOT_UNDERSTOOD = 0, 1, 2


class FormCommands(JournalCommand):
    """One command; its first word says which of its ways is meant."""

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the command by its name."""
        return {"forms": self.forms}

    def forms(self) -> int:
        """List the forms, show one, check files, take one in or give one out."""
        words = self._options.words
        ways: dict[str, Callable[[list[str]], int]] = {
            "check": self._check,
            "import": self._import,
            "export": self._export,
            "sheet": self._sheet,
        }
        if words[:1] and words[0] in ways:
            return ways[words[0]](words[1:])
        if len(words) > 1:
            tell_trouble("One form at a time: afterword forms ID.")
            return _NOT_UNDERSTOOD
        if self._options.journal is None:
            return self._show(self._workshop.shelf, words)
        with self._opened() as desk:
            return self._show(desk.shelf, words)

    def _show(self, shelf: FormShelf, words: list[str]) -> int:
        return self._show_form(shelf, words[0]) if words else self._list(shelf)

    def _show_form(self, shelf: FormShelf, form_id: str) -> int:
        form = _found(shelf, form_id)
        self._tell(form_table(form), form_lines(form))
        return _DONE

    def _list(self, shelf: FormShelf) -> int:
        forms = shelf.forms()
        tables = [
            {
                "id": each.id,
                "version": each.version,
                "title": each.title,
                "own": is_own_form(each.id),
            }
            for each in forms
        ]
        room = max((len(each.id) for each in forms), default=0)
        self._tell(tables, (f"{each.id:<{room}}  {clean_line(each.title)}" for each in forms))
        for problem in shelf.problems():
            tell_trouble(str(problem))
        return _DONE

    def _check(self, files: list[str]) -> int:
        if not files:
            tell_trouble("Which file? afterword forms check FILE.")
            return _NOT_UNDERSTOOD
        code = _DONE
        for file in files:
            troubles = self._workshop.form_files.file_troubles(Path(file))
            if not troubles:
                tell(f"{Path(file).name}: good.")
                continue
            code = _FAILED
            for trouble in troubles:
                tell_trouble(str(trouble))
        return code

    def _import(self, words: list[str]) -> int:
        match words:
            case [journal, file]:
                self._options.journal = Path(journal)
            case _:
                tell_trouble("Where and what? afterword forms import JOURNAL FILE.")
                return _NOT_UNDERSTOOD
        way = Way.AS_COPY if self._options.as_copy else Way.AS_IT_IS
        way = Way.AS_NEWER if self._options.as_newer else way
        # What is wrong with the file is told before a passphrase is asked for.
        self._workshop.form_files.read(Path(file))
        with self._opened() as desk:
            incoming = desk.form_exchange.look_at(Path(file))
            if trouble := self._workshop.backups.snapshot_if_due(desk.vault):
                tell_trouble(trouble)
            form = desk.form_exchange.take_in(incoming, way)
        tell(form.id)
        return _DONE

    def _export(self, words: list[str]) -> int:
        match words:
            case [journal, form_id, file]:
                self._options.journal = Path(journal)
            case _:
                tell_trouble("Which, and where to? afterword forms export JOURNAL ID FILE.")
                return _NOT_UNDERSTOOD
        with self._opened() as desk:
            # Any ending may be typed, and a name may stand in it.
            judge_file_name(desk.release_check, _without_ending(file), self._options)
            self._judge(desk.form_exchange.look_before_export(form_id))
            desk.form_exchange.export(form_id, Path(file))
        tell(f"{Path(file).name}: written. It holds no reflection.")
        return _DONE

    def _judge(self, checked: CheckedWords) -> None:
        """Tell what in a person's own form may identify somebody, or refuse to write it."""
        if self._options.strict and checked.undecided:
            raise LeavingRefused("Nothing was written: the form holds possible identifiers.")
        tell_undecided(checked)

    def _sheet(self, words: list[str]) -> int:
        match words:
            case [form_id, file]:
                target = Path(file)
            case _:
                tell_trouble("Which, and where to? afterword forms sheet ID FILE.")
                return _NOT_UNDERSTOOD
        self._workshop.exporting.kind_for(target)
        make = self._workshop.prompt_sheets.sheet
        if self._options.journal is None:
            sheet = Released.of_no_journal(make(_found(self._workshop.shelf, form_id)))
        else:
            with self._opened() as desk:
                judge_file_name(desk.release_check, target.stem, self._options)
                document = make(_found(desk.shelf, form_id))
                sheet = Released.of_no_journal(document)
                if is_own_form(form_id):
                    checked = desk.release_check.document(document)
                    self._judge(checked.checked)
                    sheet = desk.release_check.release_undecided(checked)
        self._workshop.exporting.write(sheet, target)
        tell(f"{target.name}: written. It holds no reflection.")
        return _DONE

    def _tell(self, table: Any, lines: Iterator[str]) -> None:
        if self._options.json:
            tell_json(table)
        else:
            tell(*lines)


def _without_ending(file: str) -> str:
    return Path(file).name.removesuffix(".toml")


def _found(shelf: FormShelf, form_id: str) -> FormDefinition:
    form = next((each for each in shelf.forms() if each.id == form_id), None)
    if form is None:
        raise NoSuchForm("There is no form with this id. “afterword forms” lists them.")
    return form
