"""Subsets the site's fonts from their npm packages.

    npm pack @fontsource-variable/source-sans-3 @fontsource-variable/source-serif-4
    tar -x -f … (each into a folder of its own)
    .venv/bin/python -m scripts.devtools.subset_fonts FOLDER-OF-SANS FOLDER-OF-SERIF

For screens: Source Sans 3 as a variable font with weights from 400 to 700, the characters of
headings in Source Serif 4 in one weight, and for each a file with rare characters and one with
Sámi ones, which browsers fetch only when needed (unicode-range). For print: static fonts, since
variable ones do not render well in every PDF, with all characters of the packages: Latin of
every language, Greek and Cyrillic, so that any author's name can be printed.

Kerning pairs are a seventh of the weight of the text font and invisible at its size, so screens
get them only in headings, and there only after overhanging characters (To, Av, Fy).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fontTools import merge, subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parents[2]
SCREEN = ROOT / "docs" / "assets" / "fonts"
PAPER = ROOT / "overrides" / "print" / "fonts"

# Characters of code and other languages, which hardly any page has.
RARE = "$*<>@\\^`{|}~½×•ÁÄÖÜáüóòôàçëêï"
# The common characters of Norwegian and English text, which every reader downloads.
COMMON = "".join(
    letter
    for letter in "".join(map(chr, range(0x20, 0x7F))) + "ÆØÅæøåÉéèäö" + "\u00a0«»§·–—‘’“”…"
    if letter not in RARE
)
# Additional characters of Sámi (North, Lule, South, Inari, Skolt), and those for print only.
SAMI = "ČčĐđŊŋŠšŦŧŽžƷʒǮǯǤǥǦǧǨǩŃń"
PRINTED = "ÂÍÏÚÑÕâíúñõßÈÊÓÒÔîû°±„€↑↓−≤≥"
HEADINGS = "".join(letter for letter in COMMON if letter not in "#_[]")

ALL = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
KERNED = ("kern",)
# Name records on authors and licence; for screens, OFL.txt beside the files has them.
NAMES = [0, 1, 2, 4, 6, 13, 14]
# Tables that browsers do not need in these files.
UNREAD = ("BASE", "STAT", "GSUB", "GDEF")
# Characters with overhangs; other kerning pairs are hardly visible.
OVERHANGING = "AFKLPRTVWYÄÁÆ"
Limits = dict[str, float | tuple[float, float]]


def main(sans: Path, serif: Path) -> None:
    """Write every font file of both folders."""
    text: Limits = {"wght": (400, 700)}
    heading: Limits = {"wght": 600}
    for name, package, limits, letters, features in (
        ("source-sans-3", sans, text, COMMON, ()),
        ("source-serif-4", serif, heading, HEADINGS, KERNED),
    ):
        latin, extended = _sources(package, name, "normal")
        _write(_subset(latin, limits, letters, features), SCREEN / f"{name}.woff2")
        _write(_subset(latin, limits, RARE, features), SCREEN / f"{name}-rare.woff2")
        _write(_subset(extended, limits, SAMI, features), SCREEN / f"{name}-sami.woff2")
    for out, name, package, style, weight in (
        ("sans-regular", "source-sans-3", sans, "normal", 400),
        ("sans-bold", "source-sans-3", sans, "normal", 700),
        ("sans-italic", "source-sans-3", sans, "italic", 400),
        ("serif-semibold", "source-serif-4", serif, "normal", 600),
    ):
        latin, extended = _sources(package, name, style)
        location: Limits = {"wght": weight}
        whole = _subset(latin, location, COMMON + RARE + PRINTED)
        whole = _merged(whole, _subset(extended, location, SAMI))
        for part in sorted(package.rglob(f"{name}-*-wght-{style}.woff2")):
            more = set(TTFont(part).getBestCmap()) - set(whole.getBestCmap())
            if more:
                whole = _merged(whole, _subset(part, location, "".join(map(chr, more)), ()))
        _write(whole, PAPER / f"{out}.ttf", flavour=None)


def _sources(package: Path, name: str, style: str) -> tuple[Path, Path]:
    """The files of a package with the common and the extended Latin characters."""
    latin, extended = (
        next(package.rglob(f"{name}-{part}-wght-{style}.woff2")) for part in ("latin", "latin-ext")
    )
    return latin, extended


def _subset(source: Path, limits: Limits, letters: str, features: Sequence[str] = ALL) -> TTFont:
    """Subset a font to characters and weights."""
    font = instancer.instantiateVariableFont(TTFont(source), limits)
    # Reload: the instance keeps lazily parsed tables, which the subsetter cannot process.
    font = _reloaded(font)
    if features == KERNED:
        _kern_after(font, OVERHANGING)
    options: Any = subset.Options()
    options.layout_features = list(features)
    options.hinting = False
    options.name_IDs = NAMES if features == ALL else []
    options.drop_tables += () if features == ALL else UNREAD
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(letter) for letter in letters])
    cutter.subset(font)
    return font


def _kern_after(font: TTFont, letters: str) -> None:
    """Keep only kerning pairs that start with one of these characters."""
    best = font.getBestCmap()
    names = {best[ord(letter)] for letter in letters if ord(letter) in best}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            pairs = getattr(pairs, "ExtSubTable", pairs)
            if pairs.LookupType != 2:
                continue
            first = names & set(pairs.Coverage.glyphs)
            if pairs.Format == 1:
                indices = pairs.Coverage.subset(first)
                pairs.PairSet = [pairs.PairSet[index] for index in indices]
                pairs.PairSetCount = len(indices)
                continue
            classes = pairs.ClassDef1.subset(first, remap=True)
            pairs.Class1Record = [pairs.Class1Record[number] for number in classes]
            pairs.Class1Count = len(classes)
            pairs.Coverage.subset(first)


def _merged(font: TTFont, extra: TTFont) -> TTFont:
    """Merge two fonts, since the packages have a file per script."""
    with tempfile.TemporaryDirectory() as folder:
        files = [f"{folder}/{number}.ttf" for number in range(2)]
        for each, file in zip((font, extra), files, strict=True):
            each.flavor = None
            each.save(file)
        return _reloaded(merge.Merger().merge(files))


def _reloaded(font: TTFont) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/font.ttf"
        font.flavor = None
        font.save(path)
        return TTFont(path, lazy=False)


def _write(font: TTFont, path: Path, flavour: str | None = "woff2") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    font.flavor = flavour
    font.save(path)
    print(
        f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes, {len(font.getBestCmap())} letters"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
