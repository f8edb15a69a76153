"""How sure it is: one line for each phase, tool and building block, worked out from the data.

The rule is this module, and in words the section `#evidence-rule` of the page on how much we
know. It gives a point for each of five questions and takes one back, and nobody sets a grade.
For the last four only studies that measured an effect count. The models are the padlocks of the
EEF Toolkit and the fixed words of Cochrane.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from scripts.content.effort import Hours, hours, workshops
from scripts.content.pages import Site
from scripts.content.records import BuildingBlock, Finding, Phase, RecordSets, Tool
from scripts.content.sources import Source
from scripts.content.standing import Standing, is_independent, standing

Level = Literal["none", "very-low", "low", "some", "moderate", "high"]

# How many studies make more than a few, and which part must point one way to agree.
SEVERAL, AGREEING = 3, 2 / 3
# What counts as having read a study.
READ = ("full", "part")
# Points from which a level is reached, the highest first.
LEVELS: tuple[tuple[int, Level], ...] = (
    *((5, "high"), (4, "moderate"), (3, "some")),
    *((2, "low"), (1, "very-low"), (0, "none")),
)
# A study that tells what the work takes, or what those in it thought, and not what came of it.
UNMEASURED = "unmeasured"
FINDS = ("helps", "little", "depends", UNMEASURED)
POINTS = ("mkm", "several", "review", "comparison", "agree")


@dataclass(frozen=True)
class Grade:
    """What is known of one phase, tool or building block.

    `hours` are those of all who take part together, fewest and most; None where nobody meets.
    `points` tells each point of the rule, `unread` whether one is taken back.
    """

    id: str
    mkm: Standing
    studies: list[Finding]
    hours: Hours | None
    points: Mapping[str, bool]
    unread: bool

    @property
    def sum(self) -> int:
        """The points, never below none."""
        return max(0, sum(self.points.values()) - self.unread)

    @property
    def level(self) -> Level:
        """The word for the sum."""
        return next(level for least, level in LEVELS if self.sum >= least)

    @property
    def directions(self) -> dict[str, int]:
        """How many studies point each way, in the order of `FINDS`."""
        counted: Counter[str] = Counter(study["finds"] for study in self.studies)
        return {finds: counted[finds] for finds in FINDS if counted[finds]}

    @property
    def reviews(self) -> int:
        """How many of the studies are reviews of several."""
        return sum(study["design"] == "review" for study in self.studies)


def grades(site: Site, records: RecordSets, sources: Mapping[str, Source]) -> dict[str, Grade]:
    """The grade of every phase, tool and building block by id."""
    phases = records.get("phases", [])
    held = {each.phase["id"]: each.hours for each in workshops(phases, site.pages)}
    subjects: list[tuple[Phase | Tool | BuildingBlock, Hours | None]] = [
        *((phase, held.get(phase["id"])) for phase in phases),
        *((tool, hours(tool["minutes"], tool["people"])) for tool in records.get("tools", [])),
        *(
            (block, held.get(block.get("phase", "")))
            for block in records.get("building-blocks", [])
        ),
    ]
    findings = records.get("findings", [])
    return {record["id"]: grade(record, taken, findings, sources) for record, taken in subjects}


def grade(
    record: Phase | Tool | BuildingBlock,
    taken: Hours | None,
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
) -> Grade:
    """The grade of one record; what parties say of their own work elsewhere is no study."""
    told = standing(record["mkm"]["sources"] if "mkm" in record else [], sources)
    studies = [
        finding
        for finding in findings
        if record["id"] in finding["about"]
        and finding["source"] in sources
        and is_independent(sources[finding["source"]])
    ]
    measured = [study for study in studies if study["finds"] != UNMEASURED]
    one_way = Counter(study["finds"] for study in measured if study["finds"] != "depends")
    most = max(one_way.values(), default=0)
    designs = {study["design"] for study in measured}
    read = sum(sources[study["source"]].record["read"] in READ for study in measured)
    points = {
        "mkm": told.independent > 0,
        "several": len(measured) >= SEVERAL,
        "review": "review" in designs,
        "comparison": "comparison" in designs,
        "agree": len(measured) >= SEVERAL and most >= AGREEING * len(measured),
    }
    return Grade(record["id"], told, studies, taken, points, 2 * read < len(measured))
