"""The offline site: one .zip per language, opened by double-clicking index.html in it.

Made when SITE_OFFLINE is "on", as `make publish` and `make offline` set it. It holds all pages
of a language with search, notes, filters and planner; printed files are links to their
published addresses. The page on print and workshops offers the zip with its size.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path
from typing import Any

from scripts.documents.zip_file import zipped
from scripts.language.locales import LOCALES, Locale
from scripts.pipeline.agenda_files import agenda_files
from scripts.pipeline.context import Build
from scripts.pipeline.page_styles import FETCHED, WHOLE
from scripts.pipeline.planner_files import form_path, planner_path
from scripts.web.offline import offline_page, offline_script, offline_styles

SWITCH = "SITE_OFFLINE"
_OFFER = re.compile(r"<!--offline-->(.*?)<!--/offline-->\n?", re.DOTALL)
_SIZE = "<!--offline-size-->"
# The prefix of the JSON in each fragment of Pagefind's index.
_MAGIC = b"pagefind_dcd"
_IMAGES, _SCRIPT = "assets/images/*", "assets/js/site.js"


def zip_path(locale: Locale) -> str:
    """The path of a language's zip, relative to the edition's root."""
    return f"{locale.prefix}{'uten-nett' if not locale.prefix else 'offline'}.zip"


def write_offline(build: Build, site: Path) -> None:
    """Write the zips and fill in their sizes, or remove the offer from the pages."""
    for locale in LOCALES:
        page = build.page("print", locale)
        file = site / page.url / "index.html" if page else None
        text = file.read_text(encoding="utf-8") if file else ""
        if os.environ.get(SWITCH) != "on":
            offered = _OFFER.sub("", text)
        else:
            path = site / zip_path(locale)
            _write(build, locale, site, path)
            size = f"{path.stat().st_size / 1e6:.1f} MB"
            size = size.replace(".", ",") if not locale.prefix else size
            offered = _OFFER.sub(r"\1", text).replace(_SIZE, size)
        if file and offered != text:
            file.write_text(offered, encoding="utf-8", newline="")


def _write(build: Build, locale: Locale, site: Path, target: Path) -> None:
    pages = {page.url: page for page in build.content.site.of(locale).values()}
    images = sorted(path for path in site.glob(_IMAGES) if path.is_file())
    parts = build.project.root / "overrides" / "offline"
    loader, pagefind = (
        (parts / name).read_text(encoding="utf-8") for name in ("loader.js", "pagefind.js")
    )
    assets = build.styles.assets
    styles = offline_styles(build.styles.whole, lambda name: assets[f"assets/{name}"].content)
    members: dict[str, bytes] = {
        WHOLE: styles.encode(),
        **{path: assets[path].content for path in ("assets/css/search.css", *FETCHED)},
        _SCRIPT: offline_script(build.styles.scripts, loader, pagefind).encode(),
        "assets/js/offline-data.js": _data(build, locale, site).encode(),
    }
    members |= {path.relative_to(site).as_posix(): path.read_bytes() for path in images}
    names = {*members, *(f"{url}index.html" for url in pages)}
    newest = build.imprint(locale, "").newest
    for url in pages:
        html = (site / url / "index.html").read_text(encoding="utf-8")
        # The script is replaced by an offline one, so it does not have the hashed name.
        html = html.replace(assets[_SCRIPT].path, _SCRIPT)
        page = offline_page(html, url, names, newest)
        members[f"{url}index.html"] = page.encode()
    if locale.prefix:  # the entry point is at the top of the zip
        members["index.html"] = _redirect(locale)
    target.write_bytes(zipped(sorted(members.items())))


def _redirect(locale: Locale) -> bytes:
    target = f"{locale.prefix}index.html"
    return (
        f'<!doctype html>\n<html lang="{locale.lang}">\n<meta charset="utf-8">\n'
        f'<title>{locale.name}</title>\n<meta http-equiv="refresh" content="0; url={target}">\n'
        f'<p><a href="{target}">{locale.name}</a></p>\n'
    ).encode()


def _data(build: Build, locale: Locale, site: Path) -> str:
    """The JSON that the scripts would fetch, and the texts to search, as one script."""
    plans = (page for page in build.content.site.of(locale).values() if page.kind == "phase")
    words = f"pagefind/words.{locale.lang}.json"
    names = ["data/glossary.json", words, form_path(locale)]
    names += [path for page in plans if (site / (path := planner_path(page))).is_file()]
    # Only if the page of the agenda builder exists.
    names += [name for name in agenda_files(locale).values() if (site / name).is_file()]
    files: dict[str, Any] = {
        name: json.loads((site / name).read_text(encoding="utf-8")) for name in names
    }
    fragments = sorted((site / "pagefind" / "fragment").glob(f"{locale.lang}_*.pf_fragment"))
    texts = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(_MAGIC)) for path in fragments
    ]
    files["texts"] = sorted(texts, key=lambda text: str(text["url"]))
    return f"offlineFiles({json.dumps(files, ensure_ascii=False, separators=(',', ':'))});\n"
