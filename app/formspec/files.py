"""Form files behind one face, for who keeps and exchanges forms."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import FormError
from app.domain.form import FormDefinition
from app.formspec.file_shape import MOST_BYTES

TOO_LARGE = "this form is too large for a form file: it is over 1 MiB"


class FormFiles:
    """Reads, checks and writes; the reader is loaded when it is first needed."""

    def read(self, path: Path) -> FormDefinition:
        """Read a form file of any name.

        Raises:
            FormError: names the file, the place in it and the reason.
        """
        from app.formspec.reading import read_form_anywhere

        return read_form_anywhere(path)

    def read_text(self, name: str, text: str) -> FormDefinition:
        """Read the text of a form file.

        Raises:
            FormError: names the form, the place in it and the reason.
        """
        from app.formspec.reading import read_form_text

        return read_form_text(name, text)

    def text(self, form: FormDefinition) -> str:
        """Give a form as the text of a form file, which reads back as the same form."""
        from app.formspec.writing import form_text

        return form_text(form)

    def troubles(self, form: FormDefinition) -> tuple[FormError, ...]:
        """Give everything that is wrong with a form; nothing when it is right."""
        from app.formspec.checking import all_troubles
        from app.formspec.writing import form_table

        found = all_troubles(form_table(form), None)
        troubles = [FormError(form.id, place, reason) for place, reason in found]
        if len(self.text(form).encode()) > MOST_BYTES:
            troubles.append(FormError(form.id, "the whole form", TOO_LARGE))
        return tuple(troubles)

    def file_troubles(self, path: Path) -> tuple[FormError, ...]:
        """Give everything that is wrong with a form file, in its order."""
        from app.formspec.reading import file_troubles

        return file_troubles(path)
