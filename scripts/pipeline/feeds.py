"""The news feed (Atom), one per language, from the page of news.

An entry is a heading with a date as its anchor. Feeds hold absolute URLs, so a site without
an address has none. Their links lead to the latest edition, wherever the feed is read.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from scripts.content.pages import SourcePage
from scripts.pipeline.editions.feed_names import EDITION_FEEDS
from scripts.pipeline.language_job import LanguageJob
from scripts.pipeline.page_job import PageJob
from scripts.web.article import Article, sections
from scripts.web.atom import TYPE, Entry, Feed, atom, timestamp, urn_of
from scripts.web.no_text import WORD

NEWS = "news"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Feeds are polled, so they are kept short; older entries are on the page.
_MAX_ENTRIES = 30


def feed_path(page: SourcePage) -> str:
    """The path of a page's feed, relative to the edition's root."""
    return f"{page.url}{NEWS}.atom"


def page_feed(job: PageJob) -> dict[str, Any]:
    """The template context of the feed link in the head of every page."""
    page = job.build.page(NEWS, job.locale)
    if page is None or not job.build.has_address:
        return {"feed": None}
    address = urljoin(job.config.site_url or "/", feed_path(page))
    return {"feed": {"address": address, "title": page.title, "type": TYPE}}


def feed_rows(job: PageJob) -> list[dict[str, Any]]:
    """One row with the addresses of the feeds; no row where the site has no address.

    The feed of editions is at the root of the branch that holds them.
    """
    found = page_feed(job)["feed"]
    if found is None:
        return []
    name = EDITION_FEEDS[job.locale.code]
    return [{**found, "editions": job.build.site_url + name if job.build.edition else None}]


def write_news_feed(job: LanguageJob) -> None:
    """Write the feed of one language if the site has an address."""
    locale, imprint, site_url = job.locale, job.imprint, job.site_url
    page = job.build.page(NEWS, locale)
    if page is None or not job.build.has_address:
        return
    entries = _entries(job.articles[NEWS], page, site_url)
    if not entries:
        return
    feed = Feed(
        id=urn_of(locale.lang, NEWS),
        title=f"{page.title} – {imprint.name}",
        lang=locale.lang,
        own=urljoin(site_url, feed_path(page)),
        address=urljoin(site_url, page.url),
        author=imprint.author,
        entries=entries,
    )
    job.write(feed_path(page), atom(feed))


def _entries(article: Article, page: SourcePage, site_url: str) -> list[Entry]:
    """One entry per date, newest first."""
    address = urljoin(site_url, page.url)
    tree = article.tree(WORD)
    tree.make_links_absolute(address)
    days = [each for each in sections(tree).values() if _DAY.fullmatch(each.anchor)]
    return [
        Entry(
            id=urn_of(page.locale.lang, NEWS, each.anchor),
            title=f"{page.title}: {each.title}",
            address=f"{address}#{each.anchor}",
            updated=timestamp(each.anchor),
            html=str(each.body).strip(),
        )
        for each in sorted(days, key=lambda each: each.anchor, reverse=True)[:_MAX_ENTRIES]
    ]
