"""The names and paths of downloads.

Names are in the reader's language and permanent, so that links to files last: `trykk/`
below the edition's root in Norwegian, `en/print/` in English.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from scripts.content.pages import SourcePage
from scripts.content.records import Paper

_FOLDERS = {"no": "trykk", "en": "print"}
# The kind of a document -> its file name in each language.
_NAMES = {
    "guide": {"no": "fase-{number}-{slug}-veiledning.pdf", "en": "phase-{number}-{slug}-guide.pdf"},
    "pack": {
        "no": "fase-{number}-{slug}-verkstedspakke.pdf",
        "en": "phase-{number}-{slug}-workshop-pack.pdf",
    },
    "roles": {
        "no": "fase-{number}-{slug}-rolleark.pdf",
        "en": "phase-{number}-{slug}-role-sheets.pdf",
    },
    "slides": {"no": "{slug}-lysbilder.pptx", "en": "{slug}-slides.pptx"},
    "introduction": {"no": "mkm-lysbilder.pptx", "en": "mkm-slides.pptx"},
    "plan": {"no": "mkm-regneark.xlsx", "en": "mkm-workbook.xlsx"},
    "folder": {"no": "fase-{number}-{slug}-alt.zip", "en": "phase-{number}-{slug}-everything.zip"},
    "short-pack": {
        "no": "fase-{number}-{slug}-kort-mote.pdf",
        "en": "phase-{number}-{slug}-short-meeting.pdf",
    },
    "short-workshop": {"no": "{slug}-kort-mote.docx", "en": "{slug}-short-meeting.docx"},
    "short-slides": {
        "no": "{slug}-kort-mote-lysbilder.pptx",
        "en": "{slug}-short-meeting-slides.pptx",
    },
    "screen-pack": {
        "no": "fase-{number}-{slug}-skjermmote.pdf",
        "en": "phase-{number}-{slug}-screen-meeting.pdf",
    },
    "screen-workshop": {"no": "{slug}-skjermmote.docx", "en": "{slug}-screen-meeting.docx"},
    "screen-slides": {
        "no": "{slug}-skjermmote-lysbilder.pptx",
        "en": "{slug}-screen-meeting-slides.pptx",
    },
    "workshop": {"no": "{slug}-verksted.docx", "en": "{slug}-workshop.docx"},
    "letters": {"no": "{slug}-brev.docx", "en": "{slug}-letters.docx"},
    "short-letters": {
        "no": "{slug}-kort-mote-brev.docx",
        "en": "{slug}-short-meeting-letters.docx",
    },
    "screen-letters": {
        "no": "{slug}-skjermmote-brev.docx",
        "en": "{slug}-screen-meeting-letters.docx",
    },
    "sheet": {"no": "{slug}-ark.pdf", "en": "{slug}-sheet.pdf"},
    "form": {"no": "{slug}-skjema.docx", "en": "{slug}-form.docx"},
    "draft": {"no": "{slug}-utkast.docx", "en": "{slug}-draft.docx"},
    "leaflet": {"no": "{slug}-utskrift.pdf", "en": "{slug}-printout.pdf"},
    "handbook": {"no": "handbok.pdf", "en": "handbook.pdf"},
    "book": {
        "no": "modellkommunemetodikken.epub",
        "en": "model-municipality-methodology.epub",
    },
    "poster": {"no": "plakat-a3.pdf", "en": "poster-a3.pdf"},
    "paper": {"no": "{file}-a4.pdf", "en": "{file}-a4.pdf"},
    "paper-form": {"no": "{file}-a4.docx", "en": "{file}-a4.docx"},
    "wall": {"no": "{file}-a3.pdf", "en": "{file}-a3.pdf"},
    "cards": {"no": "{file}-kort.pdf", "en": "{file}-cards.pdf"},
}


def file_path(kind: str, page: SourcePage, paper: Paper | None = None) -> str:
    """The path, relative to the edition's root, of a page's (or paper's) file of a kind."""
    slug = PurePosixPath(page.url).name
    code = page.locale.code
    file = paper["file"][code] if paper else ""
    name = _NAMES[kind][code].format(number=page.meta.get("number"), slug=slug, file=file)
    return f"{page.locale.prefix}{_FOLDERS[code]}/{name}"
