"""Which documents are printed anew: the kept ones know all that they were made from."""

import re
from pathlib import Path

from scripts.documents.pdf.queue import PRINTING
from tests.unit.projects import ROOT

SCRIPTS = ROOT / "scripts"
# What says where files lie, and what is wrong, changes no document.
ELSEWHERE = "common/"
IMPORTED = re.compile(r'(?:^from |import_module\(")scripts\.([\w.]+)', re.MULTILINE)


def imports_of(module: str) -> set[str]:
    """Our own modules that a module imports, at its head or when it needs them."""
    text = (SCRIPTS / module).read_text(encoding="utf-8")
    found = {
        Path(*name.split(".")).with_suffix(".py").as_posix() for name in IMPORTED.findall(text)
    }
    return {name for name in found if not name.startswith(ELSEWHERE)}


def test_a_document_is_printed_again_when_any_module_that_prints_it_changes():
    reached, waiting = set(), ["documents/pdf/weasyprint.py"]
    while waiting:
        module = waiting.pop()
        reached.add(module)
        waiting += imports_of(module) - reached
    assert reached == set(PRINTING)
