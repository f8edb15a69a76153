"""The timeline as a picture: all of MKM, nothing hidden, and never more than is known."""

import json
from itertools import combinations, pairwise

import pytest
from bs4 import BeautifulSoup

from scripts.common.paths import Project
from scripts.content.datasets import load_datasets
from scripts.figures.geometry import Box
from scripts.figures.registry import picture_records
from scripts.figures.timeline import SHAPE_OF_KIND, draw, own_events
from scripts.figures.timeline_parts import FIRST_YEAR, UPRIGHT, WIDE
from scripts.figures.timeline_rows import when
from scripts.language.formats import written_date
from scripts.web.fragments import Fragments
from tests.unit.projects import ROOT

REAL = load_datasets(Project(ROOT)).records
EVENTS, MUNICIPALITIES = REAL["timeline"], REAL["municipalities"]
SHOWN = own_events(EVENTS)
LAYOUTS = pytest.mark.parametrize("layout", [WIDE, UPRIGHT], ids=["wide", "upright"])
DRAWINGS = ("svg.timeline-wide", "svg.timeline-upright")


@pytest.fixture
def page(words):
    """The picture and the tables of a page in one language."""

    def of(code, events=EVENTS, municipalities=MUNICIPALITIES):
        data = {"timeline": events, "municipalities": municipalities}
        data |= picture_records({"timeline-picture"}, data, ROOT, words[code])
        records = Fragments(Project(ROOT).components, data, words[code], "{}/".format, str)
        records.data["timeline"] = own_events(events)
        records.data["timeline-others"] = [
            event for event in events if event not in own_events(events)
        ]
        names = ("timeline-picture", "timeline", "timeline-others")
        html = records.fill("\n\n".join(f"{{{{ {name} }}}}" for name in names), str)
        return BeautifulSoup(html, "html.parser")

    return of


def picture(layout, events=EVENTS, municipalities=MUNICIPALITIES, code="no"):
    return draw(events, municipalities, "MKM ifølge IMTEC", layout, code)


def bars(layout, **data):
    return {bar.period.name: bar for bar in picture(layout, **data).bars}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_event_leads_to_its_row_in_the_table_in_the_same_order(page, drawing):
    soup = page("no")
    rows = [row["id"] for row in soup.select("[data-list=timeline] tr[id]")]
    links = [link["href"].removeprefix("#") for link in soup.select(f"{drawing} a")]
    assert links == [f"event-{event['id']}" for event in SHOWN]
    assert len(links) > 15
    assert links == rows


def test_what_is_not_of_mkm_stands_in_a_table_of_its_own_and_is_not_drawn(page):
    soup = page("no")
    others = [row["id"] for row in soup.select("[data-list=timeline-others] tr[id]")]
    kinds = {event["kind"] for event in EVENTS if event not in SHOWN}
    assert len(others) + len(SHOWN) == len(EVENTS)
    assert kinds == {"programme", "context"}
    assert not [link for link in soup.select("svg a") if link["href"].removeprefix("#") in others]
    assert not soup.select("[data-list=timeline-others] .event-number")


def test_the_events_stand_open_and_what_is_not_of_mkm_is_folded_under_a_line_that_counts_it(page):
    soup = page("no")
    assert not soup.select("details [data-list=timeline]")
    folded = soup.select_one("details:has([data-list=timeline-others])")
    assert folded.summary.get_text() == f"Alle {len(EVENTS) - len(SHOWN)} hendelsene, med kilder"
    assert not folded.has_attr("open")


@pytest.mark.parametrize("code", ["no", "en"])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_each_mark_says_its_date_and_its_event_in_the_language_of_the_page(page, drawing, code):
    said = [link.title.get_text() for link in page(code).select(f"{drawing} a")]
    for event, name in zip(SHOWN, said, strict=True):
        date = (
            event["date_text"][code] if "date_text" in event else written_date(event["date"], code)
        )
        assert name.startswith(f"{SHOWN.index(event) + 1}. {date}")
        assert name.endswith(event["event"][code])


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_each_mark_shows_the_number_that_its_row_in_the_table_has(page, drawing):
    soup = page("no")
    table = soup.select("[data-list=timeline] tr[id]")
    rows = {f"#{row['id']}": row.td.get_text() for row in table}
    assert list(rows.values()) == [str(number) for number in range(1, len(SHOWN) + 1)]
    for link in soup.select(f"{drawing} a"):
        assert link.select_one("text").get_text() == rows[link["href"]]


