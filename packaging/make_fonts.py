"""Makes resources/fonts/ from the two packages that carry the fonts; run by hand, never at build.

The results are kept in the repository, so this file is the record of how they came about:

    pip download --no-deps font-source-sans-pro==0.0.1 fontpkg-literata==3.103 -d downloads
    npm pack @expo-google-fonts/noto-emoji@0.4.7 --pack-destination downloads
    (cd downloads && apt-get download fonts-noto-core=20201225-1 && dpkg -x fonts-noto-core_*.deb .)
    python packaging/make_fonts.py downloads resources/fonts

Source Sans Pro is copied as it is: its licence reserves the name, so the files may not be changed.
Literata is a variable font. Four static files are cut from it, because they are the safest form
for a PDF writer and for Windows. The cut leaves names under which no program finds the family
("Literata 12pt"), so the names are set again.

The folder other-scripts/ is for the paper only, so that a name in Arabic or an emoji is printed
too: Noto files as they are, and the symbols of one cut down to the common ones. coverage.txt
lists the characters that the files hold together. It needs fontTools.
"""

from __future__ import annotations

import sys
import tarfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Literata"
OPTICAL_SIZE = 12
REGULAR, SEMIBOLD = 400, 600
SOURCE_SANS_FILES = (
    "SourceSansPro-Regular.ttf",
    "SourceSansPro-Semibold.ttf",
    "SourceSansPro-It.ttf",
)
NOTO_FOLDER = Path("usr/share/fonts/truetype/noto")
NOTO_FILES = (
    "NotoNaskhArabic-Regular.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansGujarati-Regular.ttf",
    "NotoSansGurmukhi-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansMalayalam-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansThai-Regular.ttf",
)
SYMBOLS_FILES = ("NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf")
COMMON_SYMBOLS = range(0x2190, 0x2C00)  # arrows, mathematics, shapes, dingbats

# OS/2 fsSelection and head macStyle bits, by the OpenType specification.
ITALIC_BIT, REGULAR_BIT, USE_TYPOGRAPHIC_METRICS_BIT = 1 << 0, 1 << 6, 1 << 7
MAC_ITALIC_BIT = 1 << 1
FAMILY_NAME, STYLE_NAME, UNIQUE_NAME, FULL_NAME, POSTSCRIPT_NAME = 1, 2, 3, 4, 6
TYPOGRAPHIC_FAMILY, TYPOGRAPHIC_STYLE = 16, 17
# WWS names and the prefix of variable instances say the optical size, and no longer fit.
NAMES_TO_DROP = (21, 22, 25)


@dataclass(frozen=True)
class Cut:
    """One static file to cut from a variable one."""

    source: str
    weight: int
    is_italic: bool

    @property
    def style(self) -> str:
        """The style's full name."""
        if not self.is_italic:
            return "SemiBold" if self.weight == SEMIBOLD else "Regular"
        return "SemiBold Italic" if self.weight == SEMIBOLD else "Italic"

    @property
    def postscript_name(self) -> str:
        """The name inside a PDF and of the file."""
        return f"{FAMILY}-{self.style.replace(' ', '')}"

    def names(self) -> dict[int, str]:
        """Give the name table's entries that differ between the cuts."""
        heavy = self.weight == SEMIBOLD
        return {
            FAMILY_NAME: f"{FAMILY} SemiBold" if heavy else FAMILY,
            STYLE_NAME: "Italic" if self.is_italic else "Regular",
            UNIQUE_NAME: f"3.103;{self.postscript_name}",
            FULL_NAME: f"{FAMILY} {self.style}",
            POSTSCRIPT_NAME: self.postscript_name,
            TYPOGRAPHIC_FAMILY: FAMILY,
            TYPOGRAPHIC_STYLE: self.style,
        }


