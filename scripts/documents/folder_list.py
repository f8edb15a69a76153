"""The list of files in the folder (zip) of a phase, in the order in which they are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from scripts.content.gatherings import Gathering, span
from scripts.content.materials import Need, printed_as
from scripts.content.papers import CARDS, FORM, WALL
from scripts.content.records import Material, RecordSets
from scripts.content.short_forms import SCREEN
from scripts.documents.catalogue import DOCX, FORMATS, Document
from scripts.language.messages import Messages

# How a paper is printed -> the kind of its document; the kind of a tool's document.
_PRINTS = {FORM: "paper", WALL: "wall", CARDS: "cards"}
_TOOL = "sheet"


@dataclass(frozen=True)
class _Print:
    """A file that a meeting needs on paper: paper size, copies, and whether it is sent ahead."""

    document: Document
    size: str
    number: str
    about: str
    sent: bool


class FolderList:
    """Sorts each file of a folder into one section of the list."""

    def __init__(self, contents: Iterable[Document], records: RecordSets, words: Messages) -> None:
        """Start with all documents of a folder as not yet listed."""
        self._unlisted = {each.path: each for each in contents}
        self._records, self._words = records, words

    def lines(self, meetings: Iterable[Gathering]) -> Iterator[str]:
        """The sections of the list in order, each with its heading and a line per file."""
        words = self._words
        long, *others = meetings
        prints = self._prints(long)
        sent = [each for each in prints if each.sent]
        yield from self._part(words("folder.first"), self._files("guide"))
        ahead = [
            *self._files("letters", words("folder.thanks")),
            *self._files("roles", words("folder.roles")),
            *self._printed(sent, words("folder.each")),
        ]
        yield from self._part(words("folder.ahead"), ahead)
        heading = words("folder.print").format(people=span(*long.people))
        leader = self._leader(long)
        here = [*self._files("pack", leader), *self._printed(prints)]
        yield from self._part(heading, here)
        day = [*self._files("slides"), *self._files("workshop")]
        yield from self._part(words("folder.on-day"), day)
        instead = [part for other in others for part in self._instead(other)]
        forms = [self._take(each) for each in [*self._unlisted.values()] if each.media_type == DOCX]
        later = [self._take(each) for each in [*self._unlisted.values()]]
        yield from self._part(words("folder.later"), later)
        yield from self._part(words("folder.word"), forms)
        yield from instead

    def _part(self, heading: str, lines: Sequence[str]) -> Iterator[str]:
        if lines:
            yield from ("", f"{heading}:", *lines)

    def _take(self, document: Document, about: str = "") -> str:
        """The line of a file; marks it as listed, so that no later section has it."""
        del self._unlisted[document.path]
        path = PurePosixPath(document.path)
        kind = FORMATS[path.suffix][1]
        line = f"- {path.name} – {document.title(self._words)} ({kind})"
        return f"{line}: {about}" if about else line

    def _files(self, kind: str, about: str = "") -> list[str]:
        documents = [each for each in self._unlisted.values() if each.kind == kind]
        return [self._take(each, about) for each in documents]

    def _printed(self, prints: Iterable[_Print], before: str = "") -> list[str]:
        words = self._words
        lines = []
        for each in prints:
            if each.document.path in self._unlisted:
                copies = words("folder.copies").format(size=each.size, number=each.number)
                about = ", ".join(filter(None, (before, copies, each.about)))
                lines.append(self._take(each.document, about))
        return lines

    def _leader(self, meeting: Gathering) -> str:
        words = self._words
        page = words("print.participants")
        if meeting.key == SCREEN:
            return words("folder.leader-screen").format(page=page)
        return words("folder.leader").format(page=page, number=span(*meeting.people))

    def _instead(self, meeting: Gathering) -> Iterator[str]:
        """The files that replace the others in a short meeting; its pack has its sheets."""
        words = self._words
        sheets = [
            f"{need['label']} ({need['size']}): {meeting.number(need)}"
            for need in meeting.needs.values()
            if need["kind"] == "print" and meeting.key != SCREEN
        ]
        about = "; ".join([self._leader(meeting), *sheets])
        lines = [
            *self._files(f"{meeting.key}-letters"),
            *self._files(f"{meeting.key}-pack", about),
            *self._files(f"{meeting.key}-slides"),
            *self._files(f"{meeting.key}-workshop"),
        ]
        name = words(f"short.{meeting.key}").lower()
        heading = words("folder.instead").format(people=span(*meeting.people), meeting=name)
        yield from self._part(heading, lines)

    def _prints(self, meeting: Gathering) -> list[_Print]:
        """The files of the folder that a meeting needs on paper."""
        materials = {each["id"]: each for each in self._records["materials"]}
        prints = []
        for id_, need in meeting.needs.items():
            document = self._document(need, materials[id_]) if need["kind"] == "print" else None
            if document is not None:
                about = materials[id_]["note"][self._words.code] if "note" in materials[id_] else ""
                sent, number = materials[id_].get("sent", False), meeting.number(need)
                prints.append(_Print(document, need["size"], number, about, sent))
        return prints

    def _document(self, need: Need, material: Material) -> Document | None:
        """The file to print for a paper or a tool."""
        if need["paper"]:
            paper = next(each for each in self._records["papers"] if each["id"] == need["paper"])
            kind, page = _PRINTS[printed_as(material, paper)], paper["page"]
        else:
            tool = next(each for each in self._records["tools"] if each["id"] == need["tool"])
            kind, page = _TOOL, tool.get("page", "")
        for each in self._unlisted.values():
            paper_id = each.paper["id"] if each.paper else ""
            if (each.kind, each.page.id, paper_id) == (kind, page, need["paper"]):
                return each
        return None
