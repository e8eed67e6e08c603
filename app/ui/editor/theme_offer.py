"""Offers the themes to each prompt that asks for some, whenever it is built."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.theme_groups import ThemeVocabulary
from app.ui.editor.prompt_block import PromptBlock
from app.ui.editor.several_editors import ThemesEditor
from app.ui.editor.whole_form import WholeForm


class ThemeOffer(QObject):
    """Lives as long as the form that it serves."""

    def __init__(self, form: WholeForm, vocabulary: ThemeVocabulary) -> None:
        super().__init__(form)
        self._vocabulary = vocabulary
        form.block_built.connect(self._on_block_built)
        for block in form.blocks():
            self._on_block_built(block)

    def _on_block_built(self, block: PromptBlock) -> None:
        if isinstance(block.editor, ThemesEditor):
            block.editor.offer_themes(self._vocabulary)
