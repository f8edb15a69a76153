"""What hosts and programs look for at the root of the branch: headers, robots, sitemap, contact.

`_headers` is read by Netlify and Cloudflare Pages; `hosting/nginx.conf` says the same to nginx, and
a test compares the two. What a page may load stands in the page (`web/content_security.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from scripts.content.permanent_ids import LATEST
from scripts.web.contact import Contact
from scripts.web.hashed_names import FOLDER

# Told with every answer. A page cannot say of itself who may frame it. `strict-origin`: an address
# may hold what somebody wrote (a plan, a search), and other sites learn the host alone.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Pages for frames, of every edition in both languages: any site may show them.
FRAMED = {"Content-Security-Policy": "frame-ancestors *; object-src 'none'; base-uri 'none'"}
_FRAMES = ("/:edition/embed/*", "/:edition/en/embed/*")
# Browsers ask each time whether a page has changed: a mend must reach readers. What lies under a
# name with its hash never changes, and is asked for once.
CACHE = {"Cache-Control": "no-cache"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_HASHED = f"/:edition/{FOLDER}/*"
# RFC 9116, section 2.5.5: less than a year ahead.
_CONTACT_DAYS = 360


def host_files(
    address: str, numbers: Iterable[str], day: str, contact: Contact | None
) -> dict[str, str]:
    """The files by their path below the root.

    Args:
        address: Of the site, with a slash at the end.
        numbers: The editions, which search engines leave to `latest`.
        day: Of the newest edition (ISO).
        contact: Where to write about faults, if the owner has said.
    """
    found = {
        "_headers": _headers(),
        "robots.txt": _robots(address, numbers),
        "sitemap.xml": _sitemap(address, day),
    }
    if contact:
        found[".well-known/security.txt"] = _security(address, day, contact)
    return found


def _headers() -> str:
    """The rules for all pages, for those in frames, and for files that never change.

    Of two rules that fit, Netlify takes the later one's value. Cloudflare Pages tells both,
    which would forbid what either does, unless the first is taken back (`! name`); Netlify
    passes over that line, and says so in its log.
    """
    everywhere = {**HEADERS, **CACHE}
    text = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in everywhere.items())
    for path, other in (*((each, FRAMED) for each in _FRAMES), (_HASHED, FOR_EVER)):
        text += f"{path}\n"
        for name, value in other.items():
            text += f"  ! {name}\n  {name}: {value}\n"
    return text


def _robots(address: str, numbers: Iterable[str]) -> str:
    folder = urlsplit(address).path
    lines = [f"Disallow: {folder}{number}/\n" for number in numbers]
    return (
        "# Read at the root of the host only. Old editions are for those who were given a link.\n"
        f"User-agent: *\n{''.join(lines) or 'Disallow:' + chr(10)}\n"
        f"Sitemap: {address}sitemap.xml\n"
    )


def _sitemap(address: str, day: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"<sitemap><loc>{address}{LATEST}/sitemap.xml</loc><lastmod>{day}</lastmod></sitemap>\n"
        "</sitemapindex>\n"
    )


def _security(address: str, day: str, contact: Contact) -> str:
    ends = date.fromisoformat(day) + timedelta(days=_CONTACT_DAYS)
    return (
        f"Contact: {contact.link()}\n"
        f"Expires: {ends}T00:00:00Z\n"
        "Preferred-Languages: nb, en\n"
        f"Canonical: {address}.well-known/security.txt\n"
    )
