"""A picture beside a link is kept between builds while all that it is drawn from is the same."""

import shutil

import pytest

from scripts.figures.icons import LOGO_PATH
from scripts.pipeline.context import begin_build
from scripts.pipeline.share_images import write_share_images
from tests.unit.projects import ROOT, edit

CARD, MAP = "metoden/historie/share.png", "assets/images/share-no.png"


@pytest.fixture
def pictures(project, tmp_path):
    """The pictures of the small project in the look of the real one, drawn or kept."""
    for name in ("overrides/tokens.css", "overrides/print/fonts", LOGO_PATH):
        (project.root / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project.root / name)

    def pictures():
        build = begin_build(project.root, "https://example.org/", preview=True)
        write_share_images(build, tmp_path / "site")
        return [(tmp_path / "site" / name).read_bytes() for name in (CARD, MAP)]

    return pictures


def test_a_picture_follows_the_sign_of_the_site(project, pictures):
    card, of_map = pictures()
    assert pictures() == [card, of_map]
    edit(project, LOGO_PATH, 'cy="11.4" r="3.9"', 'cy="11.4" r="1.9"')
    later, of_map_later = pictures()
    assert later != card
    assert of_map_later == of_map
