"""Where the writing stopped: which prompt of a reflection was written in last."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.ports import Vault

_NAME = "places"
_MOST = 20  # who has more drafts than these begins at the first prompt without an answer


@dataclass(frozen=True, slots=True)
class Places:
    """Kept inside the vault, for the reflections written in lately."""

    vault: Vault

    def last_in(self, reflection_id: str) -> str:
        """Give the key of the prompt written in last, or nothing where that is not known."""
        return dict(self._kept()).get(reflection_id, "")

    def keep(self, reflection_id: str, prompt_key: str) -> None:
        """Remember where the writing is.

        Raises:
            NotSaved: what was remembered before still is.
        """
        others = [each for each in self._kept() if each[0] != reflection_id]
        kept = [(reflection_id, prompt_key), *others[: _MOST - 1]]
        self.vault.set_preference(_NAME, "\n".join(" ".join(each) for each in kept))

    def _kept(self) -> list[tuple[str, str]]:
        lines = (self.vault.preference(_NAME) or "").splitlines()
        pairs = (line.partition(" ") for line in lines)
        return [(reflection_id, prompt_key) for reflection_id, _, prompt_key in pairs]
