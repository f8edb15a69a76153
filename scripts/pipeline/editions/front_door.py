"""The root of the branch: an entry page that redirects to the reader's language, and a 404."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mike import git_utils

from scripts.common.paths import Project
from scripts.common.problems import ProblemsFound
from scripts.content.permanent_ids import LATEST
from scripts.figures.icons import LOGO_PATH, favicon, read_logo
from scripts.language.locales import LOCALES, Locale
from scripts.language.messages import Messages, load_entries, messages_for
from scripts.pipeline.editions.run import EDITION
from scripts.web.content_security import CHARSET, with_policy
from scripts.web.critical_css import StyleSheet
from scripts.web.tokens import read_tokens


def add_front_door(root: Path, beside: Mapping[str, str | bytes]) -> None:
    """Commit index.html, 404.html and the other files of the root to the scratch ref.

    Raises:
        ProblemsFound: the words of the interface cannot be read.
        GitError: mike cannot commit.
    """
    files: dict[str, str | bytes] = {
        name: render_page(root, name, alias=LATEST, languages=languages(root))
        for name in ("index.html", "404.html")
    }
    add_files({**files, **beside})


def add_files(texts: Mapping[str, str | bytes]) -> None:
    """Commit files at the root of the branch to the scratch ref.

    Raises:
        GitError: mike cannot commit.
    """
    with git_utils.Commit(EDITION, "Beside the editions", allow_empty=True) as commit:
        for name, text in texts.items():
            commit.add_file(git_utils.FileInfo(name, text))


def root_icon(root: Path) -> dict[str, bytes]:
    """The favicon that browsers request from the root of a host, if the project has a logo."""
    path = root / LOGO_PATH
    drawn = favicon(read_logo(path.read_text(encoding="utf-8"))) if path.is_file() else None
    return {"favicon.ico": drawn} if drawn else {}


def render_page(root: Path, name: str, **values: Any) -> str:
    """Render a template of the branch's root."""
    folder = root / "overrides" / "branch-root"
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, keep_trailing_newline=True
    )
    # Without rules that select a class: these pages have none.
    css = StyleSheet(read_tokens(Project(root)).for_browsers).used(set(), set())
    page = environment.get_template(name).render(tokens=Markup(css), **values)
    return with_policy(page) if CHARSET in page else page  # owners may replace the template


def languages(root: Path) -> list[tuple[Locale, Messages]]:
    """The languages of the site, each with its interface messages.

    Raises:
        ProblemsFound: the words of the interface cannot be read.
    """
    entries, problems = load_entries(Project(root))
    if problems:
        raise ProblemsFound(problems)
    return [(locale, messages_for(entries, locale)) for locale in LOCALES]
