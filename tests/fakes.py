"""Stand-ins for what asks a person, with the answers given beforehand."""


class FakeAsker:
    """Answers with the paths it was given, and remembers what was asked."""

    def __init__(self, *paths):
        self.paths = list(paths)
        self.asked = []

    def folder(self, parent, title, start):
        self.asked.append((title, start))
        return self.paths.pop(0) if self.paths else None

    def save_path(self, parent, title, suggested, kind):
        self.asked.append((title, suggested, kind))
        return self.paths.pop(0) if self.paths else None

    def open_path(self, parent, title, kind):
        self.asked.append((title, kind))
        return self.paths.pop(0) if self.paths else None

    def new_folder(self, parent, title, suggested):
        self.asked.append((title, suggested))
        return self.paths.pop(0) if self.paths else None
