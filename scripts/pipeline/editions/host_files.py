"""Well-known files at the root of the branch: headers, robots.txt, sitemap, security.txt.

`_headers` is read by Netlify and Cloudflare Pages; `hosting/nginx.conf` is the equivalent for
nginx, and a test compares the two. The policy on what a page may load is in the page itself
(`web/content_security.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from urllib.parse import urlsplit

from scripts.content.permanent_ids import LATEST
from scripts.web.contact import Contact
from scripts.web.hashed_names import FOLDER

# Sent with every response. A <meta> policy cannot set frame-ancestors. `strict-origin`: an address
# may hold user input (a plan, a search), so other sites learn only the host.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Embeds, of every edition in both languages: any site may frame them.
FRAMED = {"Content-Security-Policy": "frame-ancestors *; object-src 'none'; base-uri 'none'"}
_FRAMES = ("/:edition/embed/*", "/:edition/en/embed/*")
# Browsers revalidate pages on every visit, since a mend must reach readers. Files with a hash in
# their name never change, and are fetched once.
CACHE = {"Cache-Control": "no-cache"}
FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_HASHED = f"/:edition/{FOLDER}/*"
# RFC 9116, section 2.5.5: less than a year ahead.
_CONTACT_DAYS = 360


def host_files(
    address: str, numbers: Iterable[str], day: str, contact: Contact | None
) -> dict[str, str]:
    """The files by path, relative to the root.

    Args:
        address: The address of the site, with a trailing slash.
        numbers: The editions, which search engines skip in favour of `latest`.
        day: The date of the newest edition (ISO).
        contact: The contact for reports of errors, if the owner has set one.
    """
    files = {
        "_headers": _headers(),
        "robots.txt": _robots(address, numbers),
        "sitemap.xml": _sitemap(address, day),
    }
    if contact:
        files[".well-known/security.txt"] = _security(address, day, contact)
    return files


def _headers() -> str:
    """The rules for all pages, for embeds, and for immutable files.

    If two rules match, Netlify uses the later value. Cloudflare Pages sends both, which browsers
    combine to the stricter one, unless the first is detached (`! name`); Netlify ignores that
    line with a note in its log.
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
