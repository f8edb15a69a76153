"""Renders printed documents to HTML, from the templates in overrides/print."""

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
class PrintContext:
    """The inputs of the printed documents of one language.

    `articles` holds the article of each page by id, `days` the date of the last change by path,
    `reference` formats the citation of a document, and `site` is the folder of the pages' images.
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
        """The article of a page as a new tree."""
        return self.articles[page_id].tree()

    def address(self, page: SourcePage) -> str:
        """The address for links: that of the page in the newest edition.

        So a document whose text does not change is identical in the next edition.
        """
        return self.imprint.newest + page.url

    def day(self, *pages: SourcePage) -> str | None:
        """The date of the last change of any of the pages."""
        return max((self.days[page.path] for page in pages if page.path in self.days), default=None)

    def opened(self, root: HtmlElement, page: SourcePage) -> HtmlElement:
        """Prepare a page's tree for paper: absolute links, and images as data URIs."""
        for picture in root.xpath(".//img[@src]"):
            picture.set("src", _data_uri(self.picture(picture.get("src"), page)))
        return paper_text.prepare_for_paper(root, lambda href: self.absolute(href, page))

    def absolute(self, href: str, page: SourcePage) -> str:
        """An absolute URL for an address on a page."""
        return href if href.startswith(f"#{ANCHOR}") else urljoin(self.address(page), href)

    def picture(self, src: str, page: SourcePage) -> Path:
        """The file of an image on a page; `src` is its address there."""
        return self.site / urlsplit(urljoin(f"/{page.url}", src)).path.lstrip("/")


def _data_uri(picture: Path) -> str:
    kind = mimetypes.guess_type(picture.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(picture.read_bytes()).decode()}"


def render(context: PrintContext, document: Document, look: str = "", **values: Any) -> str:
    """Render a document to HTML, with the values that all documents share.

    `look` holds the classes of one of its layouts. The address printed on it is that of the page
    `newest`, if given, else of its own page.
    """
    page = document.page
    address = context.imprint.lasting(values.pop("newest", page))
    day = values.pop("day", None) or context.day(page)
    reference = context.reference(document, day)
    template = environment(context.project).get_template(f"{document.kind}.html")
    html = template.render(
        document=document,
        look=look,
        page=page,
        t=context.words,
        code=context.locale.code,
        lang=context.locale.lang,
        title=document.title(context.words),
        site_name=context.imprint.name,
        edition=context.imprint.edition,
        day=day,
        date=written_date(day, context.locale.code) if day else None,
        address=address,
        shown_address=shown(address),
        qr=qr(address),
        reference=reference,
        page_count=page_count(context.words("print.page-of")),
        **values,
    )
    return no_break_html(bound(html))


@cache
def environment(project: Project) -> Environment:
    """The template environment of the printed documents."""
    templates = Environment(
        loader=FileSystemLoader(project.print_templates),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["css_string"] = css_string
    templates.globals["colours"] = read_tokens(project).light
    return templates


def css_string(text: str) -> Markup:
    """A text as a CSS string literal."""
    return Markup('"' + re.sub(r'["\\<\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"')


def page_count(pattern: str) -> Markup:
    """“page {page} of {pages}” as a CSS `content` value for a margin box."""
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    parts = re.split(r"(\{pages?\})", pattern)
    return Markup(" ".join(counters.get(part) or css_string(part) for part in parts if part))


def shown(address: str) -> str:
    """An address as readers type it."""
    return re.sub(r"^https?://(www\.)?|/$", "", address)


@cache
def qr(address: str) -> str:
    """An address as a QR code (data URI); cached, since several documents have the same."""
    return str(segno.make(address, error="m", micro=False).svg_data_uri(border=2))
