"""Pages for iframes on other sites, and the oEmbed responses that describe them.

`embed/<id>/` shows the title, the lead and what is known of the topic, with a link home; it
loads no script, and of files its styles alone. Only these may be framed (`editions/host_files.py`).
`oembed/<id>.json` (oembed.com) lets other programs make the iframe from the address of a page;
it holds absolute URLs, so a site without an address has none. The id in both never changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from scripts.content.datasets import find_record
from scripts.content.pages import SourcePage
from scripts.content.standing import standing
from scripts.figures import share_image
from scripts.pipeline.context import Build
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.page_styles import EMBED
from scripts.pipeline.share_images import share_path
from scripts.web.article import Article
from scripts.web.content_security import with_policy
from scripts.web.grade_words import Part, grade_parts
from scripts.web.no_text import WORD
from scripts.web.page_header import header_of
from scripts.web.source_counts import source_counts

KINDS = ("concept", "phase", "phase-knowledge", "tool", "municipality", "publication")
WIDTH, HEIGHT = 600, 320
TYPE = "application/json+oembed"


def embed_path(page: SourcePage) -> str:
    """The path of a page's iframe version, relative to the edition's root."""
    return f"{page.locale.prefix}embed/{page.id}/"


def oembed_path(page: SourcePage) -> str:
    """The path of a page's oEmbed response, relative to the edition's root."""
    return f"{page.locale.prefix}oembed/{page.id}.json"


def page_embed(job: PageJob) -> dict[str, Any]:
    """The template context of the oEmbed link in the head; None where there is none."""
    page = job.source
    if page.kind not in KINDS or not job.build.has_address:
        return {"oembed": None}
    return {
        "oembed": {"address": urljoin(job.config.site_url or "/", oembed_path(page)), "type": TYPE}
    }


def write_embeds(job: LanguageJob) -> None:
    """Write the iframe pages of one language, and oEmbed responses if the site has an address."""
    build, locale, name = job.build, job.locale, job.imprint.name
    templates = Environment(
        loader=FileSystemLoader(build.project.root / "overrides"), autoescape=True
    )
    template = templates.get_template("embed.html")
    styles, sheet = Markup(build.styles.embed), build.styles.published(EMBED)
    words, records = build.words(locale), build.content.datasets.records
    for page_id, article in job.articles.items():
        page = build.content.site.by_id(locale)[page_id]
        if page.kind not in KINDS:
            continue
        document = template.render(
            locale=locale, page=page, site_name=name, t=words, styles=styles,
            sheet=get_relative_url(sheet, embed_path(page)),
            canonical=urljoin(job.site_url, page.url),
            link=get_relative_url(page.url, embed_path(page)),
            section=header_of(page, records, words).kicker,
            lead=_lead(article, page),
            known=list(_known(build, page)),
        )  # fmt: skip
        job.write(f"{embed_path(page)}index.html", with_policy(document))
        if build.has_address:
            answer = json.dumps(_oembed(page, name, job.site_url), ensure_ascii=False, indent=1)
            job.write(oembed_path(page), f"{answer}\n")


def frame_html(page: SourcePage, name: str, site_url: str) -> str:
    """The iframe that shows a page on another site; `name` is the name of this site."""
    address, title = urljoin(site_url, embed_path(page)), f"{page.title} – {name}"
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="{WIDTH}" '
        f'height="{HEIGHT}" loading="lazy"></iframe>'
    )


def _lead(article: Article, page: SourcePage) -> str:
    """The first paragraph of a page; its description if it begins with something else."""
    first = next(iter(article.tree(WORD)), None)
    text = " ".join(first.text_content().split()) if first is not None and first.tag == "p" else ""
    return text or page.text("description")


def _known(build: Build, page: SourcePage) -> Iterator[Part]:
    """How well the topic is documented, worded as on pages and lists."""
    words, records = build.words(page.locale), build.content.datasets.records
    if grade := build.grades.get(page.text("record")):
        yield grade_parts(grade, words)[-1]
    elif page.kind == "municipality" and (place := find_record(records["municipalities"], page)):
        found = standing(place["sources"], build.content.sources, place["name"])
        yield words("embed.known"), source_counts(found, words)
    elif page.kind == "publication" and (work := find_record(records["publications"], page)):
        yield words("facts.read"), words(f"read.{work['read']}")


def _oembed(page: SourcePage, name: str, site_url: str) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "rich",
        "title": page.title,
        "provider_name": name,
        "provider_url": urljoin(site_url, page.locale.prefix),
        "html": frame_html(page, name, site_url),
        "width": WIDTH,
        "height": HEIGHT,
        "thumbnail_url": urljoin(site_url, share_path(page)),
        "thumbnail_width": share_image.WIDTH,
        "thumbnail_height": share_image.HEIGHT,
    }
