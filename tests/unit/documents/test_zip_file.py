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
