"""Pages and scripts as they are when opened from a folder, without a server and a network.

Browsers give pages of a folder no other file to read: links must name index.html, letters stand
in the style sheet, and scripts are one classic script. What is not in the folder is linked to
where it is published.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from html import unescape

from scripts.web.script_modules import as_function

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
# What a page tells search engines and services that show links: none of them reads a folder.
_SHARED = re.compile(
    r'<meta (?:property="og:|name="twitter:|name="citation_)[^>]*>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?',
    re.DOTALL,
)
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_BASE = re.compile(r'<html [^>]*data-base="([^"]*)"')
_EDITION = re.compile(r'(<html [^>]*?) data-edition="[^"]*"')
_NOTES = re.compile(r'(<ol class="references") data-notes="\d+"')
_OFFER = re.compile(r"<!--offline-->.*?<!--/offline-->\n?", re.DOTALL)
# Links within the head are told to search engines, and stay; icons and scripts lie beside.
_LINK = re.compile(r'(<(?:a|link|script|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INDEX = "index.html"

# Perhaps at another address than the first time: within wrap(…).
_ASKED = re.compile(
    r'import\((?:\w+\()?new URL\("(?:assets/js/)?([\w/.-]+)",\s*\w+\)(?:,\s*\w+\))?\)'
)
_FACE = re.compile(r'url\("\.\./(fonts/[^"]+)"\)')


def offline_page(html: str, url: str, files: Collection[str], published: str) -> str:
    """A page as it is in the folder.

    Args:
        html: The page as it is published.
        url: Its address below the edition, "" or ending in a slash.
        files: What the folder holds, by path.
        published: The address of the newest edition, with a slash at the end.
    """

    def link(match: re.Match[str]) -> str:
        return match[1] + _target(match[2], url, files, published) + match[3]

    base = _BASE.search(html)
    sheet = f"{base[1].rstrip('/') if base else '.'}/assets/css/site.css"
    html = _SHARED.sub("", _OFFER.sub("", _PRELOAD.sub("", _POLICY.sub("", html))))
    html = _STYLE.sub(f'<link rel="stylesheet" href="{sheet}">', html, count=1)
    html = _NOTES.sub(r"\1", _EDITION.sub(r"\1", html))
    return _LINK.sub(link, html)


def _target(address: str, url: str, files: Collection[str], published: str) -> str:
    """Where a link of a page leads in the folder, or to what is published."""
    path, sign, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or _ELSEWHERE.match(path) or path.startswith("/"):
        return address
    whole = posixpath.normpath(posixpath.join(url, unescape(path)))
    whole = "" if whole == "." else whole
    if whole in files:
        return address
    index = posixpath.join(whole, _INDEX)
    if index in files:
        folder = path if path.endswith("/") else f"{path}/"
        return f"{folder}{_INDEX}{sign}{rest}"
    slash = "/" if path.endswith(("/", ".")) and whole else ""
    return f"{published}{whole}{slash}{sign}{rest}"


def offline_script(scripts: Mapping[str, str], loader: str, pagefind: str) -> str:
    """All scripts as one classic one, which takes the place of site.js.

    Args:
        scripts: The scripts of the site by name; modules but for site.js.
        loader: What they are asked for with.
        pagefind: The module that answers in the place of Pagefind.

    Raises:
        ValueError: a module is written in a form that is not known here.
    """
    modules = {name: text for name, text in scripts.items() if name != "site.js"}
    modules["pagefind.js"] = pagefind
    parts = [loader]
    for name, text in sorted(modules.items()):
        if "export " in text:  # the others are classic, and of other pages
            body = _asked(as_function(name, text, "offline.need"))
            parts.append(f'offline.modules["{name}"] = () => {{\n{body}\n}};\n')
    parts.append(_asked(scripts["site.js"]))
    return "(() => {\n" + "".join(parts) + "})();\n"


def _asked(text: str) -> str:
    """Modules that are fetched when they are used."""
    return _ASKED.sub(r'Promise.resolve().then(() => offline.need("\1"))', text)


def offline_styles(css: str, read: Callable[[str], bytes]) -> str:
    """The style sheet with its letters in it; `read` gives a file of the folder assets."""

    def face(match: re.Match[str]) -> str:
        return f'url("data:font/woff2;base64,{b64encode(read(match[1])).decode()}")'

    return _FACE.sub(face, css)
