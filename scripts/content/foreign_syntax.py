"""Syntax of other Markdown dialects and programs that has no meaning here."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Block markers that may precede the first word of a line.
_BEGIN = r"^[ \t>]*(?:[-*+][ \t]+|\d+\.[ \t]+)?"
_COLLEAGUES = "take it away, since what only colleagues should see belongs in a commit’s message"
_EVEN = "write as many stars before the words as behind them"
# A row with words and no bar before the sign: a table may have cells without a space.
_BARLESS, _SPOILER = r"^[ \t]*+[^|\s][^|\n]*", r"\|\|[^\s|](?:[^|\n]*[^\s|])?\|\|"
_MACROS = r"(?:info|note|tip|warning|panel|quote|expand|noformat|code|color|toc|status)"
_LINK, _CITE = "write [text](address)", "cite a source, [@id], or put it in the text"
# Errors that Word writes for a broken cross-reference, and Excel for a cell it cannot compute;
# and field codes of Word.
WORD_FIELD = "a field of Word"
WORD_MEND = "Word wrote this in the place of a reference: write what should stand there"
WORD_FIELDS = re.compile(
    r"\b(?:Error|Feil)!\s+(?:Reference source|Bookmark|Hyperlink|No (?:text|bookmark|table|index)"
    r"|Not a valid|Unknown|Fant ikke|Finner ikke|Bokmerke|Ugyldig|Hyperkobling"
    r"|Ingen (?:tekst|bokmerke|stikkord|innholdsfortegnelse|figurliste|tabell)"
    r"|Ukjent (?:bryter|argument|dokumentegenskap))"
    r"[^\n.]*\.?"
    r"|#(?:REF|VERDI|VALUE|NAVN|NAME|DIV/0)[!?]|#(?:N/A|I/T)\b"
    r"|\{\s*(?:REF|PAGEREF|HYPERLINK|TOC|SEQ|INCLUDEPICTURE|MERGEFIELD)\b[^}\n]*\}"
)


@dataclass(frozen=True)
class Foreign:
    """Foreign syntax: what it is elsewhere, what to write instead, and its pattern."""

    name: str
    fix: str
    pattern: re.Pattern[str]


FOREIGN = tuple(
    Foreign(name, fix, re.compile(pattern, re.MULTILINE))
    for name, fix, pattern in (
        ("an admonition", "write a quotation (>)", rf"{_BEGIN}(?:!!!|\?\?\?)\+?[ \t]*\w.*$"),
        ("an admonition", "write a quotation (>)", r"(?<!\\)\[!\w+\]"),
        ("a tab", "write headings", rf'{_BEGIN}===[+!]*[ \t]+["“«].*$'),
        ("a directive", "write plain Markdown", rf"{_BEGIN}(?::::|\.\. [\w-]+::|///).*$"),
        ("an instruction", "take it away", r"\{%.*?%\}"),
        ("a snippet", "write the text itself", r"^.*-+8<-+.*$"),
        ("a list of contents", "take it away: each page has one", r"^\[\[?_?TOC_?\]\]?[ \t]*$"),
        ("anything", "it is left of a merge: keep one of the two texts", r"^[<=>|]{7}(?:[ ].*)?$"),
        ("a footnote", _CITE, r"(?<!\\)\[\^[^\]\s]*\]:?"),
        ("a footnote", _CITE, r"\^\[[^\]\n]+\]"),
        ("an abbreviation", "put the term in data/glossary.yml", r"^\*\[[^\]\n]+\]:.*$"),
        ("struck text", "take the text away", r"~~(?=\S)[^~\n]+~~"),
        ("struck text", "take the text away", r"(?<![\w~)])~(?=[^\s~])[^~\n]*(?<=\S)~(?![\w~])"),
        ("marked text", "write **…**", r"(?<![=\w])==(?=[^\s=])[^=\n]+==(?![=\w])"),
        ("a key", "write `…`", r"(?<![+\w])\+\+(?=\w)[^\s]*\w\+\+(?![+\w])"),
        ("added text", "write the text alone", r"\^\^(?=[^\s^])[^^\n]+\^\^"),
        ("raised text", "write <sup>…</sup>", r"(?<=[\w)])\^[^\s^]+\^"),
        ("lowered text", "write <sub>…</sub>", r"(?<=[\w)])~[^\s~]+~(?!~)"),
        ("raised text", "write <sup>…</sup>", r"(?<=[\w)])\^[-−]?\d+(?![\w^])"),
        ("an anchor", "take it away", r"(?<=[ \t])\^[A-Za-z0-9][\w-]*[ \t]*$"),
        ("a remark", _COLLEAGUES, r"%%(?:[^%]*%%)?"),
        ("hidden text", "write the text alone", rf"{_BARLESS}(?P<shown>{_SPOILER})"),
        ("a macro", "write plain Markdown", rf"(?<!\{{)\{{{_MACROS}(?::[^{{}}\n]*)?\}}(?!\}})"),
        ("TeX", "write it in Markdown, a source as [@id]", r"\\[A-Za-z]+\*?\{[^{}\n]*\}"),
        ("an item", "write 1. and its text", r"^[ ]{0,3}\(@\w*\)[ ].*(?:\n[ ]*\(@\w*\).*)*"),
        (
            "stress",
            "write **…** or *…*",
            r"(?<![\w'])'{2,3}(?=[^\s'])[^'\n]+(?<=\S)'{2,3}(?![\w'])",
        ),
        ("stress", _EVEN, r"(?<![\w*])\*\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*(?![\w*])"),
        ("stress", _EVEN, r"(?<![\w*])\*(?=[^\s*])[^*\n]+(?<=[^\s*])\*\*(?![\w*])"),
        (WORD_FIELD, WORD_MEND, WORD_FIELDS.pattern),
        ("an emoji", "leave it out, or say it in words", r"(?<![\w:]):[a-z][\w+-]*:(?![\w:/])"),
        ("an emoji", "leave it out, or say it in words", r"(?<![\w:]):[+-]1:"),
        ("a change", "write the text alone", r"\{(?:\+\+|--|~~|==|>>)[^{}\n]*\}"),
        ("a formula", "write it in plain text", r"\$\$[^$\n]+\$\$"),
        ("a formula", "write it in plain text", rf"{_BEGIN}\$\$[ \t]*\n(?:.*\S.*\n)*?.*\$\$"),
        ("a break of pages", "take it away", rf"{_BEGIN}\\(?:new|clear)page\b.*$"),
        ("a break of pages", "take it away", rf"{_BEGIN}\\pagebreak\b.*$"),
        (
            "a formula",
            "write it in plain text",
            r"(?<![\w$\\])\$(?:[A-Za-z]|[^\s$][^$\n]*[_^\\{=][^$\n]*)\$(?!\d)",
        ),
        ("a link", _LINK, r"(?<!\\)!?\[\[[^\]\n]+\]\]"),
        ("a link", _LINK, r"(?<!\\)\[[^\[\]\n]+\]\[[^@\[\]\n]*\](?!\()"),
        ("a link", _LINK, r"^[ ]{0,3}\[[^\[\]\n^@]+\]:[ \t]*\S+"),
        ("a link", _LINK, r"\][ \t]+\((?:[^()\s]+\.md\b|https?:)[^()\n]*\)"),
        ("a link", _LINK, r"\([^()\n]+\)\[[^\[\]\s]+(?:\.md|://)[^\]\s]*\]"),
        ("a link", "write its address", r"(?<!\\)\[[^\[\]\n]*\]\([ \t]*\)"),
        ("a link", _LINK, r"[\"“”][^\"“”\n]+[\"“”]:(?:https?://|mailto:)\S+"),
        ("a class", "write *text*{ … }", r"(?<!\\)\[[^\[\]\n]+\]\{[^}\n]*\}"),
        ("a role", "write the text alone", r"\{[a-z][\w:-]*\}(?=[ ]{2})"),
        ("anything", "do what it says, and take it away", r"\b(?:TODO|FIXME|XXX)\b.*$"),
        ("a link", _LINK, r"(?<!\])(?<!\][ \t])\([^()\s]+\.md(?:#[\w-]*)?\)"),
        (
            "a box",
            "write - [ ] and the text",
            r"^[ \t]*(?:[-*+][ \t]*\[\]|[-*+]\[[ xX]\]|\[[ xX]\][ \t]).*$",
        ),
        ("code", "begin and end it with the same signs, unindented", r"^[ \t]*(?:`{3,}|~{3,}).*$"),
        ("the end of a line", "write <br>", r"\\[ \t]*\n(?=\S)"),
    )
)
# Markdown syntax in plain texts: titles, descriptions and data. HTML is shown literally there,
# which may be intended.
IN_PLAIN_TEXT = re.compile(
    r"\*\*[^*\n]+\*\*|(?<![\w*])\*[^*\s][^*\n]*\*(?![\w*])|(?<!`)`[^`\n]+`|\[[^\]\n]+\]\([^)\s]+\)"
    r"|\[\^[^\]\s]+\]|^#{1,6} |~~[^~\n]+~~|(?<![\w_])__?[^_\s][^_\n]*__?(?![\w_])"
)
