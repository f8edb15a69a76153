"""Asks hunspell which words a language does not know (one process a language).

Words of the site's own are handed over as a personal dictionary: a word a line, `word/model`
where it is inflected like a word that the dictionary knows (hunspell(1), PERSONAL DICTIONARIES).
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
# What is looked for -> the Debian package that brings it.
PACKAGES = {"hunspell": "hunspell", "nb_NO": "hunspell-no", "en_GB": "hunspell-en-gb"}
_SUGGESTED = re.compile(r"^& (?P<word>\S+) \d+ \d+: (?P<near>.+)$", re.MULTILINE)


def missing() -> list[str]:
    """The Debian packages of the program and the dictionaries that are not there."""
    if not shutil.which("hunspell"):
        return list(PACKAGES.values())
    absent = [name for name in DICTIONARIES.values() if _run(["-d", name, "-l"], "").returncode]
    return [PACKAGES[name] for name in absent]


def unknown_words(words: Iterable[str], code: str, known: Iterable[str]) -> set[str]:
    """Those of `words` that neither the dictionary of a language nor `known` holds.

    Args:
        words: Single words, without hyphens, digits and spaces.
        code: The folder of the language, `no` or `en`.
        known: Lines of a personal dictionary.

    Raises:
        ProblemsFound: when hunspell or the dictionary is not there, with the command that
            installs it.
    """
    lines = list(known)
    with tempfile.TemporaryDirectory() as folder:
        personal = Path(folder) / "known"
        personal.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        done = _ask(["-d", DICTIONARIES[code], "-p", str(personal), "-l"], "\n".join(words))
    # Workaround: hunspell 1.7 tells a few words unknown that stand in the personal dictionary
    # beside a shorter one ("Fafo", "Fafos"). Upstream: none reported; remove when it does not.
    plain = {line for line in lines if "/" not in line}
    return {word for word in done.split() if plain.isdisjoint((word, word.lower()))}


def suggestions(words: Iterable[str], code: str) -> dict[str, str]:
    """For each word the one that hunspell thinks was meant, where it has an idea."""
    # The sign at the front keeps a word from being read as a command.
    done = _ask(["-d", DICTIONARIES[code], "-a"], "\n".join(f"^{word}" for word in words))
    return {
        match["word"]: match["near"].split(", ")[0].replace("'", "’")
        for match in _SUGGESTED.finditer(done)
    }


def _ask(arguments: list[str], text: str) -> str:
    with suppress(OSError):
        done = _run(arguments, text)
        if not done.returncode:
            return done.stdout
    if packages := missing():
        what = f"spelling needs {', '.join(packages)}"
        mend = f"run: sudo apt-get install -y {' '.join(packages)} (elsewhere: hunspell with "
        mend += f"the dictionaries {' and '.join(DICTIONARIES.values())})"
    else:
        what, mend = "hunspell stopped", f"see what it says: hunspell {' '.join(arguments[:2])}"
    raise ProblemsFound([Problem("make spelling", 0, what, mend)])


def _run(arguments: list[str], text: str) -> subprocess.CompletedProcess[str]:
    command = ["hunspell", "-i", "UTF-8", *arguments]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)
