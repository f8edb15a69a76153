"""The guide for editors without a command line: made from the project as it is, by real steps."""

import hashlib
import io

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.devtools.guide.make import PAGE, make_guide
from scripts.devtools.guide.texts import load_guide, shown_pages
from tests.browser import axe
from tests.conftest import ROOT

READ = ("docs", "data", "overrides", ".github", "mkdocs.yml")


def fingerprint():
    """What the working copy of the project holds."""
    paths = [path for part in READ for path in [ROOT / part, *(ROOT / part).rglob("*")]]
    files = sorted(path for path in paths if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def guide(tmp_path_factory, chromium):
    folder, scratch = tmp_path_factory.mktemp("guide") / "made", tmp_path_factory.mktemp("scratch")
    before = fingerprint()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tempfile.tempdir", str(scratch))
        patch.setenv("TMPDIR", str(scratch))
        pictures = make_guide(ROOT, folder, chromium)
    return folder, {(each.id, each.code): each for each in pictures}, before, scratch


@pytest.fixture(scope="module")
def pages():
    return shown_pages(load_guide(Project(ROOT)), load_site(ROOT))


def test_the_working_copy_is_as_it_was(guide):
    assert fingerprint() == guide[2]


def test_no_preview_is_left_behind(guide):
    """Neither its folder nor a build that it had begun."""
    assert sorted(guide[0].parent.iterdir()) == [guide[0]]
    assert list(guide[3].iterdir()) == []


def test_each_picture_is_there_light_and_1280_pixels_wide(guide):
    folder, pictures, *_ = guide
    files = {path.name for path in folder.iterdir()}
    assert files == {PAGE, *(each.file for each in pictures.values())}
    for each in pictures.values():
        image = Image.open(io.BytesIO((folder / each.file).read_bytes())).convert("L")
        assert image.width == 1280
        assert image.resize((1, 1)).getpixel((0, 0)) > 190, each.file


@pytest.mark.parametrize("code", ["no", "en"])
def test_pictures_show_what_they_say(guide, pages, code):
    _, pictures, *_ = guide
    path, twin = pages[code].path, pages["en"].path

    def seen(id_):
        return pictures[id_, code].seen

    assert seen("edit-link") in ("Rediger denne siden", "Edit this page")
    assert pages["no"].path in seen("file-no")
    assert all(f"\n{key}: " in seen("file-en") for key in ("id", "url"))
    assert ("La stå", "Leave alone")[code == "en"] in seen("file-no")
    # The bar, with the row, what is wrong and how to mend it.
    link, bar = seen("fault").split("\n")[:2]
    assert bar.startswith(f"{path}:")
    assert "leads to no page – did you mean" in bar
    line = (ROOT / path).read_text(encoding="utf-8").split("\n")[int(bar.split(":")[1]) - 1]
    assert f"[{link}](" in line
    assert seen("mended") == link
    assert "The Norwegian original has changed" in seen("waits")
    assert seen("desk").endswith(f"{twin}:{seen('desk').rpartition(':')[2]}")
    assert "Feil på en side / Error on a page" in seen("forms")


def test_the_page_stands_alone_and_every_picture_has_a_text(guide, context, page):
    folder, pictures, *_ = guide
    soup = BeautifulSoup((folder / PAGE).read_text(encoding="utf-8"), "lxml")
    images = soup.select("img")
    assert len(images) == len(pictures)
    assert all(len(image["alt"]) > 30 for image in images)
    assert not soup.select("script, link, iframe")
    axe.bring(context)
    page.goto((folder / PAGE).as_uri())
    assert page.evaluate("[...document.images].every(each => each.naturalWidth === 1280)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert axe.faults(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
