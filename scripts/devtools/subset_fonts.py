"""Cuts the typefaces of the site from the packages that bring them.

    npm pack @fontsource-variable/source-sans-3 @fontsource-variable/source-serif-4
    tar -x -f … (each into a folder of its own)
    .venv/bin/python -m scripts.devtools.subset_fonts FOLDER-OF-SANS FOLDER-OF-SERIF

For screens: Source Sans 3 with the weights from 400 to 700 in one file, the heading
letters of Source Serif 4 in one weight, and of each a file with rare letters and one with
those of Sámi, which a browser fetches when one stands on the page. For paper: files of one
weight each, since variable ones are not drawn well in every PDF, with all letters that the
packages have: Latin of every language, Greek and Cyrillic, so that any author is printed.

The pairs of letters that stand closer (kerning) are a seventh of the weight of the text
face and not seen at its size, so screens get them in headings alone, and there only after
the letters that leave a hole without it (To, Av, Fy).
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

# Signs of code, and letters of other languages that hardly any page holds.
RARE = "$*<>@\\^`{|}~½×•ÁÄÖÜáüóòôàçëêï"
# What Norwegian and English text is made of; every reader pays for these.
LETTERS = "".join(
    letter
    for letter in "".join(map(chr, range(0x20, 0x7F))) + "ÆØÅæøåÉéèäö" + "\u00a0«»§·–—‘’“”…"
    if letter not in RARE
)
# Sámi (North, Lule, South, Inari, Skolt) beyond these, and what paper has room for.
SAMI = "ČčĐđŊŋŠšŦŧŽžƷʒǮǯǤǥǦǧǨǩŃń"
PRINTED = "ÂÍÏÚÑÕâíúñõßÈÊÓÒÔîû°±„€↑↓−≤≥"
HEADINGS = "".join(letter for letter in LETTERS if letter not in "#_[]")

ALL = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
KERNED = ("kern",)
# Who made it and under which licence; on screens OFL.txt beside the files says so.
NAMES = [0, 1, 2, 4, 6, 13, 14]
# Tables that no browser reads in these files.
UNREAD = ("BASE", "STAT", "GSUB", "GDEF")
# Letters that lean or hang over what follows; of the other pairs hardly any is seen.
OVERHANGING = "AFKLPRTVWYÄÁÆ"
Limits = dict[str, float | tuple[float, float]]


def main(sans: Path, serif: Path) -> None:
    """Write every file of the two folders of fonts."""
    text: Limits = {"wght": (400, 700)}
    heading: Limits = {"wght": 600}
    for name, package, limits, letters, features in (
        ("source-sans-3", sans, text, LETTERS, ()),
        ("source-serif-4", serif, heading, HEADINGS, KERNED),
    ):
        latin, rest = _sources(package, name, "normal")
        _write(_cut(latin, limits, letters, features), SCREEN / f"{name}.woff2")
        _write(_cut(latin, limits, RARE, features), SCREEN / f"{name}-rare.woff2")
        _write(_cut(rest, limits, SAMI, features), SCREEN / f"{name}-sami.woff2")
    for out, name, package, style, weight in (
        ("sans-regular", "source-sans-3", sans, "normal", 400),
        ("sans-bold", "source-sans-3", sans, "normal", 700),
        ("sans-italic", "source-sans-3", sans, "italic", 400),
        ("serif-semibold", "source-serif-4", serif, "normal", 600),
    ):
        latin, rest = _sources(package, name, style)
        at: Limits = {"wght": weight}
        whole = _cut(latin, at, LETTERS + RARE + PRINTED)
        whole = _merged(whole, _cut(rest, at, SAMI))
        for part in sorted(package.rglob(f"{name}-*-wght-{style}.woff2")):
            more = set(TTFont(part).getBestCmap()) - set(whole.getBestCmap())
            if more:
                whole = _merged(whole, _cut(part, at, "".join(map(chr, more)), ()))
        _write(whole, PAPER / f"{out}.ttf", flavour=None)


def _sources(package: Path, name: str, style: str) -> tuple[Path, Path]:
    """The files of a package with the common letters and with the others."""
    latin, rest = (
        next(package.rglob(f"{name}-{part}-wght-{style}.woff2")) for part in ("latin", "latin-ext")
    )
    return latin, rest


def _cut(source: Path, limits: Limits, letters: str, features: Sequence[str] = ALL) -> TTFont:
    """A font with these letters and weights alone."""
    font = instancer.instantiateVariableFont(TTFont(source), limits)
    # Read anew: the instance keeps tables half-read, which the cutting cannot use.
    font = _reread(font)
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
    """Keep the pairs that begin with one of these letters."""
    best = font.getBestCmap()
    names = {best[ord(letter)] for letter in letters if ord(letter) in best}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in lookup.SubTable:
            pairs = getattr(pairs, "ExtSubTable", pairs)
            if pairs.LookupType != 2:
                continue
            first = names & set(pairs.Coverage.glyphs)
            if pairs.Format == 1:
                kept = pairs.Coverage.subset(first)
                pairs.PairSet = [pairs.PairSet[index] for index in kept]
                pairs.PairSetCount = len(kept)
                continue
            classes = pairs.ClassDef1.subset(first, remap=True)
            pairs.Class1Record = [pairs.Class1Record[number] for number in classes]
            pairs.Class1Count = len(classes)
            pairs.Coverage.subset(first)


def _merged(font: TTFont, extra: TTFont) -> TTFont:
    """One font of two: the letters of a script lie in a file of their own."""
    with tempfile.TemporaryDirectory() as folder:
        files = [f"{folder}/{number}.ttf" for number in range(2)]
        for each, file in zip((font, extra), files, strict=True):
            each.flavor = None
            each.save(file)
        return _reread(merge.Merger().merge(files))


def _reread(font: TTFont) -> TTFont:
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
