"""The commands that change what opens a journal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from app.cli.printing import forget_output, tell, tell_trouble
from app.cli.progress_line import progress_line
from app.cli.secrets import new_passphrase_from, passphrase_from, secret_from
from app.cli.words import recovery_word_lines
from app.domain.errors import SecretError
from app.domain.key_change import OLD_COPIES_AND_OLD_WORDS
from app.domain.secret import Secret
from app.services.keys import Keys

_DONE = 0
_ENCRYPTING = "Encrypting anew"


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
        options = self._options
        if options.retune:
            passphrase = passphrase_from(options.passphrase_file)
            tell(self._keys.retune(options.journal, passphrase).cost_words())
        elif options.somebody_knows:
            self._lock_others_out()
        else:
            secret, new = self._secret(), new_passphrase_from(options.new_passphrase_file)
            tell(*self._keys.change_passphrase(options.journal, secret, new).words())
        return _DONE

    def recovery(self) -> int:
        """Make new recovery words and show them once."""
        options = self._options
        if options.recovery_words_file is not None:
            # The words do not say the passphrase, so the new key is wrapped under a new one.
            self._lock_others_out()
        else:
            passphrase = passphrase_from(options.passphrase_file)
            with progress_line(_ENCRYPTING) as progress:
                words = self._keys.new_recovery_words(options.journal, passphrase, progress)
            self._show(words)
        return _DONE

    def _lock_others_out(self) -> None:
        secret, new = self._secret(), new_passphrase_from(self._options.new_passphrase_file)
        with progress_line(_ENCRYPTING) as progress:
            words = self._keys.lock_others_out(self._options.journal, secret, new, progress)
        self._show(words)

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
