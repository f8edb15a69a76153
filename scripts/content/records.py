# Generated from data/schema/ by `make record-types`; change the schemas.
"""What the data files hold once their schemas have passed: a type for each kind of record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

# A text, and a list of texts, by the code of the language.
Localised = Mapping[str, str]
LocalisedTexts = Mapping[str, list[str]]


class Name(TypedDict, total=False):
    """A person as family and given name, anything else as a literal."""

    family: str
    given: str
    literal: str


class MunicipalityToldAt(TypedDict):
    """What `told_at` of a `Municipality` holds."""

    page: str
    anchor: str


class MunicipalityPopulation(TypedDict):
    """What `population` of a `Municipality` holds."""

    value: int
    year: int
    source: str
    note: NotRequired[Localised]


class MunicipalityKnown(TypedDict):
    """What `known` of a `Municipality` holds."""

    matter: Literal["organisation", "measures", "results", "criticism", "afterwards"]
    sources: list[str]


class MunicipalityPlace(TypedDict):
    """What `place` of a `Municipality` holds."""

    sources: list[str]


class Municipality(TypedDict):
    """One record of the schema “Municipalities”."""

    id: str
    name: str
    page: NotRequired[str]
    told_at: NotRequired[MunicipalityToldAt]
    status: Literal["trial", "model", "kvalitetskommune", "related"]
    county_then: str
    county_now: Localised
    today: Localised
    period: Localised
    period_short: NotRequired[Localised]
    start: NotRequired[int]
    end: NotRequired[int]
    population: NotRequired[list[MunicipalityPopulation]]
    summary: Localised
    lat: float
    lon: float
    sources: list[str]
    known: NotRequired[list[MunicipalityKnown]]
    place: NotRequired[MunicipalityPlace]


class Publication(TypedDict):
    """One record of the schema “Publications”."""

    id: str
    page: NotRequired[str]
    core: NotRequired[bool]
    kind: Literal[
        "book",
        "booklet",
        "report",
        "article",
        "compendium",
        "toolbox",
        "guide",
        "brochure",
        "web-page",
        "speech",
        "news",
        "chapter",
        "note",
        "video",
        "other",
    ]
    authors: NotRequired[list[Name]]
    title: str
    title_translated: NotRequired[Localised]
    kicker: NotRequired[Localised]
    year: NotRequired[int]
    year_inferred: NotRequired[bool]
    publisher: NotRequired[str]
    place: NotRequired[str]
    series: NotRequired[str]
    isbn: NotRequired[str]
    issn: NotRequired[str]
    pages: NotRequired[str | int]
    language: Literal["nb", "nn", "en", "sv", "da", "de", "fi"]
    part_of: NotRequired[str]
    relation: Literal[
        "main", "core", "case", "press", "successor", "theory", "background", "unsure"
    ]
    summary: Localised
    read: Literal["full", "part", "abstract", "contents", "record", "mention"]
    availability: NotRequired[Localised]
    unknown: NotRequired[Localised]
    urls: NotRequired[list[str]]
    sources: list[str]


class PhaseBetweenShorter(TypedDict):
    """What `shorter` of a `PhaseBetween` holds."""

    what: Localised
    times: int


class PhaseBetween(TypedDict):
    """What `between` of a `Phase` holds."""

    what: Localised
    groups: list[int]
    people: list[int]
    times: NotRequired[list[int]]
    minutes: int
    shorter: NotRequired[PhaseBetweenShorter]


# What `facilitation` of a `Phase` holds.
PhaseFacilitation = TypedDict(
    "PhaseFacilitation",
    {
        "in": NotRequired[list[Literal["long", "short", "screen"]]],
        "line": NotRequired[int],
        "text": Localised,
    },
)


class PhaseMkm(TypedDict):
    """What `mkm` of a `Phase` holds."""

    sources: list[str]


class PhaseSeats(TypedDict):
    """What `seats` of a `Phase` holds."""

    role: Literal["elected", "management", "employees", "users", "guide"]
    part: Literal["leads", "most", "there", "may"]
    number: NotRequired[int]


class Phase(TypedDict):
    """One record of the schema “Phases”."""

    id: str
    number: int
    page: NotRequired[str]
    title: Localised
    question: Localised
    outcome: Localised
    weeks: NotRequired[list[int]]
    between: NotRequired[PhaseBetween]
    materials: NotRequired[Localised]
    facilitation: NotRequired[list[PhaseFacilitation]]
    mkm: NotRequired[PhaseMkm]
    seats: NotRequired[list[PhaseSeats]]
    group: NotRequired[int]


class Event(TypedDict):
    """One record of the schema “Timeline”."""

    id: str
    date: str
    date_text: NotRequired[Localised]
    event: Localised
    short: NotRequired[Localised]
    kind: Literal["method", "municipality", "publication", "programme", "context"]
    basis: Literal["stated", "inferred"]
    sources: list[str]
    page: NotRequired[str]


class Term(TypedDict):
    """One record of the schema “Glossary”."""

    id: str
    term: Localised
    forms: LocalisedTexts
    definition: Localised
    english: Literal["attested", "form-attested", "own"]
    lookup: NotRequired[LocalisedTexts]
    everyday: NotRequired[list[Literal["no", "en"]]]
    other: NotRequired[LocalisedTexts]
    avoid: NotRequired[LocalisedTexts]
    sources: list[str]
    about: Literal[
        "method",
        "roles",
        "phases",
        "law",
        "programmes",
        "organisations",
        "publications",
        "research",
    ]
    page: NotRequired[str]


class QuestionViews(TypedDict):
    """What `views` of a `Question` holds."""

    says: Localised
    sources: list[str]


class Question(TypedDict):
    """One record of the schema “Open questions”."""

    id: str
    question: Localised
    kind: Literal["disagreement", "unknown"]
    weight: NotRequired[Literal["great", "small"]]
    views: NotRequired[list[QuestionViews]]
    comment: Localised
    pages: list[str]
    sources: NotRequired[list[str]]


class Person(TypedDict):
    """One record of the schema “People and organisations”."""

    id: str
    name: str
    name_en: NotRequired[str]
    kind: Literal["person", "organisation", "unit", "programme"]
    later: NotRequired[Literal[True]]
    role: Localised
    note: NotRequired[Localised]
    sources: list[str]
    page: NotRequired[str]


class ToolMkm(TypedDict):
    """What `mkm` of a `Tool` holds."""

    sources: list[str]


class Tool(TypedDict):
    """One record of the schema “Tools”."""

    id: str
    page: NotRequired[str]
    title: Localised
    phases: list[str]
    minutes: int
    people: list[int]
    materials: Localised
    summary: Localised
    when: Localised
    mkm: NotRequired[ToolMkm]


class ShortFormMinutes(TypedDict):
    """What `minutes` of a `ShortForm` holds."""

    room: int
    screen: int


class ShortFormLinesScreen(TypedDict):
    """What `screen` of a `ShortFormLines` holds."""

    how: Localised
    materials: NotRequired[Localised]


class ShortFormLines(TypedDict):
    """What `lines` of a `ShortForm` holds."""

    of: NotRequired[list[int]]
    minutes: int
    what: Localised
    how: Localised
    materials: NotRequired[Localised]
    screen: NotRequired[ShortFormLinesScreen]


class ShortForm(TypedDict):
    """One record of the schema “Short forms”."""

    id: str
    people: list[int]
    minutes: ShortFormMinutes
    who: Localised
    lost: Localised
    before: list[Localised]
    lines: list[ShortFormLines]
    pause_after: int
    after: list[Localised]
    tools: NotRequired[list[str]]
    papers: NotRequired[list[str]]
    with_list: NotRequired[bool]
    group: NotRequired[int]


# What `paragraphs` of a `PhaseLettersInvitation` holds.
PhaseLettersInvitationParagraphs = TypedDict(
    "PhaseLettersInvitationParagraphs",
    {
        "in": NotRequired[list[Literal["long", "short", "screen"]]],
        "no": str,
        "en": str,
    },
)


class PhaseLettersInvitation(TypedDict):
    """What `invitation` of a `PhaseLetters` holds."""

    subject: Localised
    paragraphs: list[PhaseLettersInvitationParagraphs]


# What `paragraphs` of a `PhaseLettersThanks` holds.
PhaseLettersThanksParagraphs = TypedDict(
    "PhaseLettersThanksParagraphs",
    {
        "in": NotRequired[list[Literal["long", "short", "screen"]]],
        "no": str,
        "en": str,
    },
)


class PhaseLettersThanks(TypedDict):
    """What `thanks` of a `PhaseLetters` holds."""

    subject: Localised
    paragraphs: list[PhaseLettersThanksParagraphs]


class PhaseLetters(TypedDict):
    """One record of the schema “Letters”."""

    id: str
    invitation: PhaseLettersInvitation
    thanks: PhaseLettersThanks


class OwnAgendaBlocks(TypedDict):
    """What `blocks` of a `OwnAgenda` holds."""

    block: str
    minutes: NotRequired[int]


class OwnAgenda(TypedDict):
    """One record of the schema “Own agendas”."""

    id: str
    title: Localised
    when: Localised
    people: int
    groups: int
    blocks: list[OwnAgendaBlocks]


class BuildingBlockMkm(TypedDict):
    """What `mkm` of a `BuildingBlock` holds."""

    sources: list[str]


class BuildingBlock(TypedDict):
    """One record of the schema “Building blocks”."""

    id: str
    anchor: str
    title: Localised
    mkm: NotRequired[BuildingBlockMkm]
    phase: NotRequired[str]


class Finding(TypedDict):
    """One record of the schema “Findings”."""

    id: str
    source: str
    design: Literal["review", "comparison", "study"]
    finds: Literal["helps", "little", "depends", "unmeasured"]
    about: list[str]
    size: NotRequired[Localised]


class Paper(TypedDict):
    """One record of the schema “Papers of the workshops”."""

    id: str
    page: str
    title: Localised
    file: Localised
    prints: list[Literal["form", "wall", "cards"]]
    sets: NotRequired[int]
    phases: list[str]


class Material(TypedDict):
    """One record of the schema “Materials of the workshops”."""

    id: str
    names: LocalisedTexts
    paper: NotRequired[str]
    tool: NotRequired[str]
    comes: NotRequired[Literal["bought", "found", "made"]]
    per: Literal["person", "group", "workshop", "none"]
    number: NotRequired[int]
    prints: NotRequired[Literal["form", "wall", "cards"]]
    sent: NotRequired[Literal[True]]
    note: NotRequired[Localised]


class SelfTestStepRead(TypedDict):
    """What `read` of a `SelfTestStep` holds."""

    page: str
    anchor: NotRequired[str]


class SelfTestStepQuestionsPoints(TypedDict):
    """What `points` of a `SelfTestStepQuestions` holds."""

    yes: int
    partly: NotRequired[int]
    no: int
    unsure: int


class SelfTestStepQuestions(TypedDict):
    """What `questions` of a `SelfTestStep` holds."""

    id: str
    question: Localised
    why: Localised
    sources: NotRequired[list[str]]
    own: NotRequired[bool]
    points: SelfTestStepQuestionsPoints
    tools: NotRequired[list[str]]
    papers: NotRequired[list[str]]


class SelfTestStep(TypedDict):
    """One record of the schema “Self-test”."""

    id: str
    phase: NotRequired[str]
    not_now: NotRequired[bool]
    at_least: int
    title: NotRequired[Localised]
    first: NotRequired[Localised]
    back: NotRequired[Localised]
    read: NotRequired[SelfTestStepRead]
    questions: list[SelfTestStepQuestions]


class SourceAddress(TypedDict):
    """One record of the schema “What was seen at the addresses of the sources”."""

    id: str
    address: str
    state: Literal["ok", "moved", "gone", "unreachable", "blocked", "lies"]
    code: NotRequired[int]
    why: NotRequired[str]
    to: NotRequired[str]
    tried: str
    answered: NotRequired[str]
    archived: NotRequired[str]
    archived_on: NotRequired[str]


# One record of the schema “Sources”.
SourceRecord = TypedDict(
    "SourceRecord",
    {
        "id": str,
        "class": Literal["research", "official", "party", "campaign", "press"],
        "mkm": NotRequired[Literal[True]],
        "type": Literal[
            "report",
            "book",
            "chapter",
            "pamphlet",
            "article-magazine",
            "article-journal",
            "article-newspaper",
            "webpage",
            "legislation",
            "speech",
            "thesis",
            "dataset",
            "document",
            "entry-encyclopedia",
            "motion_picture",
        ],
        "genre": NotRequired[Literal["master", "doctor"]],
        "author": NotRequired[list[Name]],
        "editor": NotRequired[list[Name]],
        "translator": NotRequired[list[Name]],
        "title": str,
        "container-title": NotRequired[str],
        "collection-title": NotRequired[str],
        "publisher": NotRequired[str],
        "publisher-place": NotRequired[str],
        "issued": NotRequired[str],
        "issued_inferred": NotRequired[bool],
        "edition": NotRequired[str],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "page": NotRequired[str],
        "number": NotRequired[str],
        "ISBN": NotRequired[str],
        "ISSN": NotRequired[str],
        "DOI": NotRequired[str],
        "URL": NotRequired[str],
        "language": Literal["nb", "nn", "en", "sv", "da", "de", "fi"],
        "read": Literal["full", "part", "abstract", "contents", "record", "mention"],
        "note": NotRequired[Localised],
        "address": Literal["answers", "gone", "copy", "unchecked"],
        "seen": NotRequired[str],
        "archived": NotRequired[str],
        "archived_on": NotRequired[str],
    },
)


# What `issued` of a `CslItem` holds.
CslItemIssued = TypedDict(
    "CslItemIssued",
    {
        "date-parts": list[list[int]],
        "circa": NotRequired[Literal[True]],
    },
)


# One record of the schema “Items of CSL-JSON, as this site writes them”.
CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": str,
        "genre": NotRequired[str],
        "author": NotRequired[list[Name]],
        "editor": NotRequired[list[Name]],
        "translator": NotRequired[list[Name]],
        "title": str,
        "issued": NotRequired[CslItemIssued],
        "container-title": NotRequired[str],
        "collection-title": NotRequired[str],
        "publisher": NotRequired[str],
        "publisher-place": NotRequired[str],
        "edition": NotRequired[str],
        "volume": NotRequired[str],
        "issue": NotRequired[str],
        "page": NotRequired[str],
        "number": NotRequired[str],
        "number-of-pages": NotRequired[str],
        "ISBN": NotRequired[str],
        "ISSN": NotRequired[str],
        "DOI": NotRequired[str],
        "URL": NotRequired[str],
        "archive": NotRequired[str],
        "archive_location": NotRequired[str],
        "language": str,
    },
)


class SynonymsFile(TypedDict):
    """The file of the schema “What readers call things, for the search”."""

    words: list[LocalisedTexts]
    pages: dict[str, LocalisedTexts]
    ignored: Localised


class DeskSettings(TypedDict):
    """The file of the schema “Measures of the editors' desk”."""

    review_months: int
    words: int
    independent: int


