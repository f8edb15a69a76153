"""The two locales of the site and what each is called where.

`code` is the folder in docs/ and the locale of mkdocs-static-i18n. Its default,
"no", is the macro language; browsers, search engines and screen readers are told
the exact one, "nb" (BCP 47, RFC 5646 section 2.2.1). `csl` names the locale file
of the Citation Style Language.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Locale:
    """One language of the site."""

    code: str
    lang: str
    csl: str
    name: str
    prefix: str


NORWEGIAN = Locale("no", "nb", "nb-NO", "Norsk", "")
ENGLISH = Locale("en", "en", "en-GB", "English", "en/")
LOCALES = (NORWEGIAN, ENGLISH)
BY_CODE = {locale.code: locale for locale in LOCALES}


def other(locale: Locale) -> Locale:
    """The language that the switch leads to."""
    return ENGLISH if locale is NORWEGIAN else NORWEGIAN
