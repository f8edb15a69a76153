"""The letters of a phase as a sheet for Word: invitation, and thank-you on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from scripts.content.letter_texts import BLANK, Letter, letters_to, planned
from scripts.content.records import Phase, PhaseLetters
from scripts.content.short_forms import LONG, ShortMeeting
from scripts.documents.sections import POINTS, Block, Listing, Paragraph, Part, Span, Text
from scripts.documents.worksheets import Reading, Sheet
from scripts.language.locales import BY_CODE
from scripts.language.messages import Messages

# How a line of a letter begins that is a point of a list.
_POINT = "- "


@dataclass(frozen=True)
class _Writer:
    """Makes the parts of one sheet, with what is known before anybody has planned."""

    words: Messages
    minutes: int

    def part(self, title: str, letter: Letter) -> Part:
        """A letter below its name."""
        words = self.words
        subject = (Span(f"{words('letter.subject')} ", bold=True), *self._text(letter.subject))
        blocks = [block for each in letter.paragraphs for block in self._blocks(each)]
        return Part(words(title), (Paragraph(subject), *blocks))

    def _blocks(self, paragraph: str) -> Iterator[Block]:
        lines = paragraph.split("\n")
        for are_points, row in groupby(lines, lambda line: line.startswith(_POINT)):
            texts = [self._text(line.removeprefix(_POINT) if are_points else line) for line in row]
            if are_points:
                yield Listing(POINTS, tuple(texts))
            else:
                yield from map(Paragraph, texts)

    def _text(self, said: str) -> Text:
        """A line, with its blanks as such."""
        known = planned(said, {"minutes": str(self.minutes)}, self.words)
        pieces = BLANK.split(known)
        # Every other piece is what a bracket holds.
        spans = (Span(piece, blank=bool(at % 2)) for at, piece in enumerate(pieces))
        return tuple(span for span in spans if span.text)


def letters_sheet(
    reading: Reading,
    phase: Phase,
    record: PhaseLetters,
    words: Messages,
    meeting: ShortMeeting | None = None,
) -> Sheet:
    """The letters to a phase's workshop, or to a short form of it, with blanks for the plan."""
    minutes = meeting.minutes if meeting else reading.page.meta["minutes"]
    letters = letters_to(meeting.variant if meeting else LONG, record, phase, words)
    writer = _Writer(words, minutes)
    variant = f"{meeting.variant}-" if meeting else ""
    return Sheet(
        title=f"{words(f'print.{variant}letters')}: {reading.page.title}",
        locale=BY_CODE[words.code],
        publisher=reading.imprint.name,
        address=reading.address,
        edition=reading.imprint.edition,
        purpose=words("letter.in-word"),
        facts=f"{minutes} {words('facts.minutes')}",
        parts=(
            writer.part("letter.invitation", letters.invitation),
            writer.part("letter.thanks", letters.thanks),
        ),
        apart=frozenset({1}),
    )
