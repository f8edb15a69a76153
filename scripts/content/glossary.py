"""The glossary: the inflected forms by which a term is recognised."""

from __future__ import annotations

from scripts.content.records import Term


def inflections(term: Term, code: str) -> list[str]:
    """Every inflected form of a term in one language; the term itself comes first."""
    return [term["term"][code], *term.get("forms", {}).get(code, [])]
