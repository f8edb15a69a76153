"""Converts pages and scripts to a form that works from `file:` URLs, without server or network.

Browsers do not let `file:` pages fetch other files: links must name index.html, fonts are embedded
in the style sheet, and the scripts are bundled into one classic script. Links to anything that is
not in the folder lead to the published site.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from html import unescape

from scripts.web.script_modules import as_function, with_needs

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
# Metadata for search engines and link previews: none of them reads a folder.
_METADATA = re.compile(
    r'<meta (?:property="og:|name="twitter:|name="citation_)[^>]*>\n?'
    r'|<script type="application/ld\+json">.*?</script>\n?',
    re.DOTALL,
)
# With the file of rules for paper, which site.css holds too.
_STYLE = re.compile(
    r'<style>.*?</style>(?:\n<link rel="stylesheet"[^>]* media="print">)?', re.DOTALL
)
_BASE = re.compile(r'<html [^>]*data-base="([^"]*)"')
_EDITION = re.compile(r'(<html [^>]*?) data-edition="[^"]*"')
_FALLBACK = re.compile(r"<noscript>.*?</noscript>\n?", re.DOTALL)
_NOTES = re.compile(r'(<ol class="references") data-notes="\d+"')
_OFFER = re.compile(r"<!--offline-->.*?<!--/offline-->\n?", re.DOTALL)
# `link` elements without a file in the folder are for search engines and stay absolute.
_LINK = re.compile(r'(<(?:a|link|script|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_INDEX = "index.html"

# A dynamic import(), perhaps with its URL wrapped in a call that adds `?retry=…`.
_DYNAMIC_IMPORT = re.compile(
    r'import\((?:\w+\()?new URL\("(?:assets/js/)?([\w/.-]+)",\s*\w+\)(?:,\s*\w+\))?\)'
)
_FACE = re.compile(r'url\("\.\./(fonts/[^"]+)"\)')


def offline_page(html: str, url: str, files: Collection[str], published: str) -> str:
    """A page as it is in the offline folder.

    Args:
        html: The page as it is published.
        url: Its URL relative to the edition, "" or ending in a slash.
        files: The paths of the files in the folder.
        published: The URL of the newest edition, with a trailing slash.
    """

    def link(match: re.Match[str]) -> str:
        return match[1] + _target(match[2], url, files, published) + match[3]

    base = _BASE.search(html)
    sheet = f"{base[1].rstrip('/') if base else '.'}/assets/css/site.css"
    html = _FALLBACK.sub("", html)
    html = _METADATA.sub("", _OFFER.sub("", _PRELOAD.sub("", _POLICY.sub("", html))))
    html = _STYLE.sub(f'<link rel="stylesheet" href="{sheet}">', html, count=1)
    html = _NOTES.sub(r"\1", _EDITION.sub(r"\1", html))
    return _LINK.sub(link, html)


def _target(address: str, url: str, files: Collection[str], published: str) -> str:
    """The target of a link in the offline folder, or on the published site."""
    path, separator, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or _ABSOLUTE.match(path) or path.startswith("/"):
        return address
    resolved = posixpath.normpath(posixpath.join(url, unescape(path)))
    resolved = "" if resolved == "." else resolved
    if resolved in files:
        return address
    index = posixpath.join(resolved, _INDEX)
    if index in files:
        folder = path if path.endswith("/") else f"{path}/"
        return f"{folder}{_INDEX}{separator}{rest}"
    slash = "/" if path.endswith(("/", ".")) and resolved else ""
    return f"{published}{resolved}{slash}{separator}{rest}"


def offline_script(scripts: Mapping[str, str], loader: str, pagefind: str) -> str:
    """All scripts bundled as one classic script, which replaces site.js.

    Args:
        scripts: The scripts of the site by name; all but site.js are modules.
        loader: The script that defines `offline.need`.
        pagefind: The module that replaces Pagefind.

    Raises:
        ValueError: a module uses an unsupported form of import or export.
    """
    modules = {name: text for name, text in scripts.items() if name != "site.js"}
    modules["pagefind.js"] = pagefind
    parts = [loader]
    for name, text in sorted(modules.items()):
        if "export " in text:  # the others are classic scripts of other pages
            body = _without_dynamic_imports(as_function(name, text, "offline.need"))
            parts.append(f'offline.modules["{name}"] = () => {{\n{body}\n}};\n')
    site = with_needs("site.js", scripts["site.js"], "offline.need")
    parts.append(_without_dynamic_imports(site))
    return "(() => {\n" + "".join(parts) + "})();\n"


def _without_dynamic_imports(text: str) -> str:
    """A script whose dynamic imports are calls of `offline.need`."""
    return _DYNAMIC_IMPORT.sub(r'Promise.resolve().then(() => offline.need("\1"))', text)


def offline_styles(css: str, read: Callable[[str], bytes]) -> str:
    """The style sheet with its fonts as data URIs; `read` gives a file of the folder assets."""

    def face(match: re.Match[str]) -> str:
        return f'url("data:font/woff2;base64,{b64encode(read(match[1])).decode()}")'

    return _FACE.sub(face, css)
