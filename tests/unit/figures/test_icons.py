"""Icons in pixels are the sign of the site, in its colours."""

import io

import pytest
from PIL import Image

from scripts.figures.icons import LOGO_PATH, favicon, icon, read_logo, touch_icon
from tests.unit.projects import ROOT


@pytest.fixture(scope="module")
def sign():
    return read_logo((ROOT / LOGO_PATH).read_text(encoding="utf-8"))


def near(found, colour):
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return all(abs(one - other) < 12 for one, other in zip(found, wanted, strict=False))


def test_each_icon_has_its_size_and_the_circles_of_the_sign_where_they_are(sign):
    shown = {32: icon(sign), 180: touch_icon(sign, "#fdfbf6")}
    for size, data in shown.items():
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.size) == ("PNG", (size, size))
        edge = 17 if size == 180 else 0
        scale = (size - 2 * edge) / 32
        for x, y, _, colour in sign.circles:
            at = (round(edge + x * scale), round(edge + y * scale))
            assert near(image.convert("RGBA").getpixel(at), colour)
    assert len(shown[32]) < 1500


def test_the_icon_of_the_root_has_two_sizes(sign):
    image = Image.open(io.BytesIO(favicon(sign)))
    assert (image.format, image.info["sizes"]) == ("ICO", {(16, 16), (32, 32)})


def test_a_tab_shows_through_around_the_sign_and_a_phone_does_not(sign):
    tab = Image.open(io.BytesIO(icon(sign))).convert("RGBA")
    assert tab.getpixel((0, 0))[3] == 0
    phone = Image.open(io.BytesIO(touch_icon(sign, "#fdfbf6"))).convert("RGB")
    assert near(phone.getpixel((0, 0)), "#fdfbf6")


@pytest.mark.parametrize("svg", ["<svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_sign_drawn_in_another_way_is_a_fault(svg):
    with pytest.raises(ValueError, match="sign"):
        read_logo(svg)
