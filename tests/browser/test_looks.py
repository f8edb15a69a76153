"""One page of each kind looks as approved: both languages, both schemes, three widths.

The pictures in tests/browser/looks/ are approved by somebody who has looked at them:
`make looks` writes them, and git shows what changed. A picture that differs is written to
.cache/looks/ with the approved one and their difference beside it.
"""

from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser.pages import FILTERS_SHOWN, ONE_OF_EACH_KIND, go_to_its_letters
from tests.conftest import ROOT

APPROVED = Path(__file__).parent / "looks"
FAILED = ROOT / ".cache" / "looks"
KINDS = [kind for kind in ONE_OF_EACH_KIND if kind not in {"glossary", "not-found", "timeline"}]
LANGUAGES, SCHEMES, WIDTHS = ("nb", "en"), ("light", "dark"), (390, 834, 1440)
# The first view and some of what follows: further down, text goes on as it began.
HEIGHT = 1200
# Half the size, in few colours: small files, and still every line in its place.
SCALE, COLOURS = 2, 64
# Letters are smoothed a little differently from one machine to another. A pixel differs when
# it is off by more than this (of 255), and a picture when more than this part of it does.
OFF, PART = 40, 0.001


@pytest.fixture(scope="module")
def addresses(pages: list[dict]) -> dict[tuple[str, str], str]:
    """The address of the page of a kind in a language."""
    found = {}
    for kind in KINDS:
        page = next(each for each in pages if each["url"] == ONE_OF_EACH_KIND[kind])
        twin = {"nb": "en", "en": "nb"}[page["lang"]]
        found[kind, page["lang"]] = page["url"]
        found[kind, twin] = page["alternate"]
    return found


@pytest.fixture(scope="module")
def view(chromium: Browser):
    """One window for all pictures; nothing moves, and nobody blinks."""
    context = chromium.new_context(locale="nb-NO", reduced_motion="reduce", device_scale_factor=1)
    yield context.new_page()
    context.close()


def take(page: Page, address: str, scheme: str, width: int) -> Image.Image:
    page.emulate_media(color_scheme=scheme)
    # The second scheme is the device's turning dark: the page stays where it is.
    if page.url != address or page.viewport_size != {"width": width, "height": HEIGHT}:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        go_to_its_letters(page, address)
        page.wait_for_function(FILTERS_SHOWN)
    shot = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
    return shot.convert("RGB").reduce(SCALE)


def approve(picture: Image.Image, file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    few = picture.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(file, optimize=True)


def difference(now: Image.Image, approved: Image.Image) -> Image.Image:
    """White where the two differ by more than smoothing explains."""
    if now.size != approved.size:
        return Image.new("L", now.size, 255)
    red, green, blue = ImageChops.difference(now, approved).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point(lambda value: 255 if value > OFF else 0)


@pytest.mark.parametrize(
    ("kind", "lang", "width", "scheme"), list(product(KINDS, LANGUAGES, WIDTHS, SCHEMES))
)
def test_the_page_looks_as_approved(view, served, addresses, kind, lang, width, scheme, approving):
    name = f"{kind}-{lang}-{scheme}-{width}"
    file = APPROVED / f"{name}.png"
    now = take(view, served + addresses[kind, lang], scheme, width)
    if approving:
        approve(now, file)
    assert file.is_file(), f"{file.name} was never approved – run make looks, and look at it"
    approved = Image.open(file).convert("RGB")
    differing = difference(now, approved)
    part = differing.histogram()[255] / (differing.width * differing.height)
    if part > PART:
        FAILED.mkdir(parents=True, exist_ok=True)
        for picture, what in ((now, "now"), (approved, "approved"), (differing, "difference")):
            picture.save(FAILED / f"{name}-{what}.png")
    assert part <= PART, (
        f"{part:.1%} of the picture differs: see {FAILED.relative_to(ROOT)}/{name}-*.png; "
        "if that is meant, run make looks"
    )


def test_no_picture_is_approved_that_nothing_compares():
    names = {
        f"{kind}-{lang}-{scheme}-{width}.png"
        for kind, lang, scheme, width in product(KINDS, LANGUAGES, SCHEMES, WIDTHS)
    }
    assert {file.name for file in APPROVED.glob("*")} <= names


def test_a_picture_with_a_moved_line_is_found_to_differ():
    plain = Image.new("RGB", (400, 300), "white")
    moved = plain.copy()
    moved.paste("black", (20, 100, 220, 104))
    assert difference(plain, plain).getbbox() is None
    assert difference(moved, plain).histogram()[255] / (400 * 300) > PART
