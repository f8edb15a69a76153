"""No page is half empty without a reason, and what belongs together is on one page."""

import re
from itertools import pairwise, takewhile

from tests.print.tags import squeezed

MM = 72 / 25.4
TOP, FOOT = 17 * MM, 21 * MM
LEAST = 0.45
# Blank paper of more than this does not count as filled: the room between two lines for
# handwriting, or about a heading, is less.
GAP = 12 * MM
GUIDES = ("veiledning.pdf", "-guide.pdf")
PACKS = ("verkstedspakke.pdf", "workshop-pack.pdf")
# Which pages may be emptier, and why.
REASONS = [
    (r"(veiledning|-guide)\.pdf$", "last", "references end where they end"),
    (r"(handbok|handbook)\.pdf$", "last", "references end where they end"),
]


def excused(name, number, pages):
    """Whether a page may be emptier than others."""
    return any(
        re.search(pattern, name) and which == "last" and number == pages
        for pattern, which, _ in REASONS
    )


def fill(boxes, high):
    """How much of the room between head and foot of a page is used."""
    room = high - FOOT
    spans = sorted(
        (max(box.top, TOP), min(box.bottom, room)) for box in boxes if box.top < room - 1
    )
    used, end = 0.0, TOP
    for top, bottom in spans:
        used += max(0.0, bottom - (end if top - end <= GAP else max(top, end)))
        end = max(end, bottom)
    return used / (room - TOP)


def fills(pdf):
    """How full each page of a document is."""
    high = [float(page.mediabox[3]) for page in pdf.file.pages]
    sheets = zip(pdf.words, pdf.shapes, high, strict=True)
    return [fill([*words, *shapes], tall) for words, shapes, tall in sheets]


def test_no_page_is_less_than_45_per_cent_full_without_a_reason(pdfs):
    thin = []
    for name, pdf in pdfs.items():
        found = fills(pdf)
        thin += [
            f"{name}, page {number}: {100 * full:.0f} %"
            for number, full in enumerate(found, 1)
            if full < LEAST and not excused(name, number, len(found))
        ]
    assert thin == []


def test_no_role_of_a_guide_is_alone_on_a_page(of_kind):
    for name, pdf in of_kind(*GUIDES).items():
        does = "Do:" if name.startswith("en/") else "Gjør:"
        roles = [text.count(does) for text in pdf.page_texts]
        assert sum(roles) == 5, name
        assert 1 not in roles, name


def test_a_checklist_is_whole_on_one_page(of_kind, page_of):
    for name, pdf in of_kind(*GUIDES, *PACKS).items():
        _, tree = page_of[name]
        # There may be two: before the first trial, and before the phase ends.
        section = takewhile(
            lambda part: part.name != "h2", tree.find(id="checklist").find_next_siblings()
        )
        points = [
            squeezed(item.get_text())
            for part in section
            for item in part.select("li")
            if not item.select("sup")
        ]
        assert len(points) >= 5, name
        assert any(all(point in text for point in points) for text in pdf.page_texts), name


def test_no_line_ends_between_a_word_and_its_number(pdfs):
    """Nor within a number: what is read as one stands on one line."""
    for name, pdf in pdfs.items():
        for words in pdf.words:
            for word, following in pairwise(words):
                text = word.text.lower().lstrip("(«‘")
                if text in ("§", "§§", "fase", "phase") and following.text[0].isdigit():
                    assert following.top < word.bottom, f"{name}: {text} / {following.text}"
