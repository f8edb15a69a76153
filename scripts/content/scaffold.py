"""Scaffolds a new page: two files with front matter and the headings of its type."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Any

from scripts.common.paths import Project
from scripts.common.problems import Problem, ProblemsFound, relative
from scripts.common.slugs import LONGEST_NAME
from scripts.common.yaml_lines import load_yaml
from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.neighbours import english_folder, id_prefix, is_name
from scripts.content.pages import Site, load_site
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, Locale

_PATH = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")


@dataclass(frozen=True)
class NewPage:
    """A scaffolded page: its files, relative to the project, and what is left to do."""

    paths: list[str]
    left: list[str]


def address_fault(path: str, typed: str, example: str) -> tuple[str, str] | None:
    """Why a path (without language and extension) cannot be part of an address, None if it can.

    `typed` is the path as typed, `example` an example of a valid one.
    """
    if not _PATH.fullmatch(path):
        fix = f"use small letters a–z, digits and hyphens, such as {example}"
        return f'"{typed}" cannot be an address', fix
    longest = max(path.split("/"), key=len)
    if len(longest) > LONGEST_NAME:
        what = f'the name "{longest[:20]}…" is too long ({len(longest)} characters)'
        return what, f"shorten it to {LONGEST_NAME} at most"
    return None


def new_page(project: Project, path: str, kind: str, url: str = "") -> NewPage:
    """Write both files of a page, named like its neighbours.

    Args:
        project: The project to add the page to.
        path: The path without language and extension, such as metoden/kritikk.
        kind: The type of the page.
        url: Its English address, such as method/criticism. Optional for pages called after a
            name (a municipality), which is the same in both languages.

    Raises:
        ProblemsFound: the type is unknown, the path or address is invalid or taken, or the
            English address is missing; nothing is written then.
    """
    path = re.sub(r"^(?:\./)?(?:docs/)?(?:(?:no|en)/)?", "", path).removesuffix(".md").strip("/")
    shapes, problems = load_yaml(project.data / "shapes.yml", project.root)
    known = shapes.data if isinstance(shapes.data, dict) else {}
    if not problems and kind not in known:
        fix = f"use one of: {', '.join(known)}"
        problems.append(Problem("--kind", 0, f'unknown kind "{kind}"', fix))
    files = {locale: project.root / "docs" / locale.code / f"{path}.md" for locale in LOCALES}
    if fault := address_fault(path, path, "metoden/kritikk"):
        problems.append(Problem("PATH", 0, *fault))
    else:  # An overlong name raises when looked up.
        problems += [
            Problem(relative(file, project.root), 0, "the page exists", "edit it instead")
            for file in files.values()
            if file.exists()
        ]
    site = load_site(project.root)
    if not problems:
        url, problems = _english_address(site, path, kind, url)
    if problems:
        raise ProblemsFound(problems)
    keys, left = _keys(project, site, path, kind, url)
    for locale, file in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(keys[locale], locale, known[kind]), encoding="utf-8")
    return NewPage([file.relative_to(project.root).as_posix() for file in files.values()], left)


def _english_address(site: Site, path: str, kind: str, url: str) -> tuple[str, list[Problem]]:
    """The English address without a trailing slash: as requested, or from the page's name."""
    folder, name = posixpath.split(path)
    english_parent = english_folder(site, folder)
    wanted = url.strip().strip("/").removeprefix("en/")
    example = posixpath.join(english_parent or "folder", "name-in-english")
    if not wanted:
        if not is_name(kind) or english_parent is None:
            what = "nobody knows what the page is called in English"
            fix = f"add URL=… with its English address (--url), such as URL={example}"
            return "", [Problem("URL", 0, what, fix)]
        wanted = posixpath.join(english_parent, name)
    if fault := address_fault(wanted, url, example):
        return "", [Problem("URL", 0, *fault)]
    if "/" not in wanted and english_parent:
        wanted = posixpath.join(english_parent, wanted)
    if english_parent is not None and posixpath.dirname(wanted) == folder != english_parent:
        what = f"{folder}/ is Norwegian"
        fix = f"write URL={english_parent}/… as its neighbours have it"
        return "", [Problem("URL", 0, what, fix)]
    taken = [page for page in site.of(ENGLISH).values() if page.text("url") == f"{wanted}/"]
    fix = "choose another"
    return wanted, [Problem(page.path, 0, f"it has the address {wanted}/", fix) for page in taken]


def _keys(
    project: Project, site: Site, path: str, kind: str, url: str
) -> tuple[dict[Locale, dict[str, str]], list[str]]:
    """The front matter by language, and what is left to do outside of the two files."""
    folder, name = posixpath.split(path)
    english = posixpath.basename(url)
    id_ = f"{id_prefix(site, folder, kind)}{english}"
    left = [f"- {path}.md in nav (mkdocs.yml), where readers should meet it"]
    keys: dict[Locale, dict[str, str]] = {}
    titles = {NORWEGIAN: _title_from_slug(name), ENGLISH: _title_from_slug(english)}
    record = ""
    if data := BY_PAGE_TYPE.get(kind):
        record_data = _record(project, data, (id_, english, name, id_.removesuffix("-knowledge")))
        record = record_data.get("id") or (english if is_name(kind) else id_)
        titles = {
            locale: _record_title(record_data, locale) or titles[locale] for locale in LOCALES
        }
        wanted = f"page: {id_} in the record {record} of data/{data}.yml"
        if not record_data:
            wanted = f"a record {record} in data/{data}.yml, with page: {id_}"
        if record_data.get("page") != id_:
            left.append(wanted)
    for locale in LOCALES:
        front_matter = {"title": titles[locale], "id": id_, "kind": kind}
        if record:
            front_matter["record"] = record
        front_matter["description"] = ""
        if locale is ENGLISH:
            front_matter["url"] = f"{url}/"
        keys[locale] = front_matter
    return keys, left


def _record(project: Project, name: str, ids: tuple[str, ...]) -> dict[str, Any]:
    """The record that a new page is about, empty where there is none yet."""
    parsed, _ = load_yaml(project.data / f"{name}.yml", project.root)
    records = parsed.data if isinstance(parsed.data, list) else []
    matches = (each for each in records if isinstance(each, dict) and each.get("id") in ids)
    return next(matches, {})


def _record_title(record: dict[str, Any], locale: Locale) -> str:
    """The name or title of a record in a language, "" where it has none."""
    for key in ("name", "title"):
        value = record.get(key)
        value = value.get(locale.code) if isinstance(value, dict) else value
        if isinstance(value, str):
            return value
    return ""


def _title_from_slug(name: str) -> str:
    text = name.replace("-", " ")
    return text[:1].upper() + text[1:]


def _text(keys: dict[str, str], locale: Locale, shape: list[dict[str, str]]) -> str:
    lines = ["---", *(f"{key}: {_yaml_value(value)}" for key, value in keys.items()), "---", "", ""]
    for heading in shape:
        mark = " .editorial" if heading.get("editorial") else ""
        lines += [f"## {heading[locale.code]} {{ #{heading['id']}{mark} }}", "", ""]
    return "\n".join(lines)


def _yaml_value(text: str) -> str:
    """A value as YAML, quoted where it could be parsed as something other than a string."""
    plain = re.fullmatch(r"[^\W\d_][\w ,./-]*|", text) and text.lower() not in _NOT_STRINGS
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_NOT_STRINGS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}
