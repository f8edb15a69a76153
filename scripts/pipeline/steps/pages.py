"""What the templates need to know of a page, and the guard of its language."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from scripts.content.translation import OUTDATED
from scripts.content.translation import state as translation_state
from scripts.language.locales import LOCALES, Locale, other
from scripts.language.messages import Words
from scripts.pipeline.context import state
from scripts.pipeline.steps.common import current_locale, source_page

# A name below "mkdocs", so that strict counts the warning and stops.
log = logging.getLogger("mkdocs.hooks.pages")


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> None:
    """Refuse a page in the wrong language.

    With `fallback_to_default` an untranslated page would go out as Norwegian text
    that calls itself English, and strict would let it pass.
    """
    locale = current_locale(config)
    for file in files.documentation_pages():
        if getattr(file, "locale", locale.code) != locale.code:
            log.warning("%s would be published as %s – write its twin", file.src_uri, locale.name)


@event_priority(-150)
def on_config(config: MkDocsConfig) -> None:
    """The permalink of a heading is named in the language of the page."""
    words = state.words(current_locale(config))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words("permalink")


@event_priority(-50)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template the page as we read it, its words and its twin."""
    source = source_page(page)
    site = state.content.site
    twin = site.of(other(source.locale)).get(source.key)
    context |= frame(source.locale, config)
    context |= {
        "source": source,
        "alternates": alternates(source.key, config),
        "twin_url": twin.url or "./" if twin else None,
        "outdated_translation": translation_state(source, site) == OUTDATED,
    }
    return context


@event_priority(-50)
def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """The 404 page and the sitemap get the same frame and the list of all pages."""
    keys = sorted(state.content.site.of(LOCALES[0]))
    context |= frame(current_locale(config), config)
    context["all_alternates"] = [alternates(key, config) for key in keys]
    # A 404 page answers at any depth, so its addresses begin at the root of the host.
    root = urlsplit(config.site_url or "/").path
    locale = current_locale(config)
    context["home_url"] = root + locale.prefix
    context["other_home_url"] = root + other(locale).prefix
    return context


def frame(locale: Locale, config: MkDocsConfig) -> dict[str, Any]:
    """What every page of a language has around its text."""
    return {
        "locale": locale,
        "other_locale": other(locale),
        "t": state.words(locale),
        "t_other": state.words(other(locale)),
        "edition": state.edition,
        "script_words": script_words(state.words(locale)),
        "home_url": locale.prefix or "./",
        "other_home_url": other(locale).prefix or "./",
        "all_pages_url": page_url("all-pages", locale),
        "other_all_pages_url": page_url("all-pages", other(locale)),
        "about_url": page_url("about", locale),
        "accessibility_url": page_url("accessibility", locale),
        "privacy_url": page_url("privacy", locale),
        "glossary_url": page_url("glossary", locale),
    }


def page_url(page_id: str, locale: Locale) -> str:
    """The address of a page below the edition's root, or the home page's."""
    page = state.content.site.by_id(locale).get(page_id)
    return (page.url if page else locale.prefix) or "./"


def script_words(words: Words) -> dict[str, str]:
    """The words that the scripts show."""
    return words.starting("script.")


def alternates(key: str, config: MkDocsConfig) -> list[dict[str, str]]:
    """A page in all its languages, with absolute addresses (for hreflang)."""
    site = state.content.site
    pages = [(locale, site.of(locale).get(key)) for locale in LOCALES]
    return [
        {"lang": locale.lang, "href": urljoin(config.site_url or "/", page.url)}
        for locale, page in pages
        if page is not None
    ]
