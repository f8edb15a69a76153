"""Post-processes PDFs: marks the content of the margins as artifacts.

WeasyPrint 70 marks running headers as content but attaches them to no tag. PDF/UA requires that
everything is either tagged or an artifact (ISO 14289-1, 7.1), so that a screen reader does not
read the footer of each page.
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


def post_processed(data: bytes, one_sided: bool = False) -> bytes:
    """The PDF with artifacts marked, as PDF/A too, compressed and reproducible.

    `one_sided` asks for simplex printing (ISO 32000-1, table 150).
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
        output = io.BytesIO()
        pdf.save(
            output,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=True,
        )
    return output.getvalue()


def _tagged(pdf: pikepdf.Pdf) -> dict[Any, set[int]]:
    """The ids of marked content (MCIDs) that tags refer to, by page."""
    mcids: dict[Any, set[int]] = defaultdict(set)
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
            mcids[page].add(int(item))
    return mcids


def _mark_artifacts(page: pikepdf.Page, tagged: set[int]) -> None:
    stream = page.Contents
    old = stream.read_bytes()
    new = _MARKED.sub(lambda match: match.group() if int(match[1]) in tagged else _ARTIFACT, old)
    if new != old:
        stream.write(new)


def _forget_artifacts(pdf: pikepdf.Pdf, tagged: dict[Any, set[int]]) -> None:
    """Remove artifacts from the parent tree, which maps marked content to tags."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    pages = {page.obj.get("/StructParents"): page.objgen for page in pdf.pages}
    for index in range(0, len(numbers), 2):
        owner = pages.get(numbers[index])
        if owner is None or not isinstance(numbers[index + 1], pikepdf.Array):
            continue
        numbers[index + 1] = pikepdf.Array(
            [
                tag if number in tagged[owner] else None
                for number, tag in enumerate(numbers[index + 1])
            ]
        )
