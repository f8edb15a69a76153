"""Who is behind the site, from the owner's settings.

Invalid settings are reported before anything is built. A name that is an address, or a text left
over from an example, would end up in every citation of the site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from scripts.common.problems import Problem, listed
from scripts.web.contact import SETTING as CONTACT
from scripts.web.contact import Contact, contact_problems, read_contact
from scripts.web.edit_link import edit_problems

PUBLISHER, EDITOR, REVIEWED = "SITE_PUBLISHER", "SITE_EDITOR", "SITE_REVIEWED"
# The settings that an edition needs, unless it is published unsigned.
SIGNATURE = (PUBLISHER, CONTACT)
_LONGEST = 120
_ADDRESS = re.compile(r"://|@|^www\.", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")
_UNWANTED = re.compile(r"[\x00-\x1f\x7f<>{}\[\]\\]")


@dataclass(frozen=True)
class Sender:
    """Who publishes the site; None for what is not set. `reviewed` is an ISO date."""

    publisher: str | None = None
    editor: str | None = None
    contact: Contact | None = None
    reviewed: str | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The settings that a signed edition needs and that are not set."""
        values = {PUBLISHER: self.publisher, CONTACT: self.contact}
        return tuple(name for name in SIGNATURE if values[name] is None)

    @property
    def notice(self) -> str | None:
        """A one-line notice for whoever builds the site, None when it is signed."""
        if not self.missing:
            return None
        verb = "is" if len(self.missing) == 1 else "are"
        names = listed(self.missing, "and")
        consequence = "and the page on who is behind the site says so"
        return f"Not signed: {names} {verb} not set, {consequence}."


def read_sender(extra: Mapping[str, object]) -> Sender:
    """The sender in `extra` of mkdocs.yml; invalid settings count as not set."""
    publisher, editor = _text(extra, "publisher"), _text(extra, "editor")
    reviewed = _text(extra, "reviewed")
    return Sender(
        publisher if publisher and not _name_fault(publisher) else None,
        editor if editor and not _name_fault(editor) else None,
        read_contact(extra.get("contact")),
        reviewed if reviewed and _is_day(reviewed) else None,
    )


def sender_problems(extra: Mapping[str, object], today: date | None = None) -> list[Problem]:
    """Everything that is wrong with the settings; `today` defaults to the current date."""
    problems = []
    for setting, key in ((PUBLISHER, "publisher"), (EDITOR, "editor")):
        text = _text(extra, key)
        if text and (fault := _name_fault(text)):
            problems.append(Problem(setting, 0, *fault))
    problems += contact_problems(extra.get("contact"))
    problems += edit_problems(extra.get("edit"))
    reviewed = _text(extra, "reviewed")
    if reviewed and not _is_day(reviewed):
        what = f'"{reviewed}" is no day'
        problems.append(Problem(REVIEWED, 0, what, "write year, month and day: 2026-11-28"))
    elif reviewed and date.fromisoformat(reviewed) > (today or date.today()):
        what = f'"{reviewed}" has not been yet'
        fix = "write the day when somebody last went over it all"
        problems.append(Problem(REVIEWED, 0, what, fix))
    return problems


def _text(extra: Mapping[str, object], key: str) -> str:
    # macOS may decompose characters: å as a and a combining ring.
    return normalize("NFC", str(extra.get(key) or "")).strip()


def _name_fault(text: str) -> tuple[str, str] | None:
    """What is wrong with a name, and the remedy; None if nothing is."""
    fix = "write the name alone, as it is to stand in citations"
    if _ADDRESS.search(text):
        return f'"{text}" is an address and no name', f"{fix}; the address goes in {CONTACT}"
    if _UNWANTED.search(text) or not _LETTERS.search(text):
        return f"{text!r} is no name", fix
    if len(text) > _LONGEST:
        return f"the name has {len(text)} characters", f"keep it under {_LONGEST}"
    return None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
