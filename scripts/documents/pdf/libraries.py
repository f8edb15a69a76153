"""Checks for the system libraries that PDFs need, before anything is rendered."""

from __future__ import annotations

import importlib

from scripts.common.problems import Problem, ProblemsFound

# The libraries WeasyPrint needs (its documentation, "First steps").
LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


def check_print_libraries() -> None:
    """Raise `ProblemsFound` with what to install if PDFs cannot be rendered on this machine.

    Imports instead of looking them up, since an installed library may be incompatible.
    """
    try:
        importlib.import_module("weasyprint")
    except OSError as error:
        what = f"the files to print need Pango, which is missing ({str(error).splitlines()[0]})"
        command = f"sudo apt-get install {' '.join(LIBRARIES.values())}"
        fix = f"run: {command} (or leave print out: SITE_PRINT=off make site)"
        raise ProblemsFound([Problem("make site", 0, what, fix)]) from None
