"""Files that are zips are equal when what they hold is equal."""

import io
import zipfile

from scripts.documents.zip_file import timeless, zipped


def packed(year: int) -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as target:
        target.writestr(zipfile.ZipInfo("a.txt", (year, 1, 1, 0, 0, 0)), "innhold")
    return saved.getvalue()


def test_the_time_of_making_leaves_no_trace():
    assert packed(2001) != packed(2002)
    assert timeless(packed(2001)) == timeless(packed(2002))


def test_a_member_can_be_changed_by_name():
    changed = timeless(packed(2001), {"a.txt": bytes.upper})
    with zipfile.ZipFile(io.BytesIO(changed)) as read:
        assert read.read("a.txt") == b"INNHOLD"


def test_members_keep_their_order():
    with zipfile.ZipFile(io.BytesIO(zipped([("b", b"1"), ("a", b"2")]))) as read:
        assert read.namelist() == ["b", "a"]


def test_a_word_that_changes_leaves_most_of_a_zip_as_it_was():
    """Or each edition on the branch would weigh as much as all its zips together."""
    lines = [f"<p>Line {number} of {number * 7919 % 1000} says this.</p>" for number in range(5000)]
    before = zipped([("page.html", "\n".join(lines).encode())])
    lines[2500] = "<p>This one says something else, and says it at greater length.</p>"
    after = zipped([("page.html", "\n".join(lines).encode())])
    pieces = [before[at : at + 64] for at in range(0, len(before), 64)]
    assert sum(piece in after for piece in pieces) > 0.8 * len(pieces)


def test_files_that_are_compressed_in_themselves_are_stored_as_they_are():
    content = bytes(range(256)) * 8
    assert content in zipped([("papers/sheet.pdf", content)])
    assert content not in zipped([("papers/sheet.txt", content)])
