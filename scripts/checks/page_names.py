"""Ids and English addresses are in English and named as those of their neighbours.

Both are given away for good once an edition is published, and look right to whoever reads the
Norwegian page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from scripts.checks.docs_files import plain_name
from scripts.common.problems import Problem
from scripts.common.slugs import SLUG_FORM
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.neighbours import english_folder, id_prefix, is_name
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import running_text
from scripts.language.folding import fold
from scripts.language.locales import ENGLISH, NORWEGIAN

_FORM = re.compile(rf"{SLUG_FORM}(?:/{SLUG_FORM})*/?")


def check_names(site: Site) -> list[Problem]:
    """Addresses and ids with a Norwegian word, and ids that do not say what the page is.

    Those of another form are told of by the schema, ids that differ between twins elsewhere.
    """
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    folders = _folders(site)
    problems = []
    for key, page in english.items():
        url, twin = page.text("url"), norwegian.get(key)
        if url and _FORM.fullmatch(url) and (mend := _address(page, twin, folders)):
            line = page.front_matter.line(("url",))
            what = f'the English address "{url}" is Norwegian'
            problems.append(Problem(page.path, line, what, mend))
    for page in [*norwegian.values(), *(each for each in english.values() if each.only)]:
        twin = english.get(page.key)
        if twin and twin.id != page.id:
            continue
        if _FORM.fullmatch(page.id) and (fault := _id(site, page, twin, folders)):
            line = page.front_matter.line(("id",))
            problems.append(Problem(page.path, line, *fault))
    return problems


def _folders(site: Site) -> dict[str, str]:
    """What the folders of docs/no are called in English, where that is something else."""
    names = {posixpath.dirname(key).partition("/")[0] for key in site.of(NORWEGIAN)} - {""}
    found = {name: english_folder(site, name) for name in names}
    return {name: theirs for name, theirs in found.items() if theirs and theirs != name}


def _address(page: SourcePage, twin: SourcePage | None, folders: Mapping[str, str]) -> str:
    """How to mend an address with a Norwegian folder or name; "" where there is nothing to."""
    first, slash, rest = page.text("url").partition("/")
    if slash and first in folders:
        return f'write "url: {folders[first]}/{rest}"'
    name = page.text("url").rstrip("/").rpartition("/")[2]
    if twin and _is_norwegian(page, name):
        return f"end it with the name in English, such as {_such(page.title)}/"
    return ""


def _id(
    site: Site, page: SourcePage, twin: SourcePage | None, folders: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with an id, and how to mend it; None if nothing is."""
    where = " in both languages" if twin else ""
    first, _, rest = page.id.partition("-")
    prefix = id_prefix(site, posixpath.dirname(page.key), page.kind)
    if page.kind in BY_PAGE_TYPE and not page.id.startswith(prefix):
        name = page.text("record") or page.id
        end = "-knowledge" if page.kind.endswith("-knowledge") else ""
        name = f"{prefix}{name.removeprefix(prefix)}{end}"
        return f'the id "{page.id}" does not say that it is a {page.kind}', (
            f'write "id: {name}"{where}, and in data/ where it is named'
        )
    if rest and first in folders:
        name = f"{prefix or folders[first].partition('/')[0] + '-'}{rest}"
        return f'the id "{page.id}" is Norwegian', f'write "id: {name}"{where}'
    if twin and _is_norwegian(twin, page.id.removeprefix(prefix)):
        name = f"{prefix}{_such(twin.title)}"
        return f'the id "{page.id}" is Norwegian', f"write it in English{where}, such as {name}"
    return None


def _is_norwegian(page: SourcePage, name: str) -> bool:
    """Whether a name is that of the Norwegian file, and no word of the English page.

    Names of places and books are the same in both languages, and so are many words:
    a workshop is called so in both.
    """
    file = posixpath.basename(page.key).removesuffix(".md")
    if file == "index":
        file = posixpath.basename(posixpath.dirname(page.key))
    if name != file or is_name(page.kind) or not page.title:
        return False
    words = {fold(word) for word in name.split("-")}
    said = _words(running_text(page.body, page.locale.code))
    return not words & _words(page.title) and not words <= said


def _words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w+", text)}


def _such(title: str) -> str:
    return "-".join(plain_name(title.replace("’", "")).split("-")[:5])
