"""The steps in the copy for each screenshot, in the order of an editor's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from playwright.sync_api import Locator

from scripts.content.pages import SourcePage
from scripts.content.records import Guide
from scripts.devtools.guide.camera import Camera, Picture
from scripts.devtools.guide.faults import corrected, misspelt_link, write
from scripts.devtools.guide.files import forms, parts
from scripts.devtools.guide.preview import HOSTING, Preview
from scripts.language.locales import ENGLISH, LOCALES, NORWEGIAN, Locale

# Selector and start of the HTML of the bar (scripts/pipeline/preview_server.py), and of the notice
# (overrides/main.html).
_BAR, _BAR_BEGINS = "body > div[role=status]", '<div role="status" style="position:fixed'
_NOTICE, _NOTICE_BEGINS = "p.notice[role=note]", '<p class="notice" role="note"'
_DESK = "desk/"


@dataclass(frozen=True)
class Session:
    """The context of all steps: the project, its copy in a preview, a window, texts and pages."""

    root: Path
    copy: Path
    preview: Preview
    camera: Camera
    templates: Environment
    guide: Guide
    pages: dict[str, SourcePage]

    def visit(self, page: SourcePage) -> None:
        """Go to a page of the preview."""
        self.camera.visit(self.preview.address + page.url)

    def find(self, selector: str) -> Locator:
        """The first visible match on the page."""
        return self.camera.page.locator(selector).first

    def text(self, page: SourcePage) -> str:
        """The source of a page in the original project."""
        return (self.root / page.path).read_text(encoding="utf-8")


def take_all(session: Session) -> Iterator[Picture]:
    """Take every screenshot of the guide, in both languages.

    Raises:
        ProblemsFound: the subject of a screenshot was not visible.
    """
    for locale in LOCALES:
        yield from _edit_link(session, locale)
        yield from _files(session, locale)
        yield from _fault_and_fix(session, locale)
    yield from _waits_and_desk(session)
    for locale in LOCALES:
        yield from _forms(session, locale)


def _edit_link(session: Session, locale: Locale) -> Iterator[Picture]:
    page = session.pages[locale.code]
    session.preview.until(page.url, lambda html: HOSTING in html, "a link to edit the page")
    session.visit(page)
    link = session.find(f"footer a[href^='{HOSTING}']")
    file = (link.get_attribute("href") or "").removeprefix(HOSTING)
    yield session.camera.take("edit-link", locale.code, link, label=file)


def _files(session: Session, locale: Locale) -> Iterator[Picture]:
    for code, page in session.pages.items():
        html = session.templates.get_template("guide-file.html").render(
            path=page.path,
            parts=parts(session.text(page)),
            leave=session.guide["leave"][locale.code],
            write=session.guide["write"][locale.code],
            lang=page.locale.lang,
        )
        session.camera.draw(html)
        yield session.camera.take(f"file-{code}", locale.code, session.find("main"), label=None)


def _fault_and_fix(session: Session, locale: Locale) -> Iterator[Picture]:
    page = session.pages[locale.code]
    good = session.text(page)
    slip = misspelt_link(page, good)
    report = f"{page.path}:{slip.line}: "
    write(session.copy, page, slip.text)
    session.preview.until(page.url, lambda html: report in _bar(html), f'"{report}"')
    session.visit(page)
    link = session.camera.page.locator(".text a", has_text=slip.words).first
    yield session.camera.take("fault", locale.code, link, session.find(_BAR))
    write(session.copy, page, good)
    session.preview.until(page.url, lambda html: bool(html) and not _bar(html), "no fault")
    session.visit(page)
    yield session.camera.take("mended", locale.code, link)


def _bar(html: str) -> str:
    return html.partition(_BAR_BEGINS)[2]


def _waits_and_desk(session: Session) -> Iterator[Picture]:
    page = session.pages[NORWEGIAN.code]
    counterpart = session.pages[ENGLISH.code]
    write(session.copy, page, corrected(page, session.text(page), session.guide["addition"]))
    session.preview.until(counterpart.url, lambda html: _NOTICE_BEGINS in html, "a notice")
    session.visit(counterpart)
    for locale in LOCALES:
        yield session.camera.take("waits", locale.code, session.find(_NOTICE))
    session.preview.until(_DESK, lambda html: counterpart.path in html, f'"{counterpart.path}"')
    session.camera.visit(session.preview.address + _DESK)
    item = session.camera.page.locator("main li", has_text=counterpart.path).first
    for locale in LOCALES:
        yield session.camera.take("desk", locale.code, item)


def _forms(session: Session, locale: Locale) -> Iterator[Picture]:
    html = session.templates.get_template("guide-forms.html").render(forms=forms(session.root))
    session.camera.draw(html)
    names = session.camera.page.locator("h2").all()
    yield session.camera.take("forms", locale.code, *names)
