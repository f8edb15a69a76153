"""Fact boxes, tables and lists made from data, so that no fact is typed twice.

A paragraph that is only `{{ municipalities }}` becomes the table of that name; a
page with a `record` gets that record's fact box after its lead. The templates
are in overrides/components/. They may cite: `[@id]` in a template's output becomes a
note like one in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from scripts.content.datasets import BY_PAGE_TYPE
from scripts.content.evidence_classes import EVIDENCE_CLASSES
from scripts.content.markdown import mask_code
from scripts.content.placeholders import LISTS, OWN_LISTS, PLACEHOLDER
from scripts.language.formats import grouped, written_date
from scripts.language.locales import BY_CODE, other
from scripts.language.messages import Messages
from scripts.web.choices import Choice, choices, commonest
from scripts.web.fragment_extension import Store
from scripts.web.grade_words import Part


@dataclass
class Fragments:
    """Renders records for one page.

    Attributes:
        templates: The folder of the templates.
        data: Lists of records by the name of their data file.
        words: The messages in the language of the page.
        link: Gives the relative URL of a page by its id, or None.
        title: Gives the title of a page by its id.
    """

    templates: Path
    data: dict[str, list[dict[str, Any]]]
    words: Messages
    link: Callable[[str], str | None]
    title: Callable[[str], str]

    def render(self, template: str, **values: Any) -> str:
        """The HTML of one template."""
        html = (
            _environment(self.templates)
            .get_template(template)
            .render(
                code=self.words.code,
                t=self.words,
                link=self.link,
                title=self.title,
                date=lambda value: written_date(value, self.words.code),
                other_code=other(BY_CODE[self.words.code]).code,
                other_lang=other(BY_CODE[self.words.code]).lang,
                number=lambda value: grouped(value, self.words.code),
                cite=cite,
                choices=self._choices,
                commonest=commonest,
                evidence_classes=EVIDENCE_CLASSES,
                **values,
            )
        )
        return re.sub(r"\n\s*\n+", "\n", html).strip()

    def _choices(
        self, records: Sequence[Mapping[str, Any]], key: str, words: str, **how: Any
    ) -> list[Choice]:
        """Filter options of a list; the labels are messages with the prefix `words`."""
        return choices(records, key, lambda value: self.words(f"{words}.{value}"), **how)

    def fact_box(
        self,
        kind: str,
        record_id: str,
        meta: Mapping[str, Any] | None = None,
        grade: Sequence[Part] = (),
    ) -> str:
        """The fact box of a page of this kind, "" if the kind has none.

        `meta` is the front matter of the page, which has the length of a workshop; `grade` is
        the grade of evidence of the record.
        """
        name = BY_PAGE_TYPE.get(kind)
        record = self.find(name, record_id) if name else None
        if record is None:
            return ""
        return self.render(f"{kind}.html", record=record, meta=meta or {}, grade=grade)

    def find(self, name: str, record_id: str) -> dict[str, Any] | None:
        """A record by data file and id."""
        return next((item for item in self.data.get(name, []) if item["id"] == record_id), None)

    def fill(self, text: str, store: Store, own: dict[str, Any] | None = None) -> str:
        """The Markdown with each placeholder replaced by its list or table.

        Args:
            text: The Markdown of a page.
            store: Stashes HTML and returns its placeholder in the Markdown.
            own: The record of the page itself, for the placeholders that show it.
        """

        def block(match: re.Match[str]) -> str:
            name = match.group(1)
            if name in LISTS:
                return store(self.render(f"{name}.html", records=self.data[name]))
            if name in OWN_LISTS and own is not None:
                return store(self.render(f"{name}.html", record=own))
            return match.group()

        out: list[str] = []
        position = 0
        # In the masked text: a placeholder in code is left as it is.
        for match in PLACEHOLDER.finditer(mask_code(text)):
            out += [text[position : match.start()], block(match)]
            position = match.end()
        return "".join([*out, text[position:]])


@cache
def _environment(templates: Path) -> Environment:
    """The environment for a folder of templates; Jinja reloads a changed file by itself."""
    return Environment(
        loader=FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


def after_lead(text: str, block: str) -> str:
    """The text with a block inserted after its first paragraph."""
    if not block:
        return text
    body = text.strip("\n")
    lead, gap, rest = body.partition("\n\n")
    return f"{lead}\n\n{block}\n\n{rest}" if gap else f"{lead}\n\n{block}\n"


def cite(sources: list[str] | str) -> str:
    """Source ids as a citation in our Markdown syntax, which becomes a note later."""
    ids = [sources] if isinstance(sources, str) else sources
    return " [" + "; ".join(f"@{id_}" for id_ in ids) + "]" if ids else ""
