"""How heavy a text is to read: its sentences, and LIX.

LIX (Björnsson, *Läsbarhet*, 1968) is words a sentence, plus words of more than six letters in
a hundred. A sentence ends at a full stop, a question or exclamation mark, or a colon before a
capital letter; what a form gives to choose from ([this / that]) is no one sentence either. Up to
30 is easy, 30–40 middling, 40–50 like newspapers, above 50 heavy (official language).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:[-’'–][^\W_]+)*")
# Where a capital letter after a full stop begins no sentence.
_SHORT = "".join(
    rf"(?<!\b{re.escape(each)})"
    for each in ("bl.a.", "f.eks.", "nr.", "ca.", "kl.", "dvs.", "s.", "p.")
)
# What begins a sentence: a capital letter, a figure, or what stands for code (`content/prose.py`).
_FIRST = "A-ZÆØÅ\\d\N{OBJECT REPLACEMENT CHARACTER}"
_END = re.compile(rf"(?<=[.!?:…]){_SHORT}[»’*_)\]\s]*\s+(?=[«‘*_(\[]*[{_FIRST}])| / ")
_LONG = 6


def words(text: str) -> list[str]:
    """The words of a text, each hyphenated one as one."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; what holds no word is none."""
    return [part for part in _END.split(" ".join(text.split())) if _WORD.search(part)]


def lix(said: Iterable[str]) -> float:
    """LIX of some sentences; 0 where there are none."""
    counted = [words(sentence) for sentence in said]
    every = [word for row in counted for word in row]
    if not every:
        return 0.0
    long = sum(len(word) > _LONG for word in every)
    return len(every) / len(counted) + 100 * long / len(every)
