"""Mends of a finished PDF: what stands in the margins is told apart from the text.

WeasyPrint 70 marks the running heads as text but hangs them on no tag. PDF/UA asks that
everything is either tagged or an artifact (ISO 14289-1, 7.1), so that a screen reader
does not read the foot of each page.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import Any

import pikepdf

from scripts.documents.pdf.pdf_a import make_archival

_MARKED = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")
_ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"


def mended(data: bytes, one_sided: bool = False) -> bytes:
    """The PDF with artifacts marked, as PDF/A too, compressed, with the same bytes each time.

    What is handed out sheet by sheet, or cut, asks the printer for one side (ISO 32000-1, table
    150).
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        tagged = _tagged(pdf)
        for page in pdf.pages:
            _mark_artifacts(page, tagged[page.objgen])
        _forget_artifacts(pdf, tagged)
        make_archival(pdf)
        if one_sided:
            if "/ViewerPreferences" not in pdf.Root:
                pdf.Root.ViewerPreferences = pikepdf.Dictionary()
            pdf.Root.ViewerPreferences.Duplex = pikepdf.Name.Simplex
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
        )
    return out.getvalue()


def _tagged(pdf: pikepdf.Pdf) -> dict[Any, set[int]]:
    """The marked contents of each page that a tag holds."""
    found: dict[Any, set[int]] = defaultdict(set)
    waiting: list[tuple[Any, Any]] = [(pdf.Root.StructTreeRoot.K, None)]
    while waiting:
        item, page = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += [(each, page) for each in item]
        elif isinstance(item, pikepdf.Dictionary):
            own = item.get("/Pg")
            page = own.objgen if own is not None else page
            if "/K" in item:
                waiting.append((item["/K"], page))
        else:
            found[page].add(int(item))
    return found


def _mark_artifacts(page: pikepdf.Page, tagged: set[int]) -> None:
    stream = page.Contents
    old = stream.read_bytes()
    new = _MARKED.sub(lambda match: match.group() if int(match[1]) in tagged else _ARTIFACT, old)
    if new != old:
        stream.write(new)


def _forget_artifacts(pdf: pikepdf.Pdf, tagged: dict[Any, set[int]]) -> None:
    """The list of which tag holds which content names none for an artifact."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    pages = {page.obj.get("/StructParents"): page.objgen for page in pdf.pages}
    for at in range(0, len(numbers), 2):
        owner = pages.get(numbers[at])
        if owner is None or not isinstance(numbers[at + 1], pikepdf.Array):
            continue
        numbers[at + 1] = pikepdf.Array(
            [tag if number in tagged[owner] else None for number, tag in enumerate(numbers[at + 1])]
        )
