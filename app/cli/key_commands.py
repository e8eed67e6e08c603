"""The commands that change what opens a journal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from app.cli.interrupts import interrupts_until_the_last_step
from app.cli.printing import forget_output, tell, tell_trouble
from app.cli.progress_line import progress_line
from app.cli.secrets import new_passphrase_from, passphrase_from, secret_from
from app.cli.words import recovery_word_lines
from app.domain.errors import Cancelled, SecretError
from app.domain.key_change import OLD_COPIES_AND_OLD_WORDS, KeysChanged
from app.domain.progress import SteppedProgress
from app.domain.secret import Secret
from app.services.keys import Keys

_T = TypeVar("_T")
_DONE = 0


class KeyCommands:
    """Changing the passphrase, and making new recovery words."""

    def __init__(self, keys: Keys, options: Namespace) -> None:
        """Take the service and what was typed."""
        self._keys = keys
        self._options = options

    def table(self) -> dict[str, Callable[[], int]]:
        """Give the commands by what is typed for them."""
        return {"passphrase": self.passphrase, "recovery": self.recovery}

    def passphrase(self) -> int:
        """Put a new passphrase into force, or the same one at what this computer bears."""
        if self._options.retune:
            self._retune()
        elif self._options.somebody_knows:
            self._lock_others_out()
        else:
            self._change()
        return _DONE

    def recovery(self) -> int:
        """Make new recovery words and show them once."""
        options = self._options
        if options.recovery_words_file is not None:
            # The words do not say the passphrase, so the new key is wrapped under a new one.
            self._lock_others_out()
        else:
            passphrase = passphrase_from(options.passphrase_file)
            self._do(
                partial(self._keys.new_recovery_words, options.journal, passphrase), self._show
            )
        return _DONE

    def _retune(self) -> None:
        passphrase = passphrase_from(self._options.passphrase_file)
        self._do(partial(self._keys.retune, self._options.journal, passphrase), _tell_cost)

    def _change(self) -> None:
        secret, new = self._secret(), new_passphrase_from(self._options.new_passphrase_file)
        change = partial(self._keys.change_passphrase, self._options.journal, secret, new)
        self._do(change, _tell_changed)

    def _lock_others_out(self) -> None:
        secret, new = self._secret(), new_passphrase_from(self._options.new_passphrase_file)
        change = partial(self._keys.lock_others_out, self._options.journal, secret, new)
        self._do(change, self._show)

    def _do(self, change: Callable[[SteppedProgress], _T], show: Callable[[_T], None]) -> None:
        # Ctrl+C stops it up to the last step; then it happens, and is told before anything else.
        with interrupts_until_the_last_step() as holding:
            try:
                with progress_line("Changing the keys") as progress:
                    result = change(holding(progress))
            except KeyboardInterrupt:
                raise Cancelled from None
            show(result)

    def _secret(self) -> Secret:
        return secret_from(self._options.passphrase_file, self._options.recovery_words_file)

    def _show(self, words: tuple[str, ...]) -> None:
        try:
            tell(*recovery_word_lines(words, "The journal has a new key."))
            tell("", OLD_COPIES_AND_OLD_WORDS)
        except OSError:
            forget_output()
            raise SecretError(
                "The new recovery words are in force but could not be shown. "
                "Make others with “afterword recovery”."
            ) from None
        self._tell_of_old_snapshots()

    def _tell_of_old_snapshots(self) -> None:
        journal = self._options.journal
        count = len(self._keys.old_copies(journal))
        if not count:
            return
        if not self._options.remove_old_snapshots:
            tell(
                f"Snapshots in its folder that only the earlier words open: {count}. "
                "“--remove-old-snapshots” removes them with the next new key."
            )
            return
        left = self._keys.remove_old_copies(journal)
        tell(f"Snapshots removed that only the earlier words open: {count - left}.")
        if left:
            tell_trouble(f"Snapshots that could not be removed: {left}.")


def _tell_changed(changed: KeysChanged) -> None:
    tell(*changed.words())


def _tell_cost(changed: KeysChanged) -> None:
    tell(changed.cost_words())
