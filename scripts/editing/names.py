"""Looks up a page by its path, with or without docs/ and language, or by its id."""

from __future__ import annotations

import re

from scripts.common.problems import Problem, ProblemsFound, did_you_mean
from scripts.content.pages import Site, SourcePage
from scripts.language.locales import LOCALES

_PREFIX = re.compile(r"^(?:\./)?(?:docs/)?(?:(?:no|en)/)?")


def bare(typed: str) -> str:
    """A path without docs/, language and extension: `metoden/kritikk`."""
    return _PREFIX.sub("", typed.strip()).removesuffix(".md").strip("/")


def find_page(site: Site, typed: str, argument: str) -> list[SourcePage]:
    """The page in each of its languages, Norwegian first; `argument` names it in messages.

    Raises:
        ProblemsFound: a page cannot be read, or there is no such page.
    """
    if site.problems:
        raise ProblemsFound(site.problems)
    name = bare(typed)
    keys = (f"{name}.md", f"{name}/index.md" if name else "index.md")
    for key in keys:
        if pages := counterparts(site, key):
            return pages
    pages = [page for locale in LOCALES if (page := site.by_id(locale).get(name))]
    if pages:
        return pages
    known = {page.key.removesuffix(".md") for page in site.pages} | {page.id for page in site.pages}
    fix = did_you_mean(name, known) or "name it by its path, such as metoden/kritikk"
    raise ProblemsFound([Problem(argument, 0, f'unknown page "{typed}"', fix)])


def counterparts(site: Site, key: str) -> list[SourcePage]:
    """The pages with this key (path within the language), Norwegian first."""
    return [page for locale in LOCALES if (page := site.of(locale).get(key))]
