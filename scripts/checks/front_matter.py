"""Checks the front matter, translations, ids and URLs of the pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from scripts.checks.page_names import check_page_names
from scripts.common.json_schema import check_schema, faulty_keys
from scripts.common.paths import Project
from scripts.common.problems import Kind, Problem, did_you_mean, listed
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.pages import Site, SourcePage
from scripts.content.placeholders import LISTS, OWN_LISTS, placeholders
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, other

# Keys of English pages only: Norwegian URLs follow from file names, and only a translation has
# an original.
_ENGLISH_ONLY = ("url", "original")
_FRONT_PAGE = "index.md"
_SAME_IN_COUNTERPARTS = (
    "id", "kind", "record", "number", "minutes", "people", "relations", "contents",
)  # fmt: skip


def check_pages(site: Site, project: Project, records: dict[str, set[str]]) -> list[Problem]:
    """Check everything about a page but its text; `records` maps data files to record ids."""
    problems: list[Problem] = []
    reported: dict[str, set[str]] = {}
    schema = project.schema("page")
    for page in site.pages:
        misfits = [] if page.front_matter.data is None else check_schema(page.front_matter, schema)
        problems += misfits
        if not isinstance(page.front_matter.data, dict):
            problems += _placeholders(page, OWN_LISTS)
            continue
        faulty = faulty_keys(page.front_matter, schema) if misfits else set()
        found = [] if "kind" in faulty else _other_type(page, records)
        if found:
            faulty |= {"kind", "record"}
        elif found := _record_problems(page, records, faulty):
            faulty.add("record")
        # Without a page type we cannot know whether the page has a record.
        has_record = "kind" in faulty or page.kind in {"", *BY_PAGE_TYPE}
        problems += [*_placeholders(page, OWN_LISTS if has_record else ()), *found]
        problems += _own_language(page, faulty)
        reported[page.path] = faulty
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
            mend = f"write {missing}" + (f" ({near})" if near else "")
            path, what = ours[key].path, "the page is missing in the other language"
            problems.append(Problem(path, 0, what, mend, kind=Kind.NO_TRANSLATION, about=key))
    norwegian, english = site.of(NORWEGIAN), site.of(ENGLISH)
    for key in sorted(set(norwegian) & set(english)):
        original, counterpart = norwegian[key], english[key]
        problems += _same_lists(original, counterpart)
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
                mend,
            )
            for placeholder in placeholders(page.body, page.body_line)
            if placeholder.name not in named and page.readable and other_page.readable
            for mend in [f"put it in {other_page.path} as well"]
        ]
    return problems


def _own_language(page: SourcePage, reported: Collection[str]) -> list[Problem]:
    problems = []
    english = page.locale is ENGLISH
    for key in _ENGLISH_ONLY:
        if key in page.meta and not english:
            line = page.front_matter.line((key,))
            mend = "take it away: Norwegian addresses follow the file names"
            problems.append(Problem(page.path, line, f'"{key}" is for English pages', mend))
    if english and "url" not in page.meta and "url" not in reported:
        mend = 'add the English address, for example "url: phases/anchoring/"'
        problems.append(Problem(page.path, 1, 'the key "url" is missing', mend))
    return problems


def _other_type(page: SourcePage, records: dict[str, set[str]]) -> list[Problem]:
    """A problem if record and id of a page are those of another page type than its own."""
    record, ours = page.text("record"), BY_PAGE_TYPE.get(page.kind)
    types = [each for each, name in BY_PAGE_TYPE.items() if record in records.get(name, ())]
    if ours not in (files := {BY_PAGE_TYPE[each] for each in types}) and len(files) != 1:
        return []
    # Two pages of one record differ by the end of the id.
    end = "-knowledge"
    right = [each for each in types if each.endswith(end) == page.id.endswith(end)]
    if page.kind in right or not right:
        return []
    said = f'record "{record}" is one of data/{BY_PAGE_TYPE[right[0]]}.yml'
    said = f'id "{page.id}" is that of a {right[0]}' if ours in files else said
    what, mend = f'kind is "{page.kind}", but the {said}', f"write kind: {listed(right)}"
    line = page.front_matter.line(("kind",))
    return [Problem(page.path, line, what, mend, kind=Kind.OTHER_TYPE, about=page.kind)]


def _record_problems(
    page: SourcePage, records: dict[str, set[str]], reported: Collection[str]
) -> list[Problem]:
    name = BY_PAGE_TYPE.get(page.kind)
    if name is None or ("record" in reported and "record" not in page.meta):
        return []
    known = records.get(name, set())
    record = page.text("record")
    if "record" not in page.meta:
        mend = f"add the id of its record in data/{name}.yml"
        return [Problem(page.path, 1, f'a {page.kind} page needs the key "record"', mend)]
    if record and known and record not in known:
        mend = did_you_mean(record, known) or f"add its record to data/{name}.yml, or mend the id"
        line = page.front_matter.line(("record",))
        return [Problem(page.path, line, f'unknown record "{record}"', mend)]
    return []


def _placeholders(page: SourcePage, of_record: Collection[str]) -> list[Problem]:
    """Report unknown lists; `of_record` are those that the page may have besides the common."""
    known = (*LISTS, *of_record)
    return [
        Problem(
            page.path,
            placeholder.line,
            f'unknown list "{placeholder.name}"',
            did_you_mean(placeholder.name, known) or f"use one of: {', '.join(known)}",
        )
        for placeholder in placeholders(page.body, page.body_line)
        if placeholder.name not in known
    ]


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