@pytest.mark.parametrize("code", ["no", "en"])
def test_every_mark_of_the_upright_drawing_has_a_name_in_sight(code):
    drawn = picture(UPRIGHT, code=code)
    named = {mark.number for mark in drawn.marks if mark.label}
    # One name says whose bar it is: it stands beside its beginning or its end.
    of_bars = [{event["id"] for event in bar.period.events} for bar in drawn.bars]
    ids = {mark.number: mark.event["id"] for mark in drawn.marks}
    bare = [ids[number] for number in ids if number not in named]
    assert [
        id_
        for id_ in bare
        if not any(id_ in bar and any(ids[n] in bar for n in named) for bar in of_bars)
    ] == []


@pytest.mark.parametrize("code", ["no", "en"])
@LAYOUTS
def test_names_beside_marks_meet_no_mark_no_bar_and_no_other_name(layout, code):
    drawn = picture(layout, code=code)
    names = [mark.label.box for mark in drawn.marks if mark.label]
    assert names
    # A browser's line of text is a quarter higher than its letters.
    lines = [Box(box.x, box.y - 1, box.width, box.height + 2) for box in names]
    assert [(a, b) for a, b in combinations(lines, 2) if a.overlaps(b)] == []
    lanes = {lane.kind: lane.box for lane in drawn.lanes}
    for mark in drawn.marks:
        if mark.label:
            assert lanes[mark.event["kind"]].contains(mark.label.box)
            assert not any(mark.label.box.overlaps(inner(each.room)) for each in drawn.marks)
            for bar in drawn.bars:
                line = bar.line
                length = Box(line.x1, line.y1, line.x2 - line.x1, line.y2 - line.y1)
                assert not mark.label.box.overlaps(length)
                assert not (layout.named and mark.label.box.overlaps(bar.room))


def test_the_key_shows_the_shapes_that_are_hollow(page):
    soup = page("no")
    (said,) = [each for each in soup.select(".key li") if each.get_text().strip() == "antatt år"]
    signs = {sign["class"][1] for sign in said.select(".inferred")}
    assert signs == {f"sign-{each['kind']}" for each in SHOWN if each["basis"] == "inferred"}
    assert len(signs) == 2


@LAYOUTS
def test_no_mark_hides_another_mark_or_a_name(layout):
    drawn = picture(layout)
    # A mark fills two thirds of its room: half a unit of the rest may be shared.
    rooms = {each.event["id"]: inner(each.room) for each in drawn.marks}
    if layout.named:
        rooms |= {bar.period.name: inner(bar.room) for bar in drawn.bars}
    assert [(a, b) for a, b in combinations(rooms, 2) if rooms[a].overlaps(rooms[b])] == []


def inner(box):
    return Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)


@LAYOUTS
def test_everything_lies_within_the_drawing_and_in_the_lane_of_its_kind(layout):
    drawn = picture(layout)
    whole = Box(0, 0, drawn.width, drawn.height)
    lanes = {lane.kind: lane.box for lane in drawn.lanes}
    assert all(whole.contains(inner(lane)) for lane in lanes.values())
    assert all(lanes[mark.event["kind"]].contains(inner(mark.room)) for mark in drawn.marks)
    if layout.named:
        assert all(lanes[bar.kind].contains(inner(bar.room)) for bar in drawn.bars)


def test_letters_of_the_upright_drawing_are_eleven_pixels_on_the_narrowest_phone():
    # 320 px, less the margins of the page.
    assert UPRIGHT.letters * 282 / picture(UPRIGHT).width >= 11


@LAYOUTS
def test_time_runs_evenly_from_the_first_year(layout):
    drawn = picture(layout)
    places = [line.y1 if layout.upright else line.x1 for _, line in drawn.years]
    assert drawn.years[0][0] == FIRST_YEAR
    assert drawn.years[-1][0] > int(SHOWN[-1]["date"][:4]) - 5
    steps = {round(b - a, 1) for a, b in pairwise(places)}
    assert steps == {round(5 * layout.year, 1)}


