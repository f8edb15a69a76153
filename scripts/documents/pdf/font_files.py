"""Checks the fonts of a PDF: only the site's own, and all embedded."""

from __future__ import annotations

import io

import pikepdf

# As overrides/print/typefaces.css names the files in overrides/print/fonts.
OWN = ("Source-Sans-3", "Source-Serif-4")


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """The fonts by name, and whether they are embedded."""
    embedded = {}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.get("/FontName", "")).lstrip("/").rpartition("+")[2]
            embedded[name] = any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return embedded


def foreign_fonts(data: bytes) -> list[str]:
    """The fonts that are not the site's, or are not embedded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sorted(
            name
            for name, held in fonts(pdf).items()
            if not (held and name.replace(" ", "-").startswith(OWN))
        )
