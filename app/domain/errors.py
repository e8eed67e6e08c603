"""Everything that may go wrong in the world, drawn once; anything else is a bug of ours.

AppError
├── FormError             a form file is not right: file, place, reason
├── AnswerError           an answer does not fit its prompt: place, reason
├── NoSuchForm, NoSuchReflection, NoSuchVersion
├── ActionChanged         an action is not any more as it was seen
├── OnHold, InBin         a reflection that may not be changed or removed
├── ExportError           a document could not be written
├── FileNotTaken          a file that cannot be kept with a reflection
├── NotBroughtIn          something from elsewhere cannot be read: what, where, why
├── WordFormRefused       an organisation's Word form that cannot be read or filled
├── NoSuchWordForm        no Word form of this name is kept
├── NoSuchFile            no file of this name is kept with a reflection
├── SearchNotKept         a search cannot be kept under this name
├── PresetNotKept         a layout of the summary cannot be kept under this name
├── SecretError           a passphrase was not given safely or well
├── Cancelled             the person stopped something long; nothing was changed
└── JournalError          the vault cannot be used
    ├── NotAJournal, JournalExists, JournalInUse, JournalTooNew
    ├── WrongPassphrase (WrongBackupPassphrase), RetiredPassphrase, WrongRecoveryWords
    ├── JournalDamaged (NotAsSaved, FileDamaged), NotEnoughMemory
    ├── NotBackedUp       a backup or snapshot could not be made
    ├── BackupDamaged     a backup or snapshot cannot be used
    └── NotSaved          DiskFull, ReadOnly, FolderGone or another refusal to write

str(error) is one finished sentence or two in plain British English: what happened, what is safe,
what to do next. It never holds a secret or anything a person wrote.
"""

from __future__ import annotations

from datetime import date

from app.domain.calendar_words import plain_date


class AppError(Exception):
    """The world said no; the message is fit for a person's eyes."""


class FormError(AppError):
    """A form file is not right."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(f"{file}: {place}: {reason}")
        self.file, self.place, self.reason = file, place, reason


class AnswerError(AppError):
    """An answer does not fit its prompt."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


class NoSuchForm(AppError):
    """No form has this id."""


class NoSuchReflection(AppError):
    """The journal holds no reflection with this id."""


class ActionChanged(AppError):
    """An action is not any more as it was seen."""

    def __init__(self) -> None:
        super().__init__("The action was changed elsewhere. Nothing was changed; look at it again.")


class AgendaFull(AppError):
    """The agenda of a supervision session takes no more topics."""

    def __init__(self) -> None:
        super().__init__(
            "The next supervision has 50 topics already, more than an hour can hold. "
            "Take some off its agenda first."
        )


class NoSuchVersion(AppError):
    """A reflection has no such version, or its words were removed for good."""


class OnHold(AppError):
    """A reflection is on hold: nothing of it may be changed or removed."""

    def __init__(self) -> None:
        super().__init__(
            "This reflection is on hold, so nothing was changed: release the hold first."
        )


class InBin(AppError):
    """A reflection lies in the bin: it can be read and brought back, not written in."""

    def __init__(self) -> None:
        super().__init__(
            "This reflection is in the bin, so nothing was changed: bring it back first."
        )


class ExportError(AppError):
    """A document could not be written where the user asked."""


class FileNotTaken(AppError):
    """A file cannot be kept with a reflection; nothing of it was stored."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not added: {reason} Nothing was changed.")


class NotBroughtIn(AppError):
    """Something from elsewhere cannot be brought in; nothing of it was stored."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason} Nothing was brought in.")
        self.place, self.reason = place, reason


class WordFormRefused(AppError):
    """An organisation's Word form cannot be used; nothing was kept and nothing written."""


class NoSuchWordForm(AppError):
    """The journal keeps no Word form of this name."""


class NoSuchFile(AppError):
    """No such file is kept with the reflection."""


