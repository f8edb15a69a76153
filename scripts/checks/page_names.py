"""Checks that ids and English URLs are in English and follow the pattern of similar pages.

Both are permanent once an edition is published, and a Norwegian one looks right to whoever edits
the Norwegian page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cache, partial

from scripts.checks.docs_files import slugify
from scripts.common.problems import Kind, Problem
from scripts.common.slugs import SLUG_FORM
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.neighbours import english_folder, id_prefix, is_name
from scripts.content.pages import Site, SourcePage
from scripts.content.prose import running_text
from scripts.language.folding import fold
from scripts.language.locales import ENGLISH, NORWEGIAN

_FORM = re.compile(rf"{SLUG_FORM}(?:/{SLUG_FORM})*/?")


def check_page_names(site: Site) -> list[Problem]:
    """Report URLs and ids with a Norwegian word, and ids without the prefix of the page type.

    Malformed ones are reported by the schema, ids that differ between the languages by
    front_matter.py.
    """
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    folders = _folders(site)
    # Pages of one type in one folder share a prefix, which takes a look at all pages.
    prefix_of = cache(partial(id_prefix, site))
    problems = []
    for key, page in english.items():
        url, counterpart = page.text("url"), norwegian.get(key)
        if url and _FORM.fullmatch(url) and (fix := _url_fix(page, counterpart, folders)):
            line = page.front_matter.line(("url",))
            what = f'the English address "{url}" is Norwegian'
            problems.append(Problem(page.path, line, what, fix))
    for page in [*norwegian.values(), *(each for each in english.values() if each.only)]:
        counterpart = english.get(page.key)
        if counterpart and counterpart.id != page.id:
            continue
        if _FORM.fullmatch(page.id) and (fault := _id_fault(page, counterpart, folders, prefix_of)):
            line = page.front_matter.line(("id",))
            problems.append(Problem(page.path, line, *fault, kind=Kind.UNFIT_ID, about=page.id))
    return problems


def _folders(site: Site) -> dict[str, str]:
    """Map the folders of docs/no to their English name, if that differs."""
    names = {posixpath.dirname(key).partition("/")[0] for key in site.of(NORWEGIAN)} - {""}
    english_names = {name: english_folder(site, name) for name in names}
    return {name: english for name, english in english_names.items() if english and english != name}


def _url_fix(page: SourcePage, counterpart: SourcePage | None, folders: Mapping[str, str]) -> str:
    """Return the remedy for a URL with a Norwegian folder or name, "" if there is none."""
    first, slash, rest = page.text("url").partition("/")
    if slash and first in folders:
        return f'write "url: {folders[first]}/{rest}"'
    name = page.text("url").rstrip("/").rpartition("/")[2]
    if counterpart and _is_norwegian(page, name):
        return f"end it with the name in English, such as {_slug_of_title(page.title)}/"
    return ""


def _id_fault(
    page: SourcePage,
    counterpart: SourcePage | None,
    folders: Mapping[str, str],
    prefix_of: Callable[[str, str], str],
) -> tuple[str, str] | None:
    """Return what is wrong with an id and the remedy, or None."""
    where = " in both languages" if counterpart else ""
    first, _, rest = page.id.partition("-")
    prefix = prefix_of(posixpath.dirname(page.key), page.kind)
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
    if counterpart and _is_norwegian(counterpart, page.id.removeprefix(prefix)):
        name = f"{prefix}{_slug_of_title(counterpart.title)}"
        return f'the id "{page.id}" is Norwegian', f"write it in English{where}, such as {name}"
    return None


def _is_norwegian(page: SourcePage, name: str) -> bool:
    """Whether a name is that of the Norwegian file and does not occur on the English page.

    Names of places and books are the same in both languages, and so are many words, such as
    workshop.
    """
    file = posixpath.basename(page.key).removesuffix(".md")
    if file == "index":
        file = posixpath.basename(posixpath.dirname(page.key))
    if name != file or is_name(page.kind) or not page.title:
        return False
    words = {fold(word) for word in name.split("-")}
    words_on_page = _words(running_text(page.body, page.locale.code))
    return not words & _words(page.title) and not words <= words_on_page


def _words(text: str) -> set[str]:
    return {fold(word) for word in re.findall(r"\w+", text)}


def _slug_of_title(title: str) -> str:
    return "-".join(slugify(title.replace("’", "")).split("-")[:5])
