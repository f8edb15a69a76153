"""The preview image (PNG) that other sites show with a link to a page, one per page.

The home page has the map of evidence, every other page a card with its title. An image is in
the folder of its page, so that it moves with the page (`editions/ledger.py`), and is cached.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import PIL

from scripts.common.cache import key_of
from scripts.common.file_cache import FileCache
from scripts.common.fork_map import fork_map
from scripts.content.datasets import find_record
from scripts.content.page_types import PHASE_PAGES
from scripts.content.pages import SourcePage
from scripts.figures import evidence_map, icons, phase_wheel, share_card, share_image
from scripts.figures.icons import LOGO_PATH, read_logo
from scripts.figures.share_card import Card
from scripts.language.locales import Locale
from scripts.pipeline.context import Build
from scripts.pipeline.page_job import PageJob
from scripts.web.page_header import header_of
from scripts.web.tokens import read_tokens

NAME = "share.png"
CACHE = "share"
# The home page's image had this address before other pages had one.
_HOME = "assets/images/share-{code}.png"
_PHASES = "faser/"


def share_path(page: SourcePage) -> str:
    """The path of a page's image, relative to the edition's root."""
    return _HOME.format(code=page.locale.code) if page.kind == "home" else f"{page.url}{NAME}"


def page_share(job: PageJob) -> dict[str, Any]:
    """The template context of the image; None where the site has no public address.

    Open Graph's `og:image` must be an absolute URL.
    """
    if not job.build.has_address:
        return {"share": None}
    card = card_of(job.build, job.source)
    return {
        "share": {
            "image": image_address(job),
            "width": share_image.WIDTH,
            "height": share_image.HEIGHT,
            # The text that is drawn in the image.
            "alt": f"{card.section}: {card.title}. {card.site}"
            if card
            else job.words("evidence.title"),
        }
    }


def image_address(job: PageJob) -> str | None:
    """The absolute URL of a page's image; None where the site has no address."""
    path = share_path(job.source)
    return urljoin(job.config.site_url or "/", path) if job.build.has_address else None


def write_share_images(build: Build, site: Path) -> None:
    """Draw the images that are not cached, and write each beside its page."""
    cache = FileCache(build.project.root, CACHE)
    fonts, colours = build.project.print_templates / "fonts", read_tokens(build.project).light
    logo = read_logo((build.project.root / LOGO_PATH).read_text(encoding="utf-8"))
    renderer = _renderer_versions(fonts)
    pages = build.content.site.pages
    cards = [card_of(build, page) for page in pages]
    makers: list[Callable[[], bytes]] = [
        partial(share_card.share_card, card, colours, fonts, logo)
        if card
        else partial(_map, build, page.locale)
        for card, page in zip(cards, pages, strict=True)
    ]
    keys = [
        key_of(renderer, colours, [card, logo] if card else _map_data(build, page.locale))
        for card, page in zip(cards, pages, strict=True)
    ]
    pictures = dict(zip(keys, map(cache.get, keys), strict=True))
    missing = [index for index, key in enumerate(keys) if pictures[key] is None]

    def make(index: int) -> bytes:
        return cache.put(keys[index], makers[index]())

    pictures |= zip((keys[index] for index in missing), fork_map(make, missing), strict=True)
    for page, key in zip(pages, keys, strict=True):
        path = site / share_path(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pictures[key] or b"")
    cache.forget_old()


def card_of(build: Build, page: SourcePage) -> Card | None:
    """The content of a page's image; None for the home page, which shows the map of evidence."""
    if page.kind == "home":
        return None
    records, words = build.content.datasets.records, build.words(page.locale)
    section = header_of(page, records, words).kicker
    card = partial(Card, page.title, section, _site(build, page.locale))
    if page.key.startswith(_PHASES):
        phase = find_record(records["phases"], page) if page.kind in PHASE_PAGES else None
        return card(phases=len(records["phases"]), current=phase["number"] if phase else 0)
    if page.kind == "municipality":
        picture = evidence_map.draw(
            records["municipalities"], build.content.sources, evidence_map.WIDE
        )
        for row in picture.rows:
            if row.record["id"] == page.text("record"):
                known = (
                    (
                        words(f"evidence.matter.{cell.matter}"),
                        cell.told.state,
                        words(f"evidence.short.{cell.told.state}"),
                    )
                    for cell in row.cells
                )
                return card(known=tuple(known))
    return card()


def _site(build: Build, locale: Locale) -> str:
    home = build.page("home", locale)
    return home.title if home else ""


def _map(build: Build, locale: Locale) -> bytes:
    records = build.content.datasets.records["municipalities"]
    picture = evidence_map.draw(records, build.content.sources, evidence_map.WIDE)
    fonts, colours = build.project.print_templates / "fonts", read_tokens(build.project).light
    title = _site(build, locale)
    return share_image.share_image(picture, title, build.words(locale), colours, fonts)


def _map_data(build: Build, locale: Locale) -> list[Any]:
    """The inputs of the map, for the cache key."""
    records = build.content.datasets.records["municipalities"]
    picture = evidence_map.draw(records, build.content.sources, evidence_map.WIDE)
    return [locale.code, picture, _site(build, locale), build.words(locale).starting("evidence.")]


def _renderer_versions(fonts: Path) -> list[str]:
    """Versions of everything that draws: these modules, Pillow and the fonts."""
    modules = (icons, share_card, share_image, phase_wheel, evidence_map)
    files = [Path(str(module.__file__)) for module in modules] + sorted(fonts.glob("*.ttf"))
    return [PIL.__version__, *(sha256(path.read_bytes()).hexdigest() for path in files)]
