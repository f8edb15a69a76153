"""Runs hunspell to find unknown words (one process per language).

The site's own words are passed as a personal dictionary: one per line, `word/model` where it is
inflected like a word in the dictionary (hunspell(1), PERSONAL DICTIONARIES).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from scripts.common.problems import Problem, ProblemsFound

DICTIONARIES = {"no": "nb_NO", "en": "en_GB"}
# Program or dictionary -> the Debian package that provides it.
PACKAGES = {"hunspell": "hunspell", "nb_NO": "hunspell-no", "en_GB": "hunspell-en-gb"}
_SUGGESTED = re.compile(r"^& (?P<word>\S+) \d+ \d+: (?P<near>.+)$", re.MULTILINE)


def missing() -> list[str]:
    """The Debian packages of the program and dictionaries that are not installed."""
    if not shutil.which("hunspell"):
        return list(PACKAGES.values())
    absent = [name for name in DICTIONARIES.values() if _run(["-d", name, "-l"], "").returncode]
    return [PACKAGES[name] for name in absent]


def unknown_words(words: Iterable[str], code: str, known: Iterable[str]) -> set[str]:
    """The words that are neither in the dictionary of a language nor in `known`.

    Args:
        words: Single words, without hyphens, digits and spaces.
        code: The folder of the language, `no` or `en`.
        known: Lines of a personal dictionary.

    Raises:
        ProblemsFound: hunspell or the dictionary is not installed; says which command
            installs it.
    """
    lines = list(known)
    with tempfile.TemporaryDirectory() as folder:
        personal = Path(folder) / "known"
        personal.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        result = _run_or_raise(
            ["-d", DICTIONARIES[code], "-p", str(personal), "-l"], "\n".join(words)
        )
    # Workaround: hunspell 1.7 reports a few words of the personal dictionary as unknown, if a
    # shorter one is in it too ("Fafo", "Fafos"). Upstream: none reported; remove when fixed.
    plain = {line for line in lines if "/" not in line}
    return {word for word in result.split() if plain.isdisjoint((word, word.lower()))}


def suggestions(words: Iterable[str], code: str) -> dict[str, str]:
    """Hunspell's first suggestion for each word that it has one for."""
    # The ^ prefix keeps a word from being read as a command.
    result = _run_or_raise(
        ["-d", DICTIONARIES[code], "-a"], "\n".join(f"^{word}" for word in words)
    )
    return {
        match["word"]: match["near"].split(", ")[0].replace("'", "’")
        for match in _SUGGESTED.finditer(result)
    }


def _run_or_raise(arguments: list[str], text: str) -> str:
    with suppress(OSError):
        result = _run(arguments, text)
        if not result.returncode:
            return result.stdout
    if packages := missing():
        what = f"spelling needs {', '.join(packages)}"
        fix = f"run: sudo apt-get install -y {' '.join(packages)} (elsewhere: hunspell with "
        fix += f"the dictionaries {' and '.join(DICTIONARIES.values())})"
    else:
        what, fix = "hunspell stopped", f"see what it says: hunspell {' '.join(arguments[:2])}"
    raise ProblemsFound([Problem("make spelling", 0, what, fix)])


def _run(arguments: list[str], text: str) -> subprocess.CompletedProcess[str]:
    command = ["hunspell", "-i", "UTF-8", *arguments]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
