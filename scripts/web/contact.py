"""How readers report an error: the address in SITE_CONTACT, as a link.

Owners often leave out `https://` or `mailto:`. Anything that is neither an e-mail address nor a
web address is reported, since its link would lead nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from scripts.common.problems import Problem

SETTING = "SITE_CONTACT"
_LABEL = r"\w(?:[\w-]*\w)?"
_MAIL = re.compile(
    r"(?:mailto:)?(?P<address>[^\s@:/?&<>\",;.]+(?:\.[^\s@:/?&<>\",;.]+)*"
    rf"@{_LABEL}(?:\.{_LABEL})*\.[^\W\d_]\w+)",
    re.IGNORECASE,
)
_WEB = re.compile(
    rf"(?P<scheme>https?://)?(?P<host>{_LABEL}(?:\.{_LABEL})*(?P<ending>\.[a-z]\w+))"
    r"(?::(?P<port>\d+))?(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
# Without a scheme or a path, such a name is of a file and no host.
_FILE = re.compile(r"[^.]+\.(?:html?|php|aspx?|jsp|md|pdf|txt|docx)", re.IGNORECASE)
_LAST_PORT = 65535


@dataclass(frozen=True)
class Contact:
    """Where readers write to: `address` is an absolute URL or an e-mail address."""

    address: str

    @property
    def mail(self) -> bool:
        """Whether it is an e-mail address."""
        return not self.address.lower().startswith(("http://", "https://"))

    def link(self, subject: str = "", body: str = "") -> str:
        """The address as a URL; subject and body prefill an e-mail."""
        if not self.mail:
            return self.address
        filled = {"subject": subject, "body": body}
        query = "&".join(f"{key}={quote(text, safe='')}" for key, text in filled.items() if text)
        name, _, host = self.address.rpartition("@")
        # Programs for e-mail know hosts with other letters by their name in ASCII alone.
        address = f"{quote(name)}@{host.encode('idna').decode('ascii')}"
        return f"mailto:{address}" + (f"?{query}" if query else "")


def read_contact(setting: object) -> Contact | None:
    """The parsed setting; None when it is empty or no valid address."""
    text = str(setting or "").strip()
    if any(unicodedata.category(character) in ("Cc", "Cf") for character in text):
        return None
    if mail := _MAIL.fullmatch(text):
        return Contact(mail["address"])
    if (web := _WEB.fullmatch(text)) and _has_host(web, text):
        return Contact(text if web["scheme"] else f"https://{text}")
    return None


def _has_host(web: re.Match[str], text: str) -> bool:
    """Whether the address names a host: no file, no word behind www alone, no impossible port."""
    if int(web["port"] or 0) > _LAST_PORT:
        return False
    named = web["host"].lower()
    return not (named.startswith("www.") and named.count(".") == 1) and not _FILE.fullmatch(text)


def contact_problems(setting: object) -> list[Problem]:
    """What is wrong with the setting."""
    text = str(setting or "").strip()
    if not text or read_contact(text):
        return []
    what = f'"{text}" is neither an e-mail address nor an address of the web'
    return [Problem(SETTING, 0, what, "write kunnskap@example.org or https://example.org/feil")]
