"""The lines of a page that belong together, for problems that stand near each other.

The text may be faulty, so that only blank lines and the signs at the start of a line count.
"""

from __future__ import annotations

import re
from collections.abc import Set

from scripts.content.markdown import block_code

# The start of an item, a table row or a heading, perhaps in a quotation.
_STARTS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)]|#{1,6})[ \t]|\|)")
# Of these, what ends with its line.
_ONE_LINE = re.compile(r"[ \t>]*(?:#{1,6}[ \t]|\|)")

# A definition belongs to its term, which may stand above a blank line.
_DEFINITION = re.compile(r"[ ]{0,3}:[ ]+\S")


class PageLines:
    """The lines of a Markdown text, by their number in the file.

    Lines that do not exist, such as those of the front matter, are empty.
    """

    def __init__(self, body: str, first_line: int) -> None:
        self._rows, self._first = body.split("\n"), first_line
        self._code = [*block_code(body, first_line)]

    def text(self, line: int) -> str:
        """The text of a line."""
        index = line - self._first
        return self._rows[index] if 0 <= index < len(self._rows) else ""

    def rest(self, line: int) -> range:
        """The line and those that follow until a blank one."""
        end = line
        while self._is_written(end):
            end += 1
        return range(line, end)

    def run(self, line: int) -> range:
        """The lines around a line, from blank line to blank line; code and terms are undivided."""
        start = line
        while self._is_written(start - 1):
            start -= 1
        return range(start, max(self.rest(line).stop, line + 1))

    def block(self, line: int) -> range:
        """The item, table row, heading or paragraph that a line belongs to."""
        run = self.run(line)
        start = end = line
        while start > run.start and not self._starts(start):
            start -= 1
        while end + 1 < run.stop and not self._starts(end + 1):
            end += 1
        return range(start, end + 1)

    def without(self, lines: Set[int]) -> str:
        """The text with the runs of some lines left blank, so that the others keep their number."""
        rows = [*self._rows]
        for line in lines:
            for number in self.run(line):
                if 0 <= number - self._first < len(rows):
                    rows[number - self._first] = ""
        return "\n".join(rows)

    def _is_written(self, line: int) -> bool:
        return bool(
            self.text(line).strip()
            or _DEFINITION.match(self.text(line + 1))
            or any(line in code for code in self._code)
        )

    def _starts(self, line: int) -> bool:
        """Whether no text of the line above goes on in a line."""
        above = self.text(line - 1)
        return bool(_STARTS.match(self.text(line)) or _ONE_LINE.match(above))
