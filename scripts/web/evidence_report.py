"""The calculation behind each grade, for whoever wants to check it (`make evidence`)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.grades import grades
from scripts.content.load import Content
from scripts.language.locales import LOCALES
from scripts.language.messages import messages_for
from scripts.web.grade_words import sure


def evidence_lines(content: Content) -> Iterator[str]:
    """Each phase, tool and building block, with its points and the studies that count."""
    words = messages_for(content.interface, LOCALES[0])
    for id_, grade in grades(content.site, content.datasets.records, content.sources).items():
        yield f"{id_}: {sure(grade, words)}"
        yield f"     MKM: independent {grade.mkm.independent}, party {grade.mkm.party}"
        for point, value in grade.points.items():
            yield f"  {int(value):+d} {words(f'grade.point.{point}')}"
        if grade.unread:
            yield f"  -1 {words('grade.point.unread')}"
        for study in grade.studies:
            yield f"     {study['source']}: {study['design']}, {study['finds']}"
