"""Files kept with reflections: added, saved as copies, and listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path

from app.domain.answer import Answer, Evidence, EvidenceFile
from app.domain.errors import AnswerError, ExportError, NoSuchFile
from app.domain.evidence import clean_file_name, free_name
from app.domain.form import Prompt, PromptKind
from app.domain.progress import Progress, part_of, unwatched
from app.domain.reflection import answer_to
from app.services.evidence_ports import EvidenceShelf
from app.services.exporting import write_export
from app.services.journal import Journal, Writing
from app.services.ports import Clock

COPY_WARNING = (
    "A copy is a plain file outside the journal’s protection: anybody who can open the folder can "
    "read it, and other programs may keep traces of it. Afterword does not open it for you, and "
    "does not follow what becomes of it. Delete it when you are done."
)
_READ = 0.8


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """What a person can do with the files of one open journal."""

    shelf: EvidenceShelf
    journal: Journal
    clock: Clock

    def add(
        self,
        reflection_id: str,
        path: Path,
        taken: Iterable[str] = (),
        progress: Progress = unwatched,
    ) -> EvidenceFile:
        """Store a file; the answer that names it is saved as any answer is.

        A name that is taken in the same answer gets a number.

        Raises:
            FileNotTaken, OnHold, InBin, NotSaved, Cancelled: nothing was changed.
        """
        file = self.shelf.add(reflection_id, path, self.clock.now().astimezone(UTC), progress)
        return replace(file, name=free_name(file.name, set(taken)))

    def attach(
        self, reflection_id: str, prompt_key: str, path: Path, progress: Progress = unwatched
    ) -> EvidenceFile:
        """Store a file, and name it in an answer of a reflection that is not open in an editor.

        Raises:
            AnswerError: the form has no such prompt, or the prompt takes no files.
            NoSuchReflection, FileNotTaken, OnHold, NotSaved, Cancelled: nothing was changed.
        """
        writing = self.journal.read(reflection_id)
        prompt = _prompt_for_files(writing, prompt_key)
        answer = answer_to(writing.reflection, prompt)
        before = answer.value.files if isinstance(answer.value, Evidence) else ()
        file = self.add(reflection_id, path, (each.name for each in before), progress)
        after = Answer(Evidence((*before, file)), answer.sharing)
        changed = writing.reflection.with_answer(prompt.key, after)
        self.journal.save(replace(writing, reflection=changed))
        self.journal.leave(reflection_id)
        return file

    def files(self, reflection_id: str) -> tuple[tuple[str, EvidenceFile], ...]:
        """Give the files that a reflection names now, each with the key of its prompt.

        Raises:
            NoSuchReflection: the journal holds none with this id.
        """
        answers = self.journal.read(reflection_id).reflection.answers
        return tuple(
            (key, file)
            for key, answer in answers.items()
            if isinstance(answer.value, Evidence)
            for file in answer.value.files
        )

    def named(self, reflection_id: str, name: str) -> EvidenceFile:
        """Find a file of a reflection by its name.

        Raises:
            NoSuchFile: there is none, or several prompts have one of this name.
        """
        found = [file for _, file in self.files(reflection_id) if file.name == name]
        if not found:
            raise NoSuchFile("This reflection has no file of this name.")
        if len({file.sha256 for file in found}) > 1:
            raise NoSuchFile("Two prompts have a file of this name. Save it from the window.")
        return found[0]

    def save_copy(self, file: EvidenceFile, target: Path, progress: Progress = unwatched) -> None:
        """Write a copy outside the journal, whole: warn with COPY_WARNING before.

        Raises:
            FileDamaged, ExportError, Cancelled: nothing was written at target.
        """
        write_export(target, self.shelf.read(file, part_of(progress, 0, _READ)))
        progress(1)

    def save_into(self, file: EvidenceFile, folder: Path, progress: Progress = unwatched) -> Path:
        """Write a copy into a folder under the file's own name, over no other file; say where.

        Raises:
            FileDamaged, ExportError, Cancelled: nothing was written.
        """
        if not folder.is_dir():
            raise ExportError("Not written: the folder does not exist. Nothing was left behind.")
        # The name may have come from elsewhere than from us: an answer is only text.
        target = folder / free_name(clean_file_name(file.name), _names_in(folder))
        self.save_copy(file, target, progress)
        return target


def _names_in(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except OSError:
        return set()  # what forbids to look is told by the writing


def _prompt_for_files(writing: Writing, key: str) -> Prompt:
    prompt = writing.form.prompt(key)
    if prompt is not None and prompt.kind is PromptKind.EVIDENCE:
        return prompt
    keys = [each.key for each in writing.form.prompts() if each.kind is PromptKind.EVIDENCE]
    if keys:
        raise AnswerError(key, f"this takes no files; these do: {', '.join(keys)}")
    raise AnswerError(key, "no prompt of this form takes files")
