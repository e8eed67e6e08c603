"""How hard a passphrase is to guess: an estimate by zxcvbn, never a rule about symbols."""

from __future__ import annotations

import unicodedata
from enum import IntEnum

from app.domain.errors import SecretError

# zxcvbn refuses more, and nothing is learned from the rest.
_SCORED_CHARACTERS = 72


class Strength(IntEnum):
    """Four steps; the first one is refused for a new journal."""

    TOO_EASY = 0
    WEAK = 1
    STRONG = 2
    VERY_STRONG = 3


# zxcvbn's five scores by guesses: < 10^3, 10^6, 10^8, 10^10, more. With Argon2id at about one
# guess a second and core, 10^8 guesses are years of one machine, and 10^10 are centuries.
_STEP_OF_SCORE = (
    Strength.TOO_EASY,
    Strength.TOO_EASY,
    Strength.WEAK,
    Strength.STRONG,
    Strength.VERY_STRONG,
)


def strength_of(passphrase: str) -> Strength:
    """Estimate the strength of a passphrase."""
    if not passphrase:
        return Strength.TOO_EASY
    from zxcvbn import zxcvbn

    # The keys are made of this form, in which full-width letters are the plain ones.
    plain = unicodedata.normalize("NFKC", passphrase)

    score: int = zxcvbn(plain[:_SCORED_CHARACTERS])["score"]
    return _STEP_OF_SCORE[score]


def refuse_if_too_easy(passphrase: str) -> None:
    """Stop a new passphrase that could be guessed at once.

    Raises:
        SecretError: it is too easy to guess.
    """
    if strength_of(passphrase) is Strength.TOO_EASY:
        raise SecretError(
            "That passphrase is too easy to guess. Take several words that do not belong together."
        )
