"""Readability of a text: its sentences, and LIX.

LIX (Björnsson, *Läsbarhet*, 1968) is words per sentence plus the percentage of words of more than
six letters. A sentence ends at a full stop, a question or exclamation mark, or a colon before a
capital letter; alternatives in a form ([this / that]) are separate sentences. Up to 30 is easy,
30–40 medium, 40–50 like newspapers, above 50 difficult (official language).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[-’'–][^\W_]+)*")
# Abbreviations whose full stop does not end a sentence.
_NOT_AFTER_ABBREVIATION = "".join(
    rf"(?<!\b{re.escape(each)})"
    for each in ("bl.a.", "f.eks.", "nr.", "ca.", "kl.", "dvs.", "s.", "p.")
)
# A sentence begins with a capital letter, a digit, or masked code (`content/prose.py`).
_FIRST_CHARACTER = "A-ZÆØÅ\\d\N{OBJECT REPLACEMENT CHARACTER}"
_SENTENCE_END = re.compile(
    rf"(?<=[.!?:…]){_NOT_AFTER_ABBREVIATION}[»’*_)\]\s]*\s+(?=[«‘*_(\[]*[{_FIRST_CHARACTER}])| / "
)
_LONG_WORD = 6


def words(text: str) -> list[str]:
    """The words of a text; a hyphenated word counts as one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, without parts that contain no word."""
    return [part for part in _SENTENCE_END.split(" ".join(text.split())) if _WORD.search(part)]


def lix(texts: Iterable[str]) -> float:
    """The LIX of sentences; 0 where there are none."""
    by_sentence = [words(sentence) for sentence in texts]
    all_words = [word for sentence_words in by_sentence for word in sentence_words]
    if not all_words:
        return 0.0
    long = sum(len(word) > _LONG_WORD for word in all_words)
    return len(all_words) / len(by_sentence) + 100 * long / len(all_words)
