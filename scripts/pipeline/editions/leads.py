"""Writes files at published addresses that changed: redirects, copies and explanations."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.content.permanent_ids import LATEST
from scripts.language.locales import LOCALES, Locale
from scripts.language.messages import Messages
from scripts.pipeline.editions.front_door import languages, render_page
from scripts.pipeline.editions.kept import Keeper, Lead
from scripts.pipeline.editions.ledger import INDEX, Address, Ledger
from scripts.pipeline.editions.mend import address
from scripts.pipeline.editions.notices import RENDERERS, locale_of, notice_file, withdrawn_text

_SCRIPT = "assets/js/moved.js"


@dataclass(frozen=True)
class Withdrawn:
    """An edition that is being withdrawn; addresses that only it had explain this."""

    version: str
    day: str


@dataclass(frozen=True)
class _Gone:
    """The explanation of an address that leads nowhere, in one language (see `FileNotice`)."""

    locale: Locale
    title: str
    text: str
    page: Callable[[_Gone], str]

    @property
    def printed(self) -> str:
        return self.page(self)

    @property
    def data(self) -> dict[str, str]:
        return {"gone": self.text}


def write_leads(
    root: Path, site: Path, keeper: Keeper, ever: Ledger, public: str,
    withdrawn: Withdrawn | None = None, standing: tuple[str, ...] = (),
) -> dict[str, str]:  # fmt: skip
    """Write a file at each address that has changed.

    Args:
        root: The project.
        site: The built site, which holds the targets.
        keeper: The resolved targets.
        ever: The addresses of all editions.
        public: The address of the site.
        withdrawn: The edition being withdrawn, whose own addresses have no target.
        standing: The editions that are still available.

    Returns:
        The target of each address, "" for none.
    """
    words = dict(languages(root))
    names = _titles(site)
    for path, lead in keeper.leads.items():
        published, target = ever[path], site / path
        locale = next((each for each in LOCALES if each.lang == published.lang), locale_of(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        kind = PurePosixPath(path).suffix
        if lead.to and kind == ".html":
            link = _relative(path, lead.to) + (f"#{lead.anchor}" if lead.anchor else "")
            page = render_page(
                root, "moved.html", locale=locale, t=words[locale], page_id=published.page,
                link=link, label=names.get(address(lead.to), address(lead.to)),
                canonical=f"{public}{LATEST}/{address(lead.to)}", script=_relative(path, _SCRIPT),
            )  # fmt: skip
            target.write_text(page, encoding="utf-8")
        elif lead.to and PurePosixPath(lead.to).suffix == kind:
            target.write_bytes((site / lead.to).read_bytes())
        else:
            gone = _gone(root, path, lead, published, locale, words[locale], withdrawn, standing)
            if kind == ".html":
                target.write_text(gone.printed, encoding="utf-8")
            elif kind in RENDERERS:  # images cannot carry a notice: the 404 page answers
                target.write_bytes(notice_file(kind, gone))
    return {path: lead.to for path, lead in keeper.leads.items()}


def _gone(
    root: Path, path: str, lead: Lead, published: Address, locale: Locale, words: Messages,
    withdrawn: Withdrawn | None, standing: tuple[str, ...],
) -> _Gone:  # fmt: skip
    text = (lead.reason or {}).get(locale.code, "")
    title = words("gone")
    if withdrawn and not text:
        title = words("withdrawn")
        text = withdrawn_text(withdrawn.version, withdrawn.day, words, locale)
    before = None
    if published.edition in standing:
        up = "../" * (path.count("/") + 1)
        before = {"edition": published.edition, "link": f"{up}{published.edition}/{address(path)}"}

    def page(notice: _Gone) -> str:
        return render_page(
            root, "gone.html", locale=locale, t=words, notice=notice, page_id=published.page,
            home=_relative(path, f"{locale.prefix}{INDEX}"), before=before,
        )  # fmt: skip

    return _Gone(locale, title, text, page)


def _relative(path: str, to: str) -> str:
    """A link to a path of the edition, relative to another."""
    target = address(to)
    relative = posixpath.relpath(target or ".", posixpath.dirname(path) or ".")
    return f"{relative}/" if to.endswith(INDEX) else relative


def _titles(site: Path) -> dict[str, str]:
    """The titles of the pages by address."""
    catalogue = site / "data" / "pages.json"
    if not catalogue.is_file():
        return {}
    pages = json.loads(catalogue.read_text(encoding="utf-8")).get("pages", [])
    return {page["url"]: page["title"] for page in pages if "title" in page}
