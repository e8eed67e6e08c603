"""Papers beside the summary: one reflection, what came of a review, the questions of a form."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.form import FormDefinition
from app.services.pinned_form import pinned_form
from app.services.ports import PageMaker, Vault
from app.summary.choice import SharedReflection
from app.summary.document import Document, PrintSize
from app.summary.printed_reflection import Extent, printed_reflection
from app.summary.prompt_sheet import Fullness, prompt_sheet
from app.summary.review_learning import review_learning_sheet


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers that can be made of one open journal."""

    vault: Vault

    def reflection(
        self, reflection_id: str, extent: Extent, print_size: PrintSize = PrintSize.NORMAL
    ) -> Document:
        """Make the paper of one reflection.

        Raises:
            NoSuchReflection: there is none with this id.
        """
        return printed_reflection(self._source(reflection_id), extent, print_size)

    def review_learning(
        self, reflection_id: str, print_size: PrintSize = PrintSize.NORMAL
    ) -> Document:
        """Make the evidence sheet of what was learnt from a review.

        Raises:
            NoSuchReflection: there is none with this id.
        """
        return review_learning_sheet(self._source(reflection_id), print_size)

    def _source(self, reflection_id: str) -> SharedReflection:
        reflection = self.vault.get(reflection_id)
        return SharedReflection(reflection, pinned_form(self.vault, reflection))


@dataclass(frozen=True, slots=True)
class PromptSheets:
    """Makes the sheet of a form's questions; no journal is needed for it."""

    pages: PageMaker

    def sheet(self, form: FormDefinition) -> Document:
        """Make the fullest sheet that fits one page; a very long form takes more."""
        for fullness in Fullness:
            document = prompt_sheet(form, fullness)
            if self.pages.measured(document).lengths.pages == 1:
                break
        return document
