"""Checks the front matter, translations, ids and URLs of the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from scripts.checks.own_keys import check_keys, check_own_keys
from scripts.checks.page_names import check_page_names
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, did_you_mean
from scripts.content.page_cache import cached_per_page, digest, file_digest
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import LISTS, OWN_LISTS, placeholders
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, other

_FRONT_PAGE = "index.md"
_SAME_IN_COUNTERPARTS = (
    "id", "kind", "record", "number", "minutes", "people", "relations", "contents",
)  # fmt: skip


def check_pages(site: Site, project: Project, records: dict[str, set[str]]) -> list[Problem]:
    """Check everything about a page but its text; `records` maps data files to record ids."""
    problems: list[Problem] = []
    reported: dict[str, set[str]] = {}
    schema = project.schema("page")
    of_schema, of_records = (
        file_digest(schema),
        digest(*((name, sorted(ids)) for name, ids in sorted(records.items()))),
    )
    of_keys = cached_per_page(
        site.root,
        "schema",
        site.pages,
        lambda page: check_keys(page, schema),
        lambda _: of_schema,
        of_keys=True,
    )
    told = {page.path: found for page, found in zip(site.pages, of_keys, strict=True)}
    by_page = cached_per_page(
        site.root,
        "front-matter",
        site.pages,
        lambda page: check_own_keys(page, told[page.path], records),
        lambda _: (of_schema, of_records),
    )
    for page, (found, faulty) in zip(site.pages, by_page, strict=True):
        problems += found
        if faulty is not None:
            reported[page.path] = set(faulty)
    repeated = {key: _repeated(site.pages, key) for key in ("id", "url")}
    for key, twice in repeated.items():
        for problem in twice:
            # The key then also differs from that of the translation, which is no second fault.
            reported.setdefault(problem.path, set()).add(key)
    problems += [*check_counterparts(site, reported), *repeated["id"], *repeated["url"]]
    problems += [*check_page_names(site), *check_front_page(site)]
    return problems


def check_counterparts(site: Site, reported: Mapping[str, set[str]]) -> list[Problem]:
    """Report pages without a translation (unless they say why), and translations that differ.

    `reported` maps the path of each page to keys that are reported already.
    """
    problems = []
    for locale in LOCALES:
        ours, theirs = site.of(locale), site.of(other(locale))
        for key in sorted(set(ours) - set(theirs)):
            if ours[key].only:
                continue
            missing = f"docs/{other(locale).code}/{key}"
            near = did_you_mean(key, set(theirs) - set(ours))
            fix = f"write {missing}" + (f" ({near})" if near else "")
            path, what = ours[key].path, "the page is missing in the other language"
            problems.append(Problem(path, 0, what, fix, kind=Kind.NO_TRANSLATION, about=key))
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    keys = sorted(set(norwegian) & set(english))
    of_pairs = cached_per_page(
        site.root,
        "same-lists",
        [english[key] for key in keys],
        lambda page: _same_lists(norwegian[page.key], page),
        lambda page: norwegian[page.key].digest,
    )
    lists = dict(zip(keys, of_pairs, strict=True))
    for key in keys:
        original, counterpart = norwegian[key], english[key]
        problems += lists[key]
        if not original.meta or not counterpart.meta:
            continue
        known = reported.get(original.path, set()) | reported.get(counterpart.path, set())
        for name in _SAME_IN_COUNTERPARTS:
            first, second = original.meta.get(name), counterpart.meta.get(name)
            if first == second or name in known:
                continue
            what = f'{name} is "{second}", but "{first}" in {original.path}'
            if name not in counterpart.meta:
                what = f'the key "{name}" is missing, but stands in {original.path}'
            elif name not in original.meta:
                what = f'the key "{name}" stands here, but not in {original.path}'
            line = counterpart.front_matter.line((name,))
            problems.append(Problem(counterpart.path, line, what, "make the two the same"))
    return problems


def check_front_page(site: Site) -> list[Problem]:
    """Report a missing front page: without one, no site can be built.

    If the other language has one, `check_counterparts` reports it instead.
    """
    return [
        Problem(
            f"docs/{locale.code}/{_FRONT_PAGE}",
            0,
            "the front page is missing",
            "put it back, or write one",
            kind=Kind.NO_FRONT,
            about=_FRONT_PAGE,
        )
        for locale in LOCALES
        if _FRONT_PAGE not in site.of(locale)
        and ((counterpart := site.of(other(locale)).get(_FRONT_PAGE)) is None or counterpart.only)
    ]


def _same_lists(original: SourcePage, counterpart: SourcePage) -> list[Problem]:
    """Report list placeholders that only one of the two languages has."""
    problems: list[Problem] = []
    shown = {each.name for page in (original, counterpart) for each in placeholders(page.body)}
    if not shown <= {*LISTS, *OWN_LISTS}:
        # A misspelt name is reported already; that the translation lacks it would be noise.
        return problems
    for page, other_page in ((original, counterpart), (counterpart, original)):
        named = {placeholder.name for placeholder in placeholders(other_page.body)}
        problems += [
            Problem(
                page.path,
                placeholder.line,
                f"{{{{ {placeholder.name} }}}} stands in one language alone",
                fix,
            )
            for placeholder in placeholders(page.body, page.body_line)
            if placeholder.name not in named and page.readable and other_page.readable
            for fix in [f"put it in {other_page.path} as well"]
        ]
    return problems


def _repeated(pages: Iterable[SourcePage], key: str) -> list[Problem]:
    groups: dict[tuple[str, str], list[SourcePage]] = defaultdict(list)
    for page in pages:
        value = page.id if key == "id" else page.url
        if not page.meta or (key == "id" and not value):
            continue
        if key == "url" and page.locale is ENGLISH and not isinstance(page.meta.get("url"), str):
            continue
        groups[page.locale.code if key == "id" else "", value].append(page)
    problems = []
    for (_, value), group in groups.items():
        for page in group[1:] if len(group) > 1 else []:
            line = page.front_matter.line((key,)) if key in page.meta else 0
            shown = f"/{value}" if key == "url" else value
            noun = "address" if key == "url" else "id"
            message = f'{group[0].path} has the same {noun}, "{shown}"'
            problems.append(Problem(page.path, line, message, f"give one of them another {noun}"))
    return problems
