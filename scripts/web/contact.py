"""How readers report an error: the address in SITE_CONTACT, as a link.

Owners often leave out `https://` or `mailto:`. Anything that is neither an e-mail address nor a
web address is reported, since its link would lead nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from scripts.common.problems import Problem

SETTING = "SITE_CONTACT"
_MAIL = re.compile(r"(?:mailto:)?(?P<address>[^\s@:/?&<>\"]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_WEB = re.compile(
    r"(?P<scheme>https?://)?[\w-]+(?:\.[\w-]+)*(?P<ending>\.[a-z]\w+)(?::\d+)?(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)


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
        return f"mailto:{quote(self.address, safe='@')}" + (f"?{query}" if query else "")


def read_contact(setting: object) -> Contact | None:
    """The parsed setting; None when it is empty or no valid address."""
    text = str(setting or "").strip()
    if mail := _MAIL.fullmatch(text):
        return Contact(mail["address"])
    if web := _WEB.fullmatch(text):
        return Contact(text if web["scheme"] else f"https://{text}")
    return None


def contact_problems(setting: object) -> list[Problem]:
    """What is wrong with the setting."""
    text = str(setting or "").strip()
    if not text or read_contact(text):
        return []
    what = f'"{text}" is neither an e-mail address nor an address of the web'
    return [Problem(SETTING, 0, what, "write kunnskap@example.org or https://example.org/feil")]
