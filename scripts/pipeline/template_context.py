"""The template context of a page and of the frame around its article."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig

from scripts.content.datasets import find_record
from scripts.content.markdown import Heading, headings
from scripts.content.page_types import PHASE_PAGES, filtered_as, phase_pages
from scripts.content.pages import Site, SourcePage
from scripts.content.translation import LEAD, OUTDATED, outdated_sections, translation_status
from scripts.figures import phase_wheel
from scripts.figures.locator_map import Locator, locate
from scripts.figures.projection import load_rings
from scripts.language.locales import LOCALES, Locale, other
from scripts.pipeline.contact import contact_link
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.pipeline.planner_files import form_path
from scripts.web.page_header import header_of, kicker_of


def page_frame(job: PageJob) -> dict[str, Any]:
    """The page's parsed source, its messages and its translation status."""
    build, source = job.build, job.source
    site = build.content.site
    nearest = site.nearest(source)
    return frame(build, source.locale) | {
        "source": source,
        "search_kind": filtered_as(source.kind),
        "alternates": alternates(build, source.key, job.config),
        "counterpart_url": nearest.url or "./" if nearest else None,
        "nearest": nearest if source.only else None,
        "outdated_translation": translation_status(source, site) == OUTDATED,
        "outdated_sections": _outdated_sections(source, site),
    }


def _outdated_sections(source: SourcePage, site: Site) -> list[Heading]:
    """The headings of sections whose original has changed since; none if that is unknown."""
    anchors = outdated_sections(source, site)
    if LEAD in anchors:
        return []  # a changed lead concerns the whole page
    return [heading for heading in headings(source.body) if heading.anchor in anchors]


def page_header(job: PageJob) -> dict[str, Any]:
    """The content above a page's title, and its related pages."""
    build, source = job.build, job.source
    records = build.content.datasets.records
    header = header_of(source, records, job.words)
    return {
        "code": source.locale.code,
        "link": job.link,
        "page_head": {
            "icon": header.icon,
            "kicker": header.kicker,
            "badge": header.badge,
            "badge_words": header.badge_words,
            "wheel": phase_wheel.draw(records["phases"], source.locale.code)
            if source.kind in ("home", *PHASE_PAGES)
            else None,
            "locator": _locator(build, source),
            "related": [(page, kicker_of(page, job.words)) for page in build.related(source)],
            "phase_pages": list(
                phase_pages(build.content.site.of(source.locale).values(), source).values()
            ),
        },
    }


def _locator(build: Build, source: SourcePage) -> Locator | None:
    """The locator map on the page of a municipality."""
    if source.kind != "municipality":
        return None
    record = find_record(build.content.datasets.records["municipalities"], source)
    if record is None:
        return None
    return locate(record, load_rings(build.project.data / "norway.json"))


def template_frame(build: Build, locale: Locale, config: MkDocsConfig) -> dict[str, Any]:
    """The context of 404.html and the sitemap: the same frame, and the list of all pages."""
    keys = sorted({page.key for page in build.content.site.pages})
    # A 404 page is served at any depth, so its links start at the root of the host.
    root = urlsplit(config.site_url or "/").path
    return frame(build, locale) | {
        "all_alternates": [alternates(build, key, config) for key in keys],
        "contact_url": contact_link(build, locale, config, build.words(locale)("not-found")),
        "home_url": root + locale.prefix,
        "other_home_url": root + other(locale).prefix,
    }


def frame(build: Build, locale: Locale) -> dict[str, Any]:
    """The context that every page of a language shares."""
    return {
        "locale": locale,
        "other_locale": other(locale),
        "t": build.words(locale),
        "t_other": build.words(other(locale)),
        "edition": build.edition,
        "asset": build.styles.published,
        "planner_words": form_path(locale),
        "home_url": locale.prefix or "./",
        "other_home_url": other(locale).prefix or "./",
        "all_pages_url": page_url(build, "all-pages", locale),
        "other_all_pages_url": page_url(build, "all-pages", other(locale)),
        "about_url": page_url(build, "about", locale),
        "accessibility_url": page_url(build, "accessibility", locale),
        "privacy_url": page_url(build, "privacy", locale),
        "glossary_url": page_url(build, "glossary", locale),
        "sources_url": page_url(build, "sources", locale),
        "sender_url": page_url(build, "sender", locale),
        "publisher": build.publisher,
    }


def page_url(build: Build, page_id: str, locale: Locale) -> str:
    """The address of a page relative to the edition's root; the home page's if there is none."""
    page = build.page(page_id, locale)
    return (page.url if page else locale.prefix) or "./"


def alternates(build: Build, key: str, config: MkDocsConfig) -> list[dict[str, str]]:
    """A page in all its languages: absolute URLs (for hreflang) and dates of change."""
    site = build.content.site
    pages = [(locale, site.of(locale).get(key)) for locale in LOCALES]
    return [
        {
            "lang": locale.lang,
            "href": urljoin(config.site_url or "/", page.url),
            "day": build.day(page) or "",
        }
        for locale, page in pages
        if page is not None
    ]
