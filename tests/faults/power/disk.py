"""A disk that may lose whatever was not forced onto it: files, folders, and what is pending.

Two models of folders. "Journaled": the names change in the order they were changed, and forcing
any file takes all earlier changes of names with it (as ext4 and NTFS do). "Strict": a changed
name counts only once its folder was forced; until then each change may be there or not.
"""

import random
from dataclasses import dataclass, field

_SECTOR = 512


@dataclass
class _File:
    """One file's bytes: those forced to the disk, and the changes since."""

    forced: bytes = b""
    pending: list = field(default_factory=list)  # (at, data) or (size, None)

    def now(self):
        return _changed(self.forced, self.pending)


@dataclass(frozen=True)
class _NameChange:
    """One change of names: these names go, then those come."""

    folders: frozenset
    gone: tuple
    come: tuple  # (path, file) pairs; None stands for a folder


class Disk:
    """Plays recorded calls, and gives states that a power cut could leave."""

    def __init__(self, folder, *, is_strict):
        self._folder = str(folder.resolve())
        self._is_strict = is_strict
        self._forced_names = {}
        self._names = {}
        self._changes = []
        for path in sorted(folder.rglob("*")):
            file = None if path.is_dir() else _File(path.read_bytes())
            self._names[str(path.resolve())] = file
        self._forced_names = dict(self._names)

    def play(self, call):
        """Do what the program did; an unlinked file that is still written to is let go."""
        act = getattr(self, f"_{call.name}")
        act(call)

    def states(self, seed, count):
        """Give different states a power cut could leave now: names and bytes of each file."""
        seen = set()
        chance = random.Random(seed)
        for _ in range(count):
            state = self._state(chance)
            key = hash(tuple(sorted(state.items())))
            if key not in seen:
                seen.add(key)
                yield state

    def _state(self, chance):
        names = dict(self._forced_names)
        for change in self._kept_changes(chance):
            for path in change.gone:
                names.pop(path, None)
            names.update(change.come)
        how = chance.choice(("all", "none", "some", "first", "torn"))
        prefix = len(self._folder) + 1
        return {
            path[prefix:]: None if file is None else _survived(file, how, chance)
            for path, file in names.items()
            if self._has_parent(path, names)
        }

    def _kept_changes(self, chance):
        changes = self._changes
        match chance.choice(("all", "none", "some")):
            case "all":
                return changes
            case "none":
                return []
        if self._is_strict:
            return [change for change in changes if chance.random() < 0.5]
        return changes[: chance.randrange(len(changes) + 1)]

    def _has_parent(self, path, names):
        parent = path.rpartition("/")[0]
        return parent == self._folder or parent in names

    def _open(self, call):
        if call.path not in self._names:
            self._change((), ((call.path, _File()),))

    def _write(self, call):
        file = self._names.get(call.path)
        if file is not None:
            file.pending.append((call.at, call.data))

    def _truncate(self, call):
        file = self._names.get(call.path)
        if file is not None:
            file.pending.append((call.at, None))

    def _sync(self, call):
        file = self._names.get(call.path)
        if file is not None:
            file.forced, file.pending = file.now(), []
            if not self._is_strict:
                self._force(self._changes)
        elif call.path == self._folder or call.path in self._names:
            held = self._changes
            if self._is_strict:
                held = [change for change in held if call.path in change.folders]
            self._force(held)

    def _rename(self, call):
        inside = {path for path in self._names if path.startswith(call.path + "/")}
        moved = [(call.path, call.other)]
        moved += [(path, call.other + path[len(call.path) :]) for path in sorted(inside)]
        come = tuple((new, self._names[old]) for old, new in moved if old in self._names)
        self._change(tuple(old for old, _ in moved), come)

    def _link(self, call):
        self._change((), ((call.other, self._names[call.path]),))

    def _unlink(self, call):
        self._change((call.path,), ())

    _rmdir = _unlink

    def _mkdir(self, call):
        self._change((), ((call.path, None),))

    def _mark(self, call):
        pass

    def _change(self, gone, come):
        paths = (*gone, *(path for path, _ in come))
        folders = frozenset(path.rpartition("/")[0] for path in paths)
        change = _NameChange(folders, gone, come)
        self._changes.append(change)
        for path in gone:
            self._names.pop(path, None)
        self._names.update(come)

    def _force(self, changes):
        for change in changes:
            for path in change.gone:
                self._forced_names.pop(path, None)
            self._forced_names.update(change.come)
        kept = {id(change) for change in changes}
        self._changes = [change for change in self._changes if id(change) not in kept]


def put_down(state, folder):
    """Make real files of a state."""
    folder.mkdir(parents=True)
    for name, data in sorted(state.items()):
        path = folder / name
        if data is None:
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(data)
            path.chmod(0o600)


def _survived(file, how, chance):
    pending = file.pending
    match how:
        case "none":
            pending = []
        case "some":
            pending = [change for change in pending if chance.random() < 0.5]
        case "first":
            pending = pending[: chance.randrange(len(pending) + 1)]
        case "torn":
            pending = _torn(pending, chance)
    return _changed(file.forced, pending)


def _torn(pending, chance):
    """Give the changes with the last write cut between two sectors."""
    if not pending or pending[-1][1] is None:
        return pending
    at, data = pending[-1]
    sectors = max(1, len(data) // _SECTOR)
    return [*pending[:-1], (at, data[: chance.randrange(sectors) * _SECTOR])]


def _changed(content, pending):
    now = bytearray(content)
    for at, data in pending:
        if data is None:
            del now[at:]
            now.extend(bytes(at - len(now)))
        else:
            now.extend(bytes(max(0, at - len(now))))
            now[at : at + len(data)] = data
    return bytes(now)
