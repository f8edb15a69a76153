"""The HTML of a document to print: a template of overrides/print filled for one language."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import segno
from jinja2 import Environment, FileSystemLoader
from lxml.html import HtmlElement
from markupsafe import Markup

from scripts.bibliography.csl_items import Imprint
from scripts.common.paths import Project
from scripts.content.pages import SourcePage
from scripts.content.records import RecordSets
from scripts.documents.catalogue import Document
from scripts.documents.pdf import paper_text
from scripts.documents.pdf.bound import bound
from scripts.documents.pdf.notes import ANCHOR
from scripts.language.formats import written_date
from scripts.language.locales import Locale
from scripts.language.messages import Messages
from scripts.web.article import Article
from scripts.web.no_break import no_break_html
from scripts.web.tokens import read_tokens


@dataclass(frozen=True)
class Language:
    """What the documents of one language are made from.

    `articles` holds the text of each page by id, `days` the day of the last
    change by path, `reference` says how a document is cited, and `site` is the folder
    in which the pictures of pages lie.
    """

    project: Project
    locale: Locale
    words: Messages
    imprint: Imprint
    articles: Mapping[str, Article]
    pages: Mapping[str, SourcePage]
    records: RecordSets
    days: Mapping[str, str]
    reference: Callable[[Document, str | None], Markup]
    site: Path

    def article(self, page_id: str) -> HtmlElement:
        """The text of a page as a tree of its own."""
        return self.articles[page_id].tree()

    def address(self, page: SourcePage) -> str:
        """The address that links lead to: of the page in the newest edition.

        So a paper whose text stays the same stays the same in the next edition too.
        """
        return self.imprint.newest + page.url

    def day(self, *pages: SourcePage) -> str | None:
        """When the newest of some pages was changed."""
        return max((self.days[page.path] for page in pages if page.path in self.days), default=None)

    def opened(self, root: HtmlElement, page: SourcePage) -> HtmlElement:
        """A page's tree for paper: links lead to the site, pictures are in the document."""
        for picture in root.xpath(".//img[@src]"):
            picture.set("src", _inlined(self.picture(picture.get("src"), page)))
        return paper_text.opened(root, lambda href: self.absolute(href, page))

    def absolute(self, href: str, page: SourcePage) -> str:
        """An address on a page, as one that works from anywhere."""
        return href if href.startswith(f"#{ANCHOR}") else urljoin(self.address(page), href)

    def picture(self, src: str, page: SourcePage) -> Path:
        """The file of a picture on a page, `src` being its address there."""
        return self.site / urlsplit(urljoin(f"/{page.url}", src)).path.lstrip("/")


def _inlined(picture: Path) -> str:
    kind = mimetypes.guess_type(picture.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(picture.read_bytes()).decode()}"


def render(made: Language, document: Document, look: str = "", **values: Any) -> str:
    """A document as HTML, with what all of them say of themselves.

    `look` names the classes of one of several ways to set it. The address printed on it is
    that of `newest`, or of its own page.
    """
    page = document.page
    address = made.imprint.lasting(values.pop("newest", page))
    day = values.pop("day", None) or made.day(page)
    reference = made.reference(document, day)
    template = environment(made.project).get_template(f"{document.kind}.html")
    html = template.render(
        document=document,
        look=look,
        page=page,
        t=made.words,
        code=made.locale.code,
        lang=made.locale.lang,
        title=document.title(made.words),
        site_name=made.imprint.name,
        edition=made.imprint.edition,
        day=day,
        date=written_date(day, made.locale.code) if day else None,
        address=address,
        shown_address=shown(address),
        qr=qr(address),
        reference=reference,
        page_count=page_count(made.words("print.page-of")),
        **values,
    )
    return no_break_html(bound(html))


@cache
def environment(project: Project) -> Environment:
    """The templates of the printed documents."""
    found = Environment(
        loader=FileSystemLoader(project.print_templates),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["css_string"] = css_string
    found.globals["colours"] = read_tokens(project).light
    return found


def css_string(text: str) -> Markup:
    """A text as a string in CSS."""
    return Markup('"' + re.sub(r'["\\<\n]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"')


def page_count(pattern: str) -> Markup:
    """“page {page} of {pages}” as the content of a margin in CSS."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = re.split(r"(\{pages?\})", pattern)
    return Markup(" ".join(counters.get(part) or css_string(part) for part in parts if part))


def shown(address: str) -> str:
    """An address as readers type it."""
    return re.sub(r"^https?://(www\.)?|/$", "", address)


@cache
def qr(address: str) -> str:
    """An address as a picture that a phone reads: drawn once, it stands on several papers."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=2))
