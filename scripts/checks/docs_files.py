"""Checks that files in docs/ have names fit for URLs and that no stray files lie there.

MkDocs publishes whatever lies in the folder, follows symbolic links and skips pages with another
suffix, all silently.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import combining, normalize

from scripts.common.paths import Project
from scripts.common.problems import Problem
from scripts.common.slugs import LONGEST_NAME, SLUG
from scripts.language.locales import LOCALES

_ASSET = re.compile(r"[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
# Device names that Windows reserves in every folder.
_WINDOWS_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# Folders that the build itself writes at the root of the site.
RESERVED = frozenset(
    {"assets", "data", "id", "pagefind", "embed", "trykk", "print", "siter", "404"}
)
_SUFFIXES = {".css", ".js", ".woff2", ".txt", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"}
_LARGEST = 1_500_000
_MAGIC_BYTES = {
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".webp": b"RIFF",
    ".woff2": b"wOF2",
}
_UNSAFE_SVG = re.compile(
    rb"<\s*script|<\s*foreignobject|\son[a-z]+\s*=|javascript:|<!DOCTYPE|<!ENTITY"
    rb"|(?:href|src)\s*=\s*[\"'](?!#|data:image/)[^\"']*:|@import|url\(\s*[\"']?https?:",
    re.IGNORECASE,
)

# A picture loads no typeface of the page that shows it.
_SVG_TEXT = re.compile(rb"<\s*(?:\w+:)?(?:text|tspan|flowRoot)\b", re.IGNORECASE)


def check_docs_files(project: Project) -> list[Problem]:
    """Report files and folders in docs/ that would be published wrongly or break links."""
    docs = project.root / "docs"
    if not docs.is_dir():
        return [Problem("docs", 0, "the folder is missing", "put it back")]
    problems = []
    for part in (*(locale.code for locale in LOCALES), "assets"):
        if not (docs / part).is_dir():
            problems.append(Problem(f"docs/{part}", 0, "the folder is missing", "put it back"))
    for path, kind in _walk(docs):
        problems += _entry(path, kind, project.root)
    return problems


def _walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            path = Path(entry.path)
            yield path, entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(path)


def _entry(path: Path, status: os.stat_result, root: Path) -> Iterator[Problem]:
    name = path.relative_to(root).as_posix()
    if stat.S_ISLNK(status.st_mode):
        # Symbolic links to pages are reported when pages are read.
        if path.suffix != ".md" or path.is_dir():
            yield Problem(name, 0, "this is a symbolic link", "put the file itself here")
        return
    is_folder = stat.S_ISDIR(status.st_mode)
    if not is_folder and not stat.S_ISREG(status.st_mode):
        if path.suffix != ".md":
            yield Problem(name, 0, "this is no file", "take it away")
        return
    parts = path.relative_to(root / "docs").parts
    if parts[0] == "assets":
        yield from () if is_folder else _asset(path, name, status.st_size)
    elif parts[0] not in {locale.code for locale in LOCALES}:
        fix = "pages lie in docs/no and docs/en, files for both in docs/assets"
        yield Problem(name, 0, "this belongs to no language", fix)
    elif is_folder:
        yield from _folder(path, name, parts)
    else:
        yield from _page(path, name, parts)


def _folder(path: Path, name: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    if path.suffix == ".md":
        return  # Reported when pages are read.
    if len(parts) == 2 and parts[1] in {*RESERVED, *(locale.code for locale in LOCALES)}:
        fix = "give the folder another name"
        yield Problem(name, 0, f'"{parts[1]}/" is an address that the site itself uses', fix)
    elif len(parts) > 1 and not SLUG.fullmatch(parts[-1]):
        yield Problem(name, 0, *_bad_name(parts[-1], "folder"))
    elif len(parts) > 1 and len(parts[-1]) > LONGEST_NAME:
        yield Problem(name, 0, *_too_long(parts[-1]))


def _page(path: Path, name: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    if path.suffix != ".md":
        if path.suffix.lower() in {".md", ".markdown", ".mdown", ".mkd"}:
            yield Problem(
                name,
                0,
                f'a page whose name ends with "{path.suffix}" is left out',
                f"name it {slugify(path.stem)}.md",
            )
        else:
            fix = "take it away, or put a file that pages use in docs/assets"
            yield Problem(name, 0, "this is no page, and would be published as it stands", fix)
    elif not SLUG.fullmatch(path.stem):
        yield Problem(name, 0, *_bad_name(path.stem, "page"))
    elif len(path.stem) > LONGEST_NAME:
        yield Problem(name, 0, *_too_long(path.stem))
    elif _WINDOWS_DEVICES.fullmatch(path.stem):
        what = f'Windows cannot hold a file named "{path.stem}"'
        yield Problem(name, 0, what, "give the page another name")
    elif len(parts) == 2 and path.stem in RESERVED:
        what = f'"{path.stem}" is an address that the site itself uses'
        yield Problem(name, 0, what, "give the page another name")


def _too_long(name: str) -> tuple[str, str]:
    what = f"the name is too long ({len(name)} characters) for an address"
    return what, f"shorten it to {LONGEST_NAME} at most"


def _bad_name(stem: str, what: str) -> tuple[str, str]:
    message = f'the name "{stem}" of a {what} makes an address that breaks'
    return (
        message,
        f"use small letters a–z, digits and single hyphens: {slugify(stem) or 'ny-side'}",
    )


def slugify(stem: str) -> str:
    """Turn a name into a slug for a URL or anchor: a–z, digits and single hyphens."""
    text = stem.lower().replace("æ", "ae").replace("ø", "o")
    # Strip diacritics: é, å and ö become e, a and o.
    text = "".join(char for char in normalize("NFD", text) if not combining(char))
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def _asset(path: Path, name: str, size: int) -> Iterator[Problem]:
    suffix = path.suffix.lower()
    if not _ASSET.fullmatch(path.name):
        fix = f"name it {slugify(path.stem)}{suffix}, and write it so on pages"
        yield Problem(name, 0, f'the name "{path.name}" makes an address that breaks', fix)
    elif suffix not in _SUFFIXES:
        fix = f"take it away, or use one of: {', '.join(sorted(_SUFFIXES))}"
        yield Problem(name, 0, "a file of this kind is not published", fix)
    elif size > _LARGEST:
        what = f"the file is too large ({size // 1000} kB)"
        yield Problem(name, 0, what, f"make it smaller than {_LARGEST // 1000} kB")
    elif suffix in _MAGIC_BYTES and not path.read_bytes().startswith(_MAGIC_BYTES[suffix]):
        yield Problem(
            name, 0, f"this is no {suffix[1:]}, whatever its name says", "put the file anew"
        )
    elif suffix == ".svg":
        yield from _svg(path, name)


def _svg(path: Path, name: str) -> Iterator[Problem]:
    content = path.read_bytes()
    if unsafe := _UNSAFE_SVG.search(content):
        line = content.count(b"\n", 0, unsafe.start()) + 1
        shown = unsafe.group().decode("utf-8", "replace").strip()
        what = f'the drawing holds "{shown}", which runs or loads something'
        yield Problem(name, line, what, "export it anew as a plain drawing")
    elif letters := _SVG_TEXT.search(content):
        line = content.count(b"\n", 0, letters.start()) + 1
        what = "the drawing holds letters, whose typeface is another on each device and on paper"
        fix = "export it anew with text as outlines (Inkscape: Path > Object to Path)"
        yield Problem(name, line, what, fix)
    elif not content.strip().endswith((b"</svg>", b"/>")) or b"<svg" not in content:
        yield Problem(name, 0, "the drawing is not whole", "export it anew")
