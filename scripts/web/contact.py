"""How readers report an error: the address in SITE_CONTACT, as a link.

Owners often leave out `https://` or `mailto:`. Anything that is neither an e-mail address nor a
web address is reported, since its link would lead nowhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from scripts.common.problems import Fault, Problem
from scripts.web.site_address import host_fault

SETTING = "SITE_CONTACT"
_MAIL = re.compile(
    r"(?:mailto:)?(?P<address>(?P<name>[^\s@:/?&<>\"(),;]+)@(?P<host>[\w-]+(?:\.[\w-]+)+))",
    re.IGNORECASE,
)
_WEB = re.compile(
    r"(?P<scheme>https?://)?[\w-]+(?:\.[\w-]+)*(?P<ending>\.[a-z]\w+)(?::\d+)?(?:[/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)
# Without a scheme, a name that ends like this is a file beside the page, and no host.
_FILE = re.compile(
    r"\.(?:html?|php|aspx?|md|pdf|docx?|xlsx?|txt|json|xml|png|jpe?g)", re.IGNORECASE
)
_TELEPHONE = re.compile(r"(?:tel:|sms:|\+)[\d\s()+./-]{5,}|\d+(?: \d+)+", re.IGNORECASE)
# With one word behind it, "www." is a part of a name and no name.
_BARE_WWW = re.compile(r"//www\.[^./:?#]+(?=[/:?#]|$)", re.IGNORECASE)
# What ends the sentence that an address was copied from.
_SENTENCE_END = re.compile(r"[.,;:!]+$")


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
        # Mail programs know hosts with æ, ø and å by their ASCII form alone (RFC 3490).
        address = f"{quote(name)}@{host.encode('idna').decode()}"
        return f"mailto:{address}" + (f"?{query}" if query else "")


def read_contact(setting: object) -> Contact | None:
    """The parsed setting; None when it is empty or no valid address."""
    contact, fault = _parsed(setting)
    return None if fault else contact


def contact_problems(setting: object) -> list[Problem]:
    """What is wrong with the setting."""
    _, fault = _parsed(setting)
    return [Problem(SETTING, 0, *fault)] if fault else []


def _parsed(setting: object) -> tuple[Contact | None, Fault | None]:
    """The contact that a setting reads as, and what is wrong with it; neither where it is empty."""
    text = str(setting or "").strip()
    if not text:
        return None, None
    if not text.isprintable():
        what = f"{text!a} holds a sign that nobody sees"
        return None, (what, "write the address anew, on one row")
    shown = f'"{text}"'
    if mail := _MAIL.fullmatch(text):
        return Contact(mail["address"]), _sentence_fault(text, shown) or _mail_fault(mail, shown)
    if web := _WEB.fullmatch(text):
        address = text if web["scheme"] else f"https://{text}"
        fault = _sentence_fault(text, shown) or _web_fault(web, address, shown)
        return Contact(address), fault
    return None, _no_address(text, shown)


def _sentence_fault(text: str, shown: str) -> Fault | None:
    end = _SENTENCE_END.search(text)
    if end is None:
        return None
    what = f"{shown} ends with {end.group()}, which belongs to a sentence"
    return what, f"write {text[: end.start()]}"


def _mail_fault(mail: re.Match[str], shown: str) -> Fault | None:
    if _is_mail(mail["name"], mail["host"]):
        return None
    return f"{shown} is no e-mail address", "look it up again, and write it as it is there"


def _web_fault(web: re.Match[str], address: str, shown: str) -> Fault | None:
    if not web["scheme"] and _FILE.fullmatch(web["ending"]):
        what = f"{shown} is read as the name of a site, and looks like that of a file"
        return what, "write the whole address, with https:// and the name of the site"
    if _BARE_WWW.search(address):
        return f"{shown} names no site of the web", "write the whole name, such as www.example.org"
    return host_fault(address, shown)


def _no_address(text: str, shown: str) -> Fault:
    """Why a text is no address, where that is known: a number, or more than the address."""
    if _TELEPHONE.fullmatch(text):
        what = f"{shown} is a number to call, and readers are to write"
        return what, "write kunnskap@example.org or https://example.org/feil"
    found = [match["address"] for match in _MAIL.finditer(text)]
    if len(found) == 1 and re.fullmatch(r"[^@<(]*<[^<>]*>|[^()\s]+\s*\([^()@]*\)", text):
        return f"{shown} holds more than the address", f"write {found[0]} alone"
    if len(found) > 1 and re.search(r"[,;]", text):
        return f"{shown} holds several addresses", f"write one alone, such as {found[0]}"
    what = f"{shown} is neither an e-mail address nor an address of the web"
    return what, "write kunnskap@example.org or https://example.org/feil"


def _is_mail(name: str, host: str) -> bool:
    """Whether the parts of an e-mail address are such as a host and a server take."""
    if name.startswith(".") or name.endswith(".") or ".." in name:
        return False
    # A letter of another form (𝐚) is another address to a server.
    if unicodedata.normalize("NFKC", name) != name or host_fault(f"https://{host}/", host):
        return False
    try:
        host.encode("idna")
    except UnicodeError:
        return False
    return not host.rpartition(".")[2].isdecimal()
