"""Nothing is cut off, nothing lies on top of anything else, and forms have room for a pen."""

import subprocess
from itertools import pairwise

from tests.print.drawn import upright

MM = 72 / 25.4
A4, A3 = (210, 297), (297, 420)
# Packs of the workshops and of the short meetings in the room.
PACKS = ("verkstedspakke.pdf", "workshop-pack.pdf", "-kort-mote.pdf", "-short-meeting.pdf")


def size(page):
    """Width and height of a page in millimetres."""
    left, low, right, high = (float(each) for each in page.mediabox)
    return round((right - left) / MM), round((high - low) / MM)


def each_page(pdfs):
    """Where each page is, its words, what is drawn on it, and its size in points."""
    for name, pdf in pdfs.items():
        sheets = zip(pdf.file.pages, pdf.words, pdf.shapes, strict=True)
        for number, (page, words, shapes) in enumerate(sheets, 1):
            wide, high = (side * MM for side in size(page))
            yield f"{name}, page {number}", words, shapes, (wide, high)


def test_everything_is_a4_but_the_poster_and_the_wall_sheets_of_a3(pdfs):
    walls = 0
    for name, pdf in pdfs.items():
        sizes = {size(page) for page in pdf.file.pages}
        if name.endswith(("plakat-a3.pdf", "poster-a3.pdf")):
            assert sizes == {A3}, name
        elif name.endswith("-a3.pdf"):
            walls += 1
            assert sizes == {A3[::-1]}, name
        elif name.endswith(
            (
                *PACKS,
                "fase-5-dialog-og-konsensus-skjermmote.pdf",
                "phase-5-consensus-screen-meeting.pdf",
            )
        ):
            # Wall sheets lie across, so that columns have room for notes.
            assert sizes <= {A4, A4[::-1]}, name
            assert size(pdf.file.pages[0]) == A4, name
        else:
            assert sizes == {A4}, name
        assert not name.endswith("-a3.pdf") or len(pdf.file.pages) == 1, name
    assert walls == 10


def test_a_guide_has_seven_pages_at_most(of_kind):
    for name, pdf in of_kind("veiledning.pdf", "-guide.pdf").items():
        assert 3 <= len(pdf.file.pages) <= 7, name


def test_the_title_of_the_poster_has_the_same_margin_to_both_sides_of_its_band(of_kind):
    for name, pdf in of_kind("plakat-a3.pdf", "poster-a3.pdf").items():
        (words,), (shapes,) = pdf.words, pdf.shapes
        band = max(shapes, key=lambda box: (box.x1 - box.x0) * (box.bottom - box.top))
        inside = [word for word in words if band.top < word.top < band.bottom]
        assert len(inside) > 10, name
        left = min(word.x0 for word in inside) - band.x0
        assert band.x1 - max(word.x1 for word in inside) >= left - 1, name


def test_no_word_leaves_the_room_between_the_margins(pdfs):
    for place, words, _, (wide, high) in each_page(pdfs):
        for word in words:
            assert word.x0 >= 15 * MM - 1, (place, word)
            assert word.x1 <= wide - 15 * MM + 1, (place, word)
            assert word.top >= 8 * MM, (place, word)
            assert word.bottom <= high - 8 * MM, (place, word)


def test_no_two_words_lie_on_each_other(pdfs):
    for place, found, _, _ in each_page(pdfs):
        words = sorted(found, key=lambda word: word.top)
        for at, word in enumerate(words):
            for other in words[at + 1 :]:
                if other.top >= word.bottom:
                    break
                across = min(word.x1, other.x1) - max(word.x0, other.x0)
                down = min(word.bottom, other.bottom) - max(word.top, other.top)
                least = min(word.bottom - word.top, other.bottom - other.top)
                assert across < 1 or down < 0.4 * least, f"{place}: {word.text} on {other.text}"


def test_no_word_crosses_the_border_of_a_cell(pdfs):
    seen = 0
    for place, words, shapes, _ in each_page(pdfs):
        lines = upright(shapes)
        seen += len(lines)
        for word in words if lines else []:
            for line in lines:
                beside = line.top < word.bottom - 2 and line.bottom > word.top + 2
                assert not (beside and word.x0 + 1 < line.x0 < word.x1 - 1), f"{place}: {word.text}"
    assert seen > 1000


def test_forms_have_rows_that_a_pen_can_write_in(of_kind):
    """Lines of handwriting are about 9 mm apart; a row holds its label and more than that."""
    for name, pdf in of_kind("-ark.pdf", "-sheet.pdf").items():
        heights = []
        for page in pdf.plumbed.pages[1:]:
            for table in page.find_tables():
                for row in table.rows[1:]:
                    heights.append((row.bbox[3] - row.bbox[1]) / MM)
        assert heights, name
        assert min(heights) >= 12, f"{name}: {min(heights):.1f} mm"


def test_no_sheet_is_almost_empty(pdfs):
    """A page with a line or two is paper thrown away."""
    for place, words, shapes, (_, high) in each_page(pdfs):
        marks = [box.bottom for box in [*words, *shapes] if box.bottom < high - 22 * MM]
        assert marks, f"{place} is empty"
        assert max(marks) > 25 * MM, place


def test_qr_codes_are_no_larger_than_25_millimetres_and_no_smaller_than_18(pdfs):
    for name, pdf in pdfs.items():
        codes = [figure for figure in pdf.named("Figure") if "QR" in str(figure.object.Alt)]
        assert codes, name
        for code in codes:
            x0, _, x1, _ = (float(number) for number in code.object.A.BBox)
            # The box is in the units of CSS, 96 to the inch.
            assert 18 <= (x1 - x0) / 96 * 25.4 <= 25, name


def test_in_grey_dark_and_light_stay_apart(site, tmp_path):
    """White letters on the band and dark ones on sand: what is told apart is not by colour."""
    for name in ("fase-1-forankring-veiledning", "fase-1-forankring-rolleark", "plakat-a3"):
        rows = grey_rows(picture(site / "trykk" / f"{name}.pdf", tmp_path / name, "-l", "1")[0])
        tones = sorted(tone for row in rows for tone in row)
        dark, light = tones[len(tones) // 200], tones[len(tones) // 2]
        assert dark < 110, name
        assert light > 240, name


def test_the_ends_of_lines_are_on_the_paper(pdfs, tmp_path):
    """Seen and not only measured: the outermost 8 mm of every page are white."""
    for name, pdf in pdfs.items():
        for number, data in enumerate(picture(pdf.path, tmp_path / pdf.path.stem)):
            rows, edge = grey_rows(data), 8
            sides = [row[:edge] + row[-edge:] for row in rows] + rows[:edge] + rows[-edge:]
            assert min(min(side) for side in sides) > 240, f"{name}, page {number + 1}"


def picture(path, folder, *options):
    """The pages of a PDF as grey pictures, a point for each millimetre."""
    folder.mkdir()
    command = ["pdftoppm", "-gray", "-r", "25.4", *options, str(path), str(folder / "p")]
    subprocess.run(command, check=True)
    return [page.read_bytes() for page in sorted(folder.glob("p*.pgm"))]


def grey_rows(data):
    """The rows of a PGM picture, a byte for each point."""
    _, width, height, _ = data.split(maxsplit=4)[:4]
    width, height = int(width), int(height)
    pixels = data[-width * height :]
    starts = range(0, width * height + 1, width)
    return [pixels[start:stop] for start, stop in pairwise(starts)]
