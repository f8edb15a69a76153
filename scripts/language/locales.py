"""The two locales of the site, and their names in different systems.

`code` is the folder in docs/ and the locale of mkdocs-static-i18n. "no" is a macrolanguage;
`lang`, for browsers, search engines and screen readers, is the exact tag "nb" (BCP 47,
RFC 5646 section 2.2.1). `csl` names the locale file of the Citation Style Language. `prefix`
is the start of the language's addresses.
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
    """The other language, which the language switch leads to."""
    return ENGLISH if locale is NORWEGIAN else NORWEGIAN
