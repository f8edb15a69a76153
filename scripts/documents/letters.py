"""The letters of a phase as a sheet for Word: invitation and thank-you, a page each."""

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

# The prefix of list items in a letter.
_POINT = "- "


@dataclass(frozen=True)
class _Writer:
    """Makes the parts of one sheet, with the values that are known before planning."""

    words: Messages
    minutes: int

    def part(self, title: str, letter: Letter) -> Part:
        """A letter, with its name as heading."""
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

    def _text(self, line: str) -> Text:
        """A line, with its placeholders as blank spans."""
        known = planned(line, {"minutes": str(self.minutes)}, self.words)
        pieces = BLANK.split(known)
        # BLANK.split() alternates text and placeholders.
        spans = (Span(piece, blank=bool(index % 2)) for index, piece in enumerate(pieces))
        return tuple(span for span in spans if span.text)


def letters_sheet(
    reading: Reading,
    phase: Phase,
    record: PhaseLetters,
    words: Messages,
    meeting: ShortMeeting | None = None,
) -> Sheet:
    """The letters for a phase's workshop, or for a short meeting, with blanks for the plan."""
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