UPRIGHT, SLANTED = "Literata[opsz,wght].ttf", "Literata-Italic[opsz,wght].ttf"
CUTS = (
    Cut(UPRIGHT, REGULAR, is_italic=False),
    Cut(UPRIGHT, SEMIBOLD, is_italic=False),
    Cut(SLANTED, REGULAR, is_italic=True),
    Cut(SLANTED, SEMIBOLD, is_italic=True),
)


def main(downloads: Path, target: Path) -> None:
    """Fill the target folder from the two downloaded wheels."""
    target.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(_only(downloads, "font_source_sans_pro-*.whl")) as wheel:
        folder = "font_source_sans_pro/files"
        for name in SOURCE_SANS_FILES:
            (target / name).write_bytes(wheel.read(f"{folder}/{name}"))
        (target / "SourceSansPro-LICENSE.txt").write_bytes(wheel.read(f"{folder}/LICENSE.txt"))
    with zipfile.ZipFile(_only(downloads, "fontpkg_literata-*.whl")) as wheel:
        for cut in CUTS:
            variable = wheel.read(f"fontpkg_literata/files/{cut.source}")
            _make(cut, variable, target / f"{cut.postscript_name}.ttf")
        (target / "Literata-LICENSE.txt").write_bytes(wheel.read("fontpkg_literata/LICENSE"))
    _fill_other_scripts(downloads, target / "other-scripts")
    (target / "coverage.txt").write_text(_coverage(target.rglob("*.ttf")), encoding="ascii")


def _fill_other_scripts(downloads: Path, target: Path) -> None:
    target.mkdir(exist_ok=True)
    for name in NOTO_FILES:
        (target / name).write_bytes((downloads / NOTO_FOLDER / name).read_bytes())
    for name in SYMBOLS_FILES:
        _cut_down(downloads / NOTO_FOLDER / name, target / name)
    with tarfile.open(_only(downloads, "expo-google-fonts-noto-emoji-*.tgz")) as package:
        for inside, name in (
            ("package/400Regular/NotoEmoji_400Regular.ttf", "NotoEmoji-Regular.ttf"),
            ("package/LICENSE_FONT", "Noto-LICENSE.txt"),
        ):
            file = package.extractfile(inside)
            assert file is not None
            (target / name).write_bytes(file.read())


def _cut_down(source: Path, target: Path) -> None:
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(Options(name_IDs=["*"], layout_features=[]))
    subsetter.populate(unicodes=COMMON_SYMBOLS)
    subsetter.subset(font)
    font.save(target)


def _coverage(fonts: Iterable[Path]) -> str:
    """List the ranges of characters that at least one font draws, one range a line."""
    held = sorted({code for font in fonts for code in TTFont(font, lazy=True).getBestCmap()})
    ranges: list[list[int]] = []
    for code in held:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"{first:04X}-{last:04X}\n" for first, last in ranges)


def _only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def _make(cut: Cut, variable: bytes, target: Path) -> None:
    # recalcTimestamp=False: the same input gives the same bytes.
    font = TTFont(BytesIO(variable), recalcTimestamp=False)
    instantiateVariableFont(font, {"opsz": OPTICAL_SIZE, "wght": cut.weight}, inplace=True)
    _set_names(font, cut)
    _set_style(font, cut)
    if "STAT" in font:
        del font["STAT"]
    font.save(target)


def _set_names(font: TTFont, cut: Cut) -> None:
    names = font["name"]
    for number in NAMES_TO_DROP:
        names.removeNames(nameID=number)
    for number, text in cut.names().items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)


def _set_style(font: TTFont, cut: Cut) -> None:
    selection = font["OS/2"].fsSelection & USE_TYPOGRAPHIC_METRICS_BIT
    font["OS/2"].fsSelection = selection | (ITALIC_BIT if cut.is_italic else REGULAR_BIT)
    font["OS/2"].usWeightClass = cut.weight
    # Semibold is a family of its own to programs that know only four styles, so no bold bit.
    font["head"].macStyle = MAC_ITALIC_BIT if cut.is_italic else 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