class SearchNotKept(AppError):
    """A search cannot be kept under this name; those that are kept are as they were."""


class PresetNotKept(AppError):
    """A layout of the summary cannot be kept under this name."""


class SecretError(AppError):
    """A passphrase was not given safely or is not one."""


class Cancelled(AppError):
    """The person stopped something long."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")


class JournalError(AppError):
    """The journal cannot be used as asked."""


class NotAJournal(JournalError):
    """The folder holds no journal."""


class JournalExists(JournalError):
    """There is something at this place already."""


class JournalInUse(JournalError):
    """Another process has the journal open."""

    def __init__(self) -> None:
        super().__init__(
            "This journal is already open in another window. Nothing was changed. "
            "Go on there, or close it there first."
        )


class JournalTooNew(JournalError):
    """A later version of the program wrote this journal."""

    def __init__(self) -> None:
        super().__init__(
            "This journal was written by a later Afterword. It was left as it is. "
            "Install the newer version to open it."
        )


class WrongPassphrase(JournalError):
    """The passphrase opens none of the key files."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this journal. Nothing was changed. "
            "Look at the capital letters and the keyboard’s language, or use your recovery words."
        )


class WrongBackupPassphrase(WrongPassphrase):
    """The passphrase does not open the backup's own key file."""

    def __init__(self) -> None:
        JournalError.__init__(
            self,
            "That passphrase does not open this backup, which keeps the passphrase of the day "
            "it was made. Nothing was changed.",
        )


class RetiredPassphrase(JournalError):
    """The passphrase was right until it was changed."""

    def __init__(self, changed_on: date) -> None:
        super().__init__(
            "That is an earlier passphrase of this journal. "
            f"It was changed on {plain_date(changed_on)}. Nothing was changed now."
        )
        self.changed_on = changed_on


class WrongRecoveryWords(JournalError):
    """The words are not recovery words, or not those of this journal."""


class JournalDamaged(JournalError):
    """Part of the vault cannot be read; it is not the passphrase."""


class NotAsSaved(JournalDamaged):
    """What the journal holds of a reflection is genuine, and not what was saved last."""

    def __init__(self) -> None:
        super().__init__(
            "This reflection is not as it was last saved: an older part of the journal’s file may "
            "have been put back. Nothing was changed. Keep the whole folder as it is, have the "
            "journal checked, and look for this reflection in your newest snapshot or backup."
        )


class FileDamaged(JournalDamaged):
    """A file that was kept with a reflection does not read back as it was added."""

    def __init__(self) -> None:
        super().__init__(
            "This file does not read back as it was added, so no copy was made. Nothing was "
            "changed. Have the journal checked, and look for the file in a snapshot or a backup."
        )


class NotEnoughMemory(JournalError):
    """The computer has less free memory than opening the journal needs."""


class NotBackedUp(JournalError):
    """A backup or a snapshot could not be made; the journal is as it was."""


class BackupDamaged(JournalError):
    """A backup or a snapshot is not whole, or not one of ours."""


class BackupTooNew(BackupDamaged):
    """A later version of the program made this backup."""

    def __init__(self) -> None:
        super().__init__(
            "This backup was made by a later Afterword. It was left as it is. "
            "Install that version to restore it."
        )


class NotSaved(JournalError):
    """A change could not be written; what was written before is safe."""


class DiskFull(NotSaved):
    """There is no room left on the disk."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: the disk is full. What was saved before is safe. Make room and try again."
        )


class ReadOnly(NotSaved):
    """The folder or the disk cannot be written."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: this folder cannot be written to. What was saved before is safe. "
            "Check who may write in it."
        )


class FolderGone(NotSaved):
    """The journal's file does not stand at its place any more."""

    def __init__(self) -> None:
        super().__init__(
            "Not saved: the journal’s folder is not where it was. What was saved before is as safe "
            "as that folder is. Put it back, or save a copy elsewhere and open the journal again."
        )
