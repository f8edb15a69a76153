"""Which typefaces a PDF uses: only the site's own, and all of them in the file."""

from __future__ import annotations

import io

import pikepdf

# As overrides/print/typefaces.css names the files in overrides/print/fonts.
OWN = ("Source-Sans-3", "Source-Serif-4")


def fonts(pdf: pikepdf.Pdf) -> dict[str, bool]:
    """The typefaces by name, and whether the file holds their letters."""
    found = {}
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            name = str(item.get("/FontName", "")).lstrip("/").rpartition("+")[2]
            found[name] = any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def foreign_fonts(data: bytes) -> list[str]:
    """The typefaces that are not the site's, or that the file does not hold."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sorted(
            name
            for name, held in fonts(pdf).items()
            if not (held and name.replace(" ", "-").startswith(OWN))
        )
