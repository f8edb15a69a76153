"""What is drawn on each page of a PDF, as PDFium and Poppler see it: text, words and lines."""

import ctypes
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree

HTML = "{http://www.w3.org/1999/xhtml}"
# A thinner box is a line.
THIN = 2
# Poppler's boxes have room above for the tallest letters of the face; this part is filled.
FILLED = 0.7


@dataclass(frozen=True)
class Box:
    """A place on a page in points from its upper left corner, with the word that stands there."""

    x0: float
    top: float
    x1: float
    bottom: float
    text: str = ""


def marked_texts(path: Path) -> dict[tuple[int, int], str]:
    """The text of each marked content by page and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    with pdfium.PdfDocument(path) as document:
        for number, page in enumerate(document):
            letters = raw.FPDFText_LoadPage(page.raw)
            for item, mark in _items(page):
                if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
                    found[number, mark] += _text(item, letters)
            raw.FPDFText_ClosePage(letters)
    return found


def words(path: Path) -> list[list[Box]]:
    """The words of each page."""
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True)
    tree = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    return [[_word(word) for word in page.iter(f"{HTML}word")] for page in tree.iter(f"{HTML}page")]


def _word(word: Any) -> Box:
    x0, top, x1, bottom = (float(word.get(key)) for key in ("xMin", "yMin", "xMax", "yMax"))
    return Box(x0, bottom - FILLED * (bottom - top), x1, bottom, word.text or "")


def shapes(path: Path) -> list[list[Box]]:
    """The lines and grounds of each page."""
    found = []
    with pdfium.PdfDocument(path) as document:
        for page in document:
            height = page.get_height()
            boxes = []
            for item, _ in _items(page):
                if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
                    left, low, right, high = (ctypes.c_float() for _ in range(4))
                    raw.FPDFPageObj_GetBounds(item, left, low, right, high)
                    box = Box(left.value, height - high.value, right.value, height - low.value)
                    boxes.append(box)
            found.append(boxes)
    return found


def upright(boxes: list[Box]) -> list[Box]:
    """The lines among shapes that stand upright."""
    return [box for box in boxes if box.x1 - box.x0 < THIN and box.bottom - box.top > 8]


def _items(page: pdfium.PdfPage) -> Iterator[tuple[Any, int]]:
    """Everything drawn on a page, with the number of its marked content (-1: none)."""
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        yield from _within(item, raw.FPDFPageObj_GetMarkedContentID(item))


def _within(item: Any, mark: int) -> Iterator[tuple[Any, int]]:
    """An object, and those of a drawing that it holds, which share its mark."""
    yield item, mark
    if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_FORM:
        for index in range(raw.FPDFFormObj_CountObjects(item)):
            yield from _within(raw.FPDFFormObj_GetObject(item, index), mark)


def _text(item: Any, letters: Any) -> str:
    size = raw.FPDFTextObj_GetText(item, letters, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    raw.FPDFTextObj_GetText(item, letters, pointer, size)
    # PDFium has a sign of its own for a hyphen at the end of a line.
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0").replace("\x02", "-")