def test_lanes_are_told_apart_by_shape_and_are_kinds_that_an_editor_may_choose():
    schema = json.loads(Project(ROOT).schema("timeline").read_text(encoding="utf-8"))
    assert set(SHAPE_OF_KIND) < set(schema["items"]["properties"]["kind"]["enum"])
    assert len(set(SHAPE_OF_KIND.values())) == len(SHAPE_OF_KIND)


@LAYOUTS
def test_the_trials_are_drawn_over_the_years_that_the_municipalities_have(layout):
    drawn = bars(layout)
    for record in MUNICIPALITIES:
        if "start" in record and "end" in record:
            line = drawn[record["name"]].line
            length = line.y2 - line.y1 if layout.upright else line.x2 - line.x1
            assert length == pytest.approx((record["end"] - record["start"]) * layout.year, abs=0.2)


def test_a_period_whose_end_nobody_tells_is_drawn_open(page):
    drawn = bars(WIDE)
    assert {name for name, bar in drawn.items() if bar.period.open} == {
        record["name"] for record in MUNICIPALITIES if "start" in record and "end" not in record
    }
    assert len(page("no").select("svg.timeline-wide .bar.open")) == 2


@LAYOUTS
def test_the_project_lasts_from_its_first_event_to_its_last(layout):
    period = bars(layout)["MKM ifølge IMTEC"].period
    assert (int(period.start), int(period.end)) == (1997, 2015)
    without = [event for event in EVENTS if event["id"] != "prosjektet-slutter"]
    assert "MKM ifølge IMTEC" not in bars(layout, events=without)


def test_a_date_that_is_inferred_has_a_hollow_mark(page):
    hollow = page("en").select("svg.timeline-wide a:has(.inferred)")
    inferred = [event for event in SHOWN if event["basis"] == "inferred"]
    assert [link["href"] for link in hollow] == [f"#event-{event['id']}" for event in inferred]
    assert inferred


@pytest.mark.parametrize(
    ("code", "lane", "said"),
    [
        ("no", "Publikasjon", "med samme nummer i tabellen."),
        ("en", "Publication", "with the same number in the table."),
    ],
)
def test_lanes_and_caption_are_in_the_language_of_the_page(page, code, lane, said):
    soup = page(code)
    assert lane in soup.select_one(".key-lanes").get_text()
    assert lane in soup.select_one("svg.timeline-wide").get_text()
    assert soup.figcaption.get_text().endswith(said)


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_each_drawing_has_a_name_of_its_own_id(page, drawing):
    svg = page("en").select_one(drawing)
    assert svg.find(id=svg["aria-labelledby"]).get_text() == "The timeline as a picture"
    assert svg.select("[aria-hidden] a") == []


def test_names_and_events_are_escaped(page):
    events = [{**SHOWN[-1], "event": {"no": "<i>Fet & nytt</i>", "en": "-"}}]
    municipalities = [{**MUNICIPALITIES[0], "name": "<b>Fet</b>"}]
    soup = page("no", events, municipalities)
    assert soup.select(".picture i, .picture b") == []
    for drawing in DRAWINGS:
        assert soup.select_one(drawing).a.title.get_text().endswith("<i>Fet & nytt</i>")
    texts = soup.select("svg.timeline-wide text")
    assert [text.get_text() for text in texts].count("<b>Fet</b>") == 1


def test_a_timeline_that_is_still_empty_has_lanes_and_no_marks():
    drawn = picture(WIDE, events=[], municipalities=[])
    assert len(drawn.lanes) == len(SHAPE_OF_KIND)
    assert drawn.marks == drawn.bars == []


@pytest.mark.parametrize(
    ("date", "time"),
    [("2007", 2007.5), ("2007-01-01", 2007.003), ("2007-07", 2007.54), ("2007-12-31", 2008)],
)
def test_a_date_stands_in_the_middle_of_what_it_names(date, time):
    assert when(date) == pytest.approx(time, abs=0.005)
