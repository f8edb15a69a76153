"""The picture that other sites show beside a link to a page: one for each page, as a PNG.

The home page has the map of evidence, every other page its title. A picture lies beside its page,
so that it goes where the page goes (`editions/ledger.py`), and is kept between builds.
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
# The home page's had this address before other pages had any.
_HOME = "assets/images/share-{code}.png"
_PHASES = "faser/"


def share_path(page: SourcePage) -> str:
    """Where the picture of a page lies below the edition."""
    return _HOME.format(code=page.locale.code) if page.kind == "home" else f"{page.url}{NAME}"


def page_share(job: PageJob) -> dict[str, Any]:
    """What the head says of the picture: nothing where the site has no public address.

    Whoever shows a picture fetches it by its whole address (Open Graph: `og:image`).
    """
    if not job.build.has_address:
        return {"share": None}
    card = card_of(job.build, job.source)
    return {
        "share": {
            "image": image_address(job),
            "width": share_image.WIDTH,
            "height": share_image.HEIGHT,
            # What can be read in the picture.
            "alt": f"{card.section}: {card.title}. {card.site}"
            if card
            else job.words("evidence.title"),
        }
    }


def image_address(job: PageJob) -> str | None:
    """The whole address of the picture of a page, None where the site has none."""
    path = share_path(job.source)
    return urljoin(job.config.site_url or "/", path) if job.build.has_address else None


def write_share_images(build: Build, site: Path) -> None:
    """Draw the pictures, those that are kept not anew, and write each beside its page."""
    cache = FileCache(build.project.root, CACHE)
    fonts, colours = build.project.print_templates / "fonts", read_tokens(build.project).light
    logo = read_logo((build.project.root / LOGO_PATH).read_text(encoding="utf-8"))
    drawn_with = _drawn_with(fonts)
    pages = build.content.site.pages
    cards = [card_of(build, page) for page in pages]
    makers: list[Callable[[], bytes]] = [
        partial(share_card.share_card, card, colours, fonts, logo)
        if card
        else partial(_map, build, page.locale)
        for card, page in zip(cards, pages, strict=True)
    ]
    keys = [
        key_of(drawn_with, colours, [card, logo] if card else _map_data(build, page.locale))
        for card, page in zip(cards, pages, strict=True)
    ]
    pictures = dict(zip(keys, map(cache.get, keys), strict=True))
    missing = [at for at, key in enumerate(keys) if pictures[key] is None]

    def make(at: int) -> bytes:
        return cache.put(keys[at], makers[at]())

    pictures |= zip((keys[at] for at in missing), fork_map(make, missing), strict=True)
    for page, key in zip(pages, keys, strict=True):
        path = site / share_path(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pictures[key] or b"")
    cache.forget_old()


def card_of(build: Build, page: SourcePage) -> Card | None:
    """What the picture of a page says; None for the home page, which shows the map of evidence."""
    if page.kind == "home":
        return None
    records, words = build.content.datasets.records, build.words(page.locale)
    section = header_of(page, records, words).kicker
    card = partial(Card, page.title, section, _site(build, page.locale))
    if page.key.startswith(_PHASES):
        phase = find_record(records["phases"], page) if page.kind in PHASE_PAGES else None
        return card(phases=len(records["phases"]), current=phase["number"] if phase else 0)
    if page.kind == "municipality":
        drawn = evidence_map.draw(
            records["municipalities"], build.content.sources, evidence_map.WIDE
        )
        for row in drawn.rows:
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
    """What the map is drawn from."""
    records = build.content.datasets.records["municipalities"]
    picture = evidence_map.draw(records, build.content.sources, evidence_map.WIDE)
    return [locale.code, picture, _site(build, locale), build.words(locale).starting("evidence.")]


def _drawn_with(fonts: Path) -> list[str]:
    """What draws: these modules, Pillow and the letters; other code changes no picture."""
    modules = (icons, share_card, share_image, phase_wheel, evidence_map)
    files = [Path(str(module.__file__)) for module in modules] + sorted(fonts.glob("*.ttf"))
    return [PIL.__version__, *(sha256(path.read_bytes()).hexdigest() for path in files)]
