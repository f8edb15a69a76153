"""Checks that the sources and pages which records refer to exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.common.slugs import SLUG
from scripts.common.yaml_lines import Where, YamlText
from scripts.content.datasets import Datasets
from scripts.content.near_pages import near_id
from scripts.content.pages import Site

_HOST = re.compile(r"^https?://[^/]*/")


def check_references(
    loaded: Datasets, source_ids: set[str], page_ids: set[str] | None, site: Site
) -> list[Problem]:
    """Report references from records to unknown sources and pages.

    Records with other faults are included, so that everything is reported at once. If `page_ids`
    is None, pages are not checked, since not all of them are known.
    """
    problems = []
    for parsed, where, id_ in loaded.source_ids():
        if id_ not in source_ids and SLUG.fullmatch(id_):
            fix = did_you_mean(id_, source_ids) or "add it to data/sources.yml"
            problems.append(
                Problem(parsed.path, parsed.line(where), f'unknown source "{id_}"', fix)
            )
    addresses = page_addresses(site) if page_ids is not None else {}
    for parsed, where, page in _named_pages(loaded):
        if page_ids is None or page in page_ids:
            continue
        meant = addresses.get(_address(page), "")
        if not meant and not SLUG.fullmatch(page):
            continue
        what, kind = f'unknown page "{page}"', Kind.UNKNOWN_PAGE
        fix = near_id(page, page_ids) or "write the page, or take the key away"
        if meant:
            what, kind = f'"{page}" is the address of a page', Kind.ADDRESS
            fix = f"write the id of the page: {meant}"
        line = parsed.line(where)
        problems.append(Problem(parsed.path, line, what, fix, kind=kind, about=page))
    return problems


def _named_pages(loaded: Datasets) -> Iterator[tuple[YamlText, Where, str]]:
    for name, parsed in loaded.files.items():
        for number, record in loaded.as_written(name):
            if isinstance(page := record.get("page"), str):
                yield parsed, (number, "page"), page
            for at, id_ in enumerate(record_pages(record)):
                yield parsed, (number, "pages", at), id_


def page_addresses(site: Site) -> dict[str, str]:
    """Map what people write instead of a page id to that id: path or URL, or a suffix of either.

    A suffix that several pages share is left out.
    """
    ids_by_suffix: dict[str, set[str]] = {}
    for page in site.pages:
        if not page.id:
            continue
        for whole in (page.path.removesuffix(".md"), page.url.strip("/")):
            parts = whole.split("/") if whole else []
            for start in range(len(parts)):
                ids_by_suffix.setdefault("/".join(parts[start:]), set()).add(page.id)
    return {end: next(iter(ids)) for end, ids in ids_by_suffix.items() if len(ids) == 1}


def _address(typed: str) -> str:
    text = _HOST.sub("", typed.partition("#")[0])
    return re.sub(r"^(?:\.{1,2}/)+", "", text.strip("/ ").removesuffix(".md"))


def record_pages(record: Mapping[str, object]) -> list[str]:
    """Return the page ids in a record's `pages` (in publications that is a page count)."""
    pages = record.get("pages")
    return [str(page) for page in pages] if isinstance(pages, list) else []
