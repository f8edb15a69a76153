"""The blocks of an agenda of one's own, as the real pages and data hold them."""

import pytest

from scripts.common.paths import Project
from scripts.content.agenda_blocks import BREAK, TOOL, agenda_blocks, longest_stretch
from scripts.content.datasets import load_datasets
from scripts.content.pages import load_site
from scripts.content.short_forms import LONG, SHORT
from scripts.documents.own_agenda.data import agenda_data
from scripts.documents.slide_points import BODY_HEIGHT, height
from scripts.language.locales import BY_CODE
from tests.unit.projects import ROOT


@pytest.fixture(scope="module")
def records():
    return load_datasets(Project(ROOT)).records


@pytest.fixture(scope="module")
def blocks(records):
    site = load_site(ROOT)
    return {code: agenda_blocks(site, records, locale) for code, locale in BY_CODE.items()}


def test_a_block_has_the_same_id_and_minutes_in_both_languages(blocks):
    norwegian, english = (
        [(each.id, each.kind, each.phase, each.minutes) for each in blocks[code]]
        for code in ("no", "en")
    )
    assert norwegian == english
    assert len({id_ for id_, *_ in norwegian}) == len(norwegian) > 100
    assert {kind for _, kind, *_ in norwegian} == {LONG, SHORT, TOOL}


def test_every_phase_and_tool_gives_blocks_and_no_break_is_one(blocks, records):
    for code, found in blocks.items():
        assert {each.phase for each in found if each.kind == LONG} == {
            phase["id"] for phase in records["phases"]
        }
        assert [each.id for each in found if each.kind == TOOL] == [
            tool["id"] for tool in records["tools"]
        ]
        assert not {each.what for each in found} & {"Pause", "Break"}, code


def test_notes_to_whoever_leads_come_with_the_line_they_belong_to(blocks, records):
    (first, *_) = records["phases"]
    terms = next(each for each in blocks["no"] if each.id == "1-the-terms")
    (note,) = [each["text"]["no"] for each in first["facilitation"] if each.get("line") == 7]
    assert terms.notes == (note,)


def test_blocks_are_bare_text(blocks):
    for found in blocks.values():
        for each in found:
            for text in (each.what, each.how, each.materials, *each.notes):
                assert not set("[]*_`<>") & set(text), each


def test_what_is_done_has_room_on_one_slide(blocks, records, words):
    for code, found in blocks.items():
        data = agenda_data(found, records["phases"], words[code], lambda page: page)
        for each in data["blocks"]:
            assert height(each["points"], each["size"]) <= BODY_HEIGHT, each["id"]


def test_a_stretch_is_what_lies_between_breaks():
    assert longest_stretch([("a", 60), ("b", 30), (BREAK, 10), ("c", 80)]) == 90
    assert longest_stretch([]) == 0
