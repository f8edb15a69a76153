"""The glossary: the forms that a term is recognised by."""

from __future__ import annotations

from scripts.content.records import Term


def forms(term: Term, code: str) -> list[str]:
    """Every form of a term in one language; the term itself is the first."""
    return [term["term"][code], *term.get("forms", {}).get(code, [])]