class GuideStepsPictures(TypedDict):
    """What `pictures` of a `GuideSteps` holds."""

    id: Literal["edit-link", "file-no", "file-en", "fault", "mended", "waits", "desk", "forms"]
    alt: Localised


class GuideSteps(TypedDict):
    """What `steps` of a `Guide` holds."""

    id: str
    title: Localised
    text: LocalisedTexts
    pictures: list[GuideStepsPictures]


class GuideNotShown(TypedDict):
    """What `not_shown` of a `Guide` holds."""

    title: Localised
    text: LocalisedTexts


class Guide(TypedDict):
    """The file of the schema “Guide with pictures for editors”."""

    page: str
    addition: str
    title: Localised
    lead: LocalisedTexts
    leave: Localised
    write: Localised
    steps: list[GuideSteps]
    not_shown: GuideNotShown


Record = (
    Municipality
    | Publication
    | Phase
    | Event
    | Term
    | Question
    | Person
    | Tool
    | ShortForm
    | PhaseLetters
    | OwnAgenda
    | BuildingBlock
    | Finding
    | Paper
    | Material
    | SelfTestStep
    | SourceAddress
)


# The records by data file.
RecordSets = TypedDict(
    "RecordSets",
    {
        "municipalities": list[Municipality],
        "publications": list[Publication],
        "phases": list[Phase],
        "timeline": list[Event],
        "glossary": list[Term],
        "open-questions": list[Question],
        "people": list[Person],
        "tools": list[Tool],
        "short-forms": list[ShortForm],
        "letters": list[PhaseLetters],
        "own-agendas": list[OwnAgenda],
        "building-blocks": list[BuildingBlock],
        "findings": list[Finding],
        "papers": list[Paper],
        "materials": list[Material],
        "self-test": list[SelfTestStep],
        "source-addresses": list[SourceAddress],
    },
    total=False,
)
