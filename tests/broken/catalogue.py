"""Every broken project: what is typed wrong, pasted, lost or meant badly."""

# A row a case: as a table it is read faster than as code.
# ruff: noqa: E501, PTH118, PTH123, PTH211
# fmt: off

import os
import re

from tests.broken.project import PAGE, Broken, Case, Catalogue, nfd

NO, EN = f"docs/no/{PAGE}.md", f"docs/en/{PAGE}.md"
PHASE, TOOL, TOWN, WORK = (
    "faser/forankring", "verktoy/idedugnad", "kommuner/ovre-eiker", "publikasjoner/krogh-2013",
)
MARK = "[@editorial]"
COLLECTIONS = ("municipalities", "publications", "phases", "timeline", "glossary",
               "open-questions", "people", "tools", "sources")
FILES = (*COLLECTIONS, "synonyms", "interface", "shapes")
_all = Catalogue()


def case(name, change, **known):
    _all.add(name, change, **known)


def text(name, body, **known):
    """A text in both languages, which states nothing that needs a source."""
    case(f"text-{name}", lambda b: b.both(body), **known)


def key(name, field, value, page=PAGE, codes=("no", "en"), **known):
    case(f"fm-{name}", lambda b: b.key(field, value, page, codes), **known)


def data(name, file, pattern, new, **known):
    case(f"data-{name}", lambda b: b.put(f"data/{file}.yml", pattern, new), **known)


def config(name, pattern, new, **known):
    case(f"config-{name}", lambda b: b.put("mkdocs.yml", pattern, new), **known)


def raw(name, path, content, **known):
    case(name, lambda b: b.write(path, content), **known)


def write(b: Broken, path: str, change) -> None:
    b.write(path, change((b.root / path).read_bytes()))


# Front matter ------------------------------------------------------------------------

_all.group = "front matter"
for _field, _values in {
    "title": {"empty": "", "spaces": '"   "', "list": "[a, b]", "map": "{a: b}", "number": "2008", "date": "2008-05-12",
              "true": "true", "null": "~", "long": "x" * 300, "sexagesimal": None, "script": "<script>alert(1)</script>",
              "control": '"a\\u0007b"', "newline": '"a\\nb"', "zero-width": '"a\\u200bb"', "rtl": '"a\\u202eb"'},
    "description": {"empty": "", "spaces": '"' + " " * 80 + '"', "short": "kort", "long": "ord " * 100, "list": "[a]",
                    "newline": '"' + "ord " * 20 + '\\n' + "ord " * 5 + '"',
                    "script": '"<script>alert(1)</script> og mer tekst slik at det er langt nok til å stå her"'},
    "id": {"empty": "", "capitals": "Method", "space": "a b", "slash": "a/b", "list": "[a]", "number": "7", "newline": '"a\\n"',
           "of-another": "method-history"},
    "kind": {"empty": "", "unknown": "essay", "capital": "Concept", "list": "[concept]", "of-town": "municipality", "of-phase": "phase"},
    "record": {"unknown": "nowhere", "empty": "", "list": "[a]", "number": "3"},
}.items():
    for _name, _value in _values.items():
        if _value is None:
            continue
        _fine = {"script": "HTML in a title is text and shown as such", "date": "a day is text, as YAML 1.2 reads it"}.get(_name, "")
        _page = TOWN if _field == "record" else PAGE
        key(f"{_field}-{_name}", _field, _value, _page, most=14, fine=_fine)
for _name, _value in {"hash": "Kritikk #1 og grenser", "hash-space": "Kritikk # 1", "hash-first": "#1 her"}.items():
    key(f"title-{_name}", "title", _value, says="is read as a comment", most=2)
for _name, _value in {"empty": "", "capitals": "Method/Criticism/", "slash-first": "/method/x/", "no-slash": "method/x", "en-first": "en/method/x/",
                      "dots": "../x/", "space": "method/a b/", "letters": "method/æøå/", "newline": '"method/x/\\n"', "newline-in": '"method\\n/x/"',
                      "long": "x" * 400 + "/", "address": "https://example.org/", "query": "method/x?y/", "number": "7", "taken": "method/history/",
                      "double-slash": "method//x/", "reserved": "assets/", "data": "data/", "pagefind": "pagefind/"}.items():
    key(f"url-{_name}", "url", _value, codes=("en",))
key("url-missing", "url", None, codes=("en",))
for _name, _value in {"zero": "0", "negative": "-5", "text": "lang", "decimal": "12.5", "huge": "99999", "wrong": "125"}.items():
    key(f"minutes-{_name}", "minutes", _value, PHASE)
key("minutes-missing", "minutes", None, PHASE)
for _name, _value in {"reversed": "[20, 8]", "one": "[8]", "three": "[1, 2, 3]", "text": "mange", "zero": "[0, 4]"}.items():
    key(f"people-{_name}", "people", _value, PHASE)
for _name, _value in {"zero": "0", "taken": "2", "nine": "99", "text": "en"}.items():
    key(f"number-{_name}", "number", _value, PHASE)
key("record-of-another", "record", "steinkjer", TOWN)
key("record-missing", "record", None, TOWN)
key("original-wrong", "original", "abc", codes=("en",))
key("unknown-key", "tittel", "x")
key("unknown-key-of-python", "__class__", "x")
for _name, _line in {
    "colon": "title: Lønn: en sak", "tab": "title:\tx\n\tkind: y", "percent": "title: %lønn", "at": "title: @lønn", "backtick": "title: `lønn`",
    "bracket": "title: [lønn", "brace": "title: {lønn", "quote-open": 'title: "lønn', "quote-inside": 'title: "lønn" og mer', "apostrophe": "title: 'lønn's'",
    "indent": "  title: x", "tag-python": "title: !!python/object/apply:os.system ['id']", "tag-bool": "title: !!bool kanskje", "tag-int": "title: !!int æ",
    "tag-binary": "title: !!binary ø", "tag-set": "title: !!set {a}", "tag-timestamp": "title: !!timestamp i går", "tag-unknown": "title: !env x", "tag-float": "title: !!float x",
    "alias-unknown": "title: *x", "anchor-alone": "title: &", "document-end": "title: x\n...", "second-document": "title: x\n--- a", "directive": "%YAML 9.9",
    "list-instead": "- a\n- b", "repeated": "title: a\ntitle: b", "merge-key": "<<: {a: b}", "complex-key": "? [a, b]\n: c", "control": "title: a\x07b", "nul": "title: a\x00b",
    "conflict": "<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x",
}.items():
    case(f"yaml-{_name}", lambda b, line=_line: b.put(NO, r"^title:.*$", line), at=NO)
case("yaml-colon-mend", lambda b: b.put(NO, r"^title:.*$", "title: Lønn: en sak"), at=NO, says="quotation marks")
case("yaml-tab-mend", lambda b: b.put(NO, r"^title:.*$", "title: x\n\tkind: y"), at=NO, says="(?i)tab")
case("fm-laughs", lambda b: b.put(NO, r"^title:.*$", "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{c}: &{c} [{', '.join(['*' + p] * 9)}]" for p, c in zip("abcdefghi", "bcdefghij", strict=True)) + "\ntitle: *j"), at=NO)
case("fm-nested-5000", lambda b: b.put(NO, r"^title:.*$", "title: " + "[" * 5000 + "]" * 5000), at=NO)
case("fm-nested-blocks-400", lambda b: b.put(NO, r"^title:.*$", "\n".join(" " * n + "a:" for n in range(400))), at=NO)
case("fm-self-reference", lambda b: b.put(NO, r"^title:.*$", "title: &a [*a]"), at=NO)
case("fm-unclosed", lambda b: b.edit(NO, lambda t: t.replace("---\n\n", "\n", 1)), at=NO, says="(?i)clos")
for _name, _row, _says in (
    ("space-behind-key", "title:\u00a0Historien", "no-break space"), ("equals", "title = Historien", "colon"), ("fullwidth-colon", "title： Historien", "colon"), ("first-indented", " title: Historien", "indented"), ("escape", '"title": "Lønn \\og vilkår"', r"\\"), ("tab-of-an-escape", '"title": "C:\\temp"', r"\\"),
    ("bracket-goes-on", "title: [Lønn] og vilkår", "quotation"), ("dash", "title: - Lønn", "quotation"), ("exclamation", "title: ! Lønn nå", "quotation"), ("no-colon", "title Historien", "colon"), ("capital", "Title: Historien", "title"),
):
    case(f"fm-row-{_name}", lambda b, row=_row: b.put(NO, r"^title:.*$", row), at=NO, says=_says, most=1)
case("fm-gone", lambda b: b.edit(NO, lambda t: t.split("---\n", 2)[2]), at=NO)
case("fm-toml", lambda b: b.edit(NO, lambda t: t.replace("---\n", "+++\n")), at=NO)
case("fm-blank-first", lambda b: b.edit(NO, lambda t: "\n" + t), at=NO)
case("fm-four-dashes", lambda b: b.edit(NO, lambda t: t.replace("---\n", "----\n", 1)), at=NO)
case("fm-huge", lambda b: b.put(NO, r"^title:.*$", "title: " + "x" * 2_000_000), at=NO)
case("fm-body-gone", lambda b: b.edit(NO, lambda t: "---\n".join(t.split("---\n")[:2]) + "---\n"), at=NO)
case("fm-empty-file", lambda b: b.write(NO, ""), at=NO)

# Encodings ---------------------------------------------------------------------------

_all.group = "encoding"
for _path in (NO, EN, "data/sources.yml", "data/tools.yml", "data/interface.yml", "mkdocs.yml", "data/shapes.yml", "data/synonyms.yml"):
    _short = _path.replace("/", "-").removesuffix(".md").removesuffix(".yml")
    case(f"enc-latin1-{_short}", lambda b, p=_path: write(b, p, lambda raw: raw.decode().encode("latin-1", "replace") + "\n# ø\n".encode("latin-1")), at=_path, says="UTF-8")
    case(f"enc-utf16-{_short}", lambda b, p=_path: write(b, p, lambda raw: raw.decode().encode("utf-16")), at=_path, says="UTF-(8|16)")
    case(f"enc-nul-{_short}", lambda b, p=_path: write(b, p, lambda raw: raw[:200] + b"\0" + raw[200:]), at=_path)
    case(f"enc-bom-{_short}", lambda b, p=_path: write(b, p, lambda raw: b"\xef\xbb\xbf" + raw), fine="a BOM is read and left out")
    case(f"enc-crlf-{_short}", lambda b, p=_path: write(b, p, lambda raw: raw.replace(b"\n", b"\r\n")), fine="rows may end as on Windows")
    case(f"enc-empty-{_short}", lambda b, p=_path: b.write(p, ""), at=_path, most=200)
    case(f"enc-binary-{_short}", lambda b, p=_path: b.write(p, bytes(range(256)) * 40), at=_path, most=200)
case("enc-cp1252-quotes", lambda b: write(b, NO, lambda raw: raw.replace("«".encode(), b"\x93", 1)[:400] + b"\x93sitat\x94" + raw[400:]), at=NO)
case("enc-surrogate", lambda b: write(b, NO, lambda raw: raw + b"\xed\xa0\x80"), at=NO)
case("enc-nfd-page", lambda b: b.edit(NO, nfd), fine="letters of two signs become one")
case("enc-nfd-data", lambda b: b.edit("data/tools.yml", nfd), fine="letters of two signs become one")
case("enc-mac-ends", lambda b: write(b, NO, lambda raw: raw.replace(b"\n", b"\r")), fine="rows may end as on an old Mac")
case("enc-mixed-ends", lambda b: write(b, NO, lambda raw: raw.replace(b"\n", b"\r\n", 9)), fine="rows may end as on Windows")
for _name, _sign in {"soft-hyphen": "\u00ad", "zero-width": "\u200b", "joiner": "\u2060", "rtl": "\u202e", "bom-inside": "\ufeff", "control": "\x08", "line-separator": "\u2028",
                     "private": "\ue000", "replacement": "\ufffd", "tag": "\U000e0041", "escape": "\x1b[31m", "nul": "\0", "vertical-tab": "\x0b", "form-feed": "\x0c"}.items():
    _fine = "soft hyphens are left out where a file is read" if _name == "soft-hyphen" else ""
    text(f"sign-{_name}", f"Kommu{_sign}nen [@editorial].", at="docs", fine=_fine)
for _name, _word in {"cyrillic-o": "k\u043emmunen", "cyrillic-a": "s\u0430ken", "greek-nu": "kommu\u03bden", "fullwidth": "\uff4b\uff4fmmunen", "ligature": "\ufb01nne", "mojibake": "kommunestyret pÃ¥ mÃ¸te",
                         "slash-o-overlay": "kommuno\u0338ye"}.items():
    text(f"lookalike-{_name}", f"Her er {_word} nå [@editorial].", at="docs")

# Text --------------------------------------------------------------------------------

_all.group = "text"
E = MARK
for _name, _body in {
    "date-becomes-list": f"23. oktober 2006 møttes partene {E}.",
    "date-wrapped-in-item": f"- Avtalen kom den\n23. oktober 2006, skriver bladet {E}.",
    "year-becomes-list": f"1998. Året da det begynte {E}.",
    "number-paren": f"1) Det første {E}.\n2) Det andre {E}.",
    "list-no-blank-before": f"Slik var lista: {E}\n- første punkt {E}\n- andre punkt {E}",
    "list-no-blank-star": f"Slik var lista: {E}\n* første punkt {E}\n* andre punkt {E}",
    "list-no-blank-number": f"Slik var lista: {E}\n1. første punkt {E}\n2. andre punkt {E}",
    "list-two-space-nest": f"- første {E}\n  - andre {E}\n- tredje {E}",
    "list-three-space-nest": f"1. første {E}\n   - andre {E}\n2. tredje {E}",
    "list-lazy": f"- første {E}\n\n  et avsnitt i punktet {E}",
    "list-mixed-signs": f"- første {E}\n* andre {E}",
    "list-number-jump": f"1. første {E}\n3. tredje {E}",
    "list-number-zero": f"0. første {E}\n1. andre {E}",
    "list-plus-amount": f"+ 3 årsverk {E}",
    "list-then-code": f"- første {E}\n\n        kode {E}",
    "list-empty-item": f"- første {E}\n-\n- tredje {E}",
    "list-bullet-sign": f"• første {E}\n• andre {E}",
    "list-no-space": f"-første {E}\n-andre {E}",
    "list-speech": f"- Vi er stolte, sier ordføreren {E}.\n\nMer tekst {E}.",
    "heading-in-list": f"- ## Overskrift\n- tekst {E}",
    "heading-no-space": f"##Overskrift\n\ntekst {E}",
    "heading-hash-word": f"#fagforbundet er et emne {E}.",
    "heading-underline": f"Dette er tekst {E}\n---\n\nmer {E}",
    "heading-seven": f"####### Syv {E}",
    "heading-one": f"# Tittel {{ #tittel }}\n\ntekst {E}",
    "heading-empty": f"## {{ #tom }}\n\ntekst {E}",
    "heading-no-anchor": f"### Uten anker\n\ntekst {E}",
    "heading-anchor-capital": f"### Med anker {{ #Stort Anker }}\n\ntekst {E}",
    "heading-anchor-norwegian": f"### Med anker {{ #påskjønt }}\n\ntekst {E}",
    "heading-broken-braces": f"### Med anker {{ #x\n\ntekst {E}",
    "heading-jump": f"#### Dypt {{ #dypt }}\n\ntekst {E}",
    "emphasis-spaces": f"Dette er ** ikke fett ** {E}.",
    "emphasis-unclosed": f"Dette er **ikke fett {E}.",
    "emphasis-star-unclosed": f"Dette er *ikke kursiv {E}.",
    "emphasis-crossed": f"Dette er **fett *og** kursiv* {E}.",
    "emphasis-bold-space-end": f"Dette er **fett **og mer {E}.",
    "code-unclosed": f"Dette er `ikke kode {E}.",
    "fence-unclosed": f"```\nkode\n\ntekst {E}",
    "fence-indented": f"  ```\n  kode\n  ```\n\n{E}",
    "fence-tilde": f"~~~\nkode {E}",
    "indented-code": f"tekst {E}\n\n    innrykket {E}",
    "hard-break-spaces": f"Første linje  \nandre linje {E}",
    "hard-break-backslash": f"Første linje\\\nandre linje {E}",
    "table-no-blank-before": f"Her er tabellen {E}\n| a | b |\n| --- | --- |\n| c | d {E} |",
    "table-uneven-short": f"| a | b |\n| --- | --- |\n| c {E} |",
    "table-uneven-long": f"| a | b |\n| --- | --- |\n| c | d | e {E} |",
    "table-rule-short": f"| a | b |\n| --- |\n| c | d {E} |",
    "table-rule-missing": f"| a | b |\n| c | d {E} |",
    "table-bar-in-code": f"| a | b |\n| --- | --- |\n| `c|d` | e | f {E} |",
    "table-no-blank-after": f"| a | b |\n| --- | --- |\n| c | d {E} |\nTekst rett under {E}",
    "rule-of-equals": f"Tekst {E}\n=====",
    "quote-no-blank": f"Tekst {E}\n> sitat {E}",
    "admonition": f'!!! note "Merk"\n    Innhold {E}.',
    "details": f'??? note "Merk"\n    Innhold {E}.',
    "details-html": f"<details><summary>Merk</summary>Innhold {E}</details>",
    "callout": f"> [!NOTE]\n> Innhold {E}.",
    "tabs": f'=== "Fane"\n    Innhold {E}.',
    "footnote": f"En fotnote[^1] her {E}.\n\n[^1]: Teksten {E}.",
    "footnote-inline": f"En fotnote^[tekst] her {E}.",
    "strike": f"Dette er ~~strøket~~ {E}.",
    "strike-one": f"Dette er ~strøket~ her {E}.",
    "mark": f"Dette er ==merket== {E}.",
    "emoji": f"Dette er :smile: {E}.",
    "emoji-plus": f"Bra :+1: {E}.",
    "math": f"Dette er $$x^2$$ {E}.",
    "math-inline": f"Dette er $x_1$ her {E}.",
    "wiki-link": f"Se [[historie]] {E}.",
    "directive": f"::: note\ntekst {E}\n:::",
    "myst": f"```{{note}}\ntekst\n```\n\n{E}",
    "myst-role": f"Se {{ref}}`navn` {E}.",
    "shortcode": f"Se {{{{< ref x >}}}} {E}.",
    "liquid": f"{{% include x %}} {E}",
    "handlebars": f"Noe {{{{ unknown }}}} her {E}.",
    "jinja-known-inline": f"Noe {{{{ municipalities }}}} her {E}.",
    "jinja-unknown-alone": "{{ unknown }}",
    "jinja-twice": "{{ tools }} {{ tools }}",
    "jinja-expression": f"Noe {{{{ 7*7 }}}} her {E}.",
    "jinja-known-indented": "    {{ tools }}",
    "jinja-cite-this": "{{ cite-this }}",
    "bare-address": f"Se https://example.org/x {E}.",
    "bare-www": f"Se www.example.org/x {E}.",
    "merge-conflict": f"<<<<<<< HEAD\nEn tekst {E}\n=======\nEn annen {E}\n>>>>>>> branch",
    "toc": "[TOC]",
    "include": f"--8<-- \"x.md\"\n\n{E}",
    "comment-unclosed": f"<!-- husk dette\n\ntekst {E}",
    "todo": f"TODO: skriv dette {E}",
    "raw-marker": f"tekst <!--raw:99--> {E}",
    "html-entity-broken": f"Lønn &nbps; og &foo; {E}",
    "definition-lonely": f": ingen term {E}",
    "abbr": f"*[MKM]: metode\n\n{E}",
    "sub": f"CO~2~ og x^2^ {E}",
    "keys": f"Trykk ++ctrl+c++ {E}",
    "critic": f"{{++lagt til++}} og {{--tatt bort--}} {E}",
    "attribute-lonely": f"Tekst her {{ .stor }} {E}.",
    "smart-dash": f"Slik -- altså -- er det {E}.",
}.items():
    text(_name, _body, at="docs", most=9)
for _name, _body, _why in (
    ("backslash", f"Skriv C:\\temp\\mappe {E}.", "a backslash before a letter is text to both"),
    ("snake-case", f"Feltet heter snake_case_navn og a_b_c {E}.", "underscores within a word are text to both"),
    ("star-math", f"Tre * fire er 12 {E}.", "a star between spaces is text to both"),
    ("brackets", f"Dette [uten lenke] er tekst {E}.", "brackets alone are text to both"),
    ("entity", f"Lønn &amp; vilkår {E}.", "a known entity is a sign to both"),
    ("paren-link", f"Se [lenken](historie.md) (og mer) {E}.", "brackets after a link are text"),
    ("nested-list", f"- første {E}\n    - andre {E}\n- tredje {E}", "four spaces nest"),
    ("escaped-star", f"Skriv \\*dette\\* {E}.", "a backslash makes signs text"),
    ("escaped-handle", f"Skriv til \\@fagforbundet {E}.", "the told way to write an @"),
    ("table-escaped-bar", f"| a | b |\n| --- | --- |\n| c \\| d | e {E} |", "a bar behind a backslash is text"),
    ("less-than", f"Under 5 < 7 og 8 > 3 {E}.", "signs of comparison are text"),
    ("ampersand", f"Lønn & vilkår {E}.", "an & alone is text"),
    ("break", f"Første linje<br>andre linje {E}.", "<br> is allowed"),
    ("raised", f"10 m<sup>2</sup> og CO<sub>2</sub> {E}.", "<sup> and <sub> are allowed"),
    ("rule", f"Tekst {E}\n***\nmer {E}", "a rule to both"),
    ("mail", f"Skriv til <navn@example.org> {E}.", "an address of e-mail in signs that make it a link"),
    ("hyphens", f"Både for- og etterarbeid, inn-\nog utland {E}.", "a hyphen for the rest of a word"),
    ("emphasis", f"**Fett**, *kursiv* og ***begge*** {E}.", "plain Markdown"),
    ("numbers", f"1. første {E}\n2. andre {E}\n3. tredje {E}", "plain Markdown"),
    ("numbers-from-three", f"3. tredje {E}\n4. fjerde {E}", "a list may begin at three"),
    ("quote", f"> Et sitat {E}.", "plain Markdown"),
    ("fence", f"```\nkode\n```\n\nTekst {E}.", "plain Markdown"),
):
    text(f"fine-{_name}", _body, fine=_why)
for _name, _body, _says in (
    ("quotes", f"Han sa \"ja\" da {E}.", "ja"),
    ("quote-single", f"Han sa 'nei' da {E}.", "nei"),
    ("years", f"Programmet 2007-2009 {E}.", "2007–2009"),
    ("em-dash", f"Her—altså {E}.", " – "),
    ("twice", f"Det er er her {E}.", "stands twice"),
    ("digits", f"De hadde 1234567 i alt {E}.", "write"),
    ("per-cent", f"Hele 12 % {E}.", "write"),
    ("comment", f"<!-- husk Kari -->\n\nTekst {E}.", "can be read"),
    ("quotes-german", f"Han sa „ja“ da {E}.", "ja"),
    ("date-in-numbers", f"I brevet av 1.5.2008 sto det {E}.", "May|mai"),
    ("amount", f"Det kostet 5 000,- i alt {E}.", "amount"),
    ("broken-word", f"Ingen sammen-\nligner dem {E}.", "is broken"),
    ("word-reference", f"Se Feil! Fant ikke referansekilden. {E}", "Word wrote"),
    ("word-table", f"År\tSted\tKilde\n2008\tMoss\tx {E}", "table from Word"),
    ("round-citation", "Noe er sant (@fb-2008-5-13).", r"write \[@fb-2008-5-13\]"),
    ("half-link", f"Se [siden](../kommuner/moss.md og tenk {E}.", "close the link"),
    ("host-link", f"Se [dem](www.fagforbundet.no) {E}.", "write https://www"),
    ("name", f"De var i Stenkjer da {E}.", "Steinkjer"),
    ("long", f"{'Her er ' * 20}det {E}.", "words"),
):
    text(f"slip-{_name}", _body, at="docs", says=_says)
_deep = {
    "quote-24-deep": "> " * 24 + "dypt " + E, "nested-quote-400": "> " * 400 + "dypt " + E, "nested-quote-3000": ">" * 3000 + " dypt " + E,
    "rule-of-spaced-stars": "*  " * 60, "rule-of-spaced-dashes": "-  " * 60 + "x", "comment-openers": "<!-- " * 20000, "brackets-100k": "[" * 100_000,
    "pictures-50k": "![" * 50_000, "backticks-99999": "`" * 99_999, "stars-50k": "*" * 50_001, "underscores-50k": "a_" * 25_000, "links-nested": "[" * 2000 + "a" + "](b)" * 2000,
    "bars-20k": "|" * 20_000, "list-nested-200": "\n".join(" " * 4 * n + "- a" for n in range(200)), "headings-5000": "\n\n".join("### A" for _ in range(5000)),
    "one-line-5mb": "ord " * 1_250_000, "lines-300k": "ord\n" * 300_000, "tags-open-20k": "<b " * 20_000, "braces-20k": "{{ " * 20_000, "cites-20k": "[@" * 20_000,
    "entities-20k": "&" * 50_000, "angle-100k": "<" * 100_000, "angle-quotes": "<a href='" * 5_000, "parens-50k": "](" * 50_000, "colons-50k": ":a" * 30_000, "tilde-50k": "~" * 50_001, "equals-50k": "==a" * 20_000,
    "braces-attr-20k": "{: " * 20_000, "numbers-50k": "1. " * 20_000, "at-signs": "@a" * 30_000, "backslashes": "\\" * 60_000, "spaces-1mb": " " * 1_000_000 + "x", "dashes-100k": "- " * 50_000, "newline-tabs": "\t\n" * 50_000,
    "carets": "^a" * 30_000, "plus": "++a" * 20_000, "tags-div-5000": "<div>" * 5_000, "quote-lines": ("> a\n>> b\n" * 5_000),
}
for _name, _body in _deep.items():
    _fine = {"newline-tabs": "blank rows are nothing", "rule-of-spaced-stars": "a rule", "dashes-100k": "a rule", "quote-24-deep": "quotations in quotations, to both"}.get(_name, "")
    text(_name, _body, at="docs", most=12_000, fine=_fine)
for _name, _pattern, _new, _page in (
    ("section-emptied", r"(?s)^## Kritikken som er reist .*?(?=^## Kvalitet)", "## Kritikken som er reist { #voiced-criticism }\n\n", PAGE),
    ("lead-missing", r"(?s)(?<=---\n)\n[A-ZÆØÅ].*?\n(?=\n## )", "", PAGE),
    ("tool-how-emptied", r"(?s)(?<=#how \.editorial \}\n).*?(?=\n## )", "", TOOL),
    ("tool-tips-emptied", r"(?s)(?<=#tips \.editorial \}\n).*", "", TOOL),
    ("tool-form-emptied", r"(?s)(?<=#form \.editorial \}\n).*?(?=\n## )", "", TOOL),
    ("phase-checklist-emptied", r"(?s)(?<=#checklist \.editorial \}\n).*?(?=\n## )", "", PHASE),
    ("phase-ready-emptied", r"(?s)(?<=#ready \.editorial \}\n).*?(?=\n## )", "", PHASE),
    ("phase-role-body-gone", r"(?s)(?<=\{ #elected \}\n).*?(?=\n### )", "", PHASE),
    ("phase-roles-all-gone", r"(?s)(?<=#who-does-what \.editorial \}\n).*?(?=\n## )", "", PHASE),
    ("phase-agenda-gone", r"(?s)(?<=#workshop \.editorial \}\n).*?(?=\n## )", "", PHASE),
    ("phase-agenda-cells", r"(?m)^\| 10 \| ([^|]*)\|.*$", "| 10 | Kort |", PHASE),
    ("phase-agenda-superscript", r"(?m)^\| 10 \|", "| ² |", PHASE),
    ("phase-agenda-word", r"(?m)^\| 10 \|", "| ti |", PHASE),
    ("phase-agenda-arabic", r"(?m)^\| 10 \|", "| ١٠ |", PHASE),
    ("town-sections-emptied", r"(?s)(?<=#results \}\n).*?(?=\n## )", "", TOWN),
):
    def _cut(b, pattern=_pattern, new=_new, page=_page):
        b.edit(f"docs/no/{page}.md", lambda t: re.sub(pattern, new, t, count=1, flags=re.M))
    case(f"text-{_name}", _cut, at=f"docs/no/{_page}.md")
for _name, _page, _anchor in (("how", TOOL, "how"), ("checklist", PHASE, "checklist"), ("ready", PHASE, "ready"), ("results", TOWN, "results"), ("elected", PHASE, "elected")):
    def _both_cut(b, page=_page, anchor=_anchor):
        for code in ("no", "en"):
            b.edit(f"docs/{code}/{page}.md", lambda t: re.sub(rf"(?s)(#{anchor}[ .a-z]*\}}\n).*?(?=\n###? )", r"\1", t, count=1))
    case(f"text-both-{_name}-emptied", _both_cut, at="docs")

# Citations -----------------------------------------------------------------------------

_all.group = "citation"
for _name, _body in {
    "unknown": "Tekst [@nibr-2099].", "misspelt": "Tekst [@imtec-mkmm].", "unclosed": "Tekst [@imtec-mkm.", "no-at": "Tekst [imtec-mkm].", "empty": "Tekst [@].",
    "prefix": "Tekst [se @imtec-mkm].", "comma-id": "Tekst [@imtec-mkm, @seed].", "suppressed": "Tekst [-@imtec-mkm].", "in-link": f"Se [lenken [@imtec-mkm] i teksten](historie.md) {E}.",
    "in-code-indented": "    innrykket kode med [@editorial]", "handle": f"Skriv til @fagforbundet {E}.", "in-heading": f"### Tittel [@imtec-mkm] {{ #tittel }}\n\nTekst {E}.",
    "in-picture": f"![Bilde [@imtec-mkm]](../../assets/images/sign.svg) {E}", "mark-bare": "Tekst @editorial.", "twice-brackets": "Tekst [[@imtec-mkm]].",
    "as-link": "Tekst [@imtec-mkm](historie.md).", "locator-language": "Tekst [@fb-2008-5-13, page 13].", "capital": "Tekst [@Imtec-mkm].", "newline": "Tekst [@imtec-mkm;\n@seed].", "round": "Tekst (@imtec-mkmx).",
    "nothing": "En påstand uten kilde om kommunen.", "space-in": "Tekst [@ imtec-mkm].", "html": f'<b title="[@imtec-mkm]">x</b> {E}', "in-title-of-link": f'Se [x](historie.md "[@imtec-mkm]") {E}.',
    "locator-html": "Tekst [@fb-2008-5-13, <b>13</b>].", "locator-quote": 'Tekst [@fb-2008-5-13, "13"].', "locator-empty": "Tekst [@fb-2008-5-13, ].", "locator-word": "Tekst [@fb-2008-5-13, sida der].",
}.items():
    case(f"cite-{_name}", lambda b, body=_body: b.both(body), at="docs", most=9)
case("cite-page-word-norwegian-in-english", lambda b: b.both("Tekst [@fb-2008-5-13, s. 23].", english="Text [@fb-2008-5-13, s. 23]."), at=EN)
case("cite-page-word-english-in-norwegian", lambda b: b.both("Tekst [@fb-2008-5-13, p. 23].", english="Text [@fb-2008-5-13, p. 23]."), at=NO)
case("cite-in-one-language", lambda b: b.both("Tekst [@fb-2008-5-13].", english="Text [@editorial]."), at=EN)
for _field in ("title", "description"):
    key(f"{_field}-citation", _field, f'"{"Ord og mer tekst her " * 3}[@imtec-mkm]"')

# Links and pictures ----------------------------------------------------------------------

_all.group = "links and pictures"
for _name, _target in {
    "javascript": "javascript:alert(1)", "javascript-mixed-case": "JaVaScRiPt:alert(1)", "javascript-entity": "&#106;avascript:alert(1)", "javascript-entity-colon": "javascript&colon;alert(1)", "javascript-tab": "java&#9;script:alert(1)",
    "javascript-newline": "java&#10;script:alert(1)", "javascript-encoded": "javascript%3Aalert(1)", "javascript-angle": "<javascript:alert(1)>", "javascript-angle-space": "< javascript:alert(1)>", "javascript-control": "&#1;javascript:alert(1)",
    "data-html": "data:text/html,<b>x</b>", "data-base64": "data:text/html;base64,PHNjcmlwdD4=", "vbscript": "vbscript:x", "file": "file:///etc/passwd", "blob": "blob:https://x/y", "ftp": "ftp://example.org/x", "about": "about:blank", "view-source": "view-source:https://example.org/",
    "htp": "htp://example.org", "http-one-slash": "http:/example.org", "http-three-slash": "http:///example.org", "http-no-host": "http://", "https-space": "https://exa mple.org", "no-scheme": "www.example.org", "protocol-relative": "//example.org/x", "host-no-dot": "https://example", "host-bad": "https://-.example..org/",
    "missing-page": "finnes-ikke.md", "missing-anchor": "historie.md#finnes-ikke", "missing-anchor-here": "#finnes-ikke", "absolute": "/metoden/historie/", "address-of-page": "../historie/", "other-language": "../../en/metoden/historie.md", "out-of-docs": "../../../mkdocs.yml", "out-of-docs-md": "../../../README.md", "out-far": "../../../../../../etc/passwd",
    "backslash": "..\\metoden\\historie.md", "space": "min fil.md", "space-angle": "<min fil.md>", "capital": "Historie.md", "html-suffix": "historie.html", "empty": "", "hash-only": "#", "query": "historie.md?x=1", "double-hash": "historie.md#a#b", "md-upper": "historie.MD", "folder": "../faser/", "windows": "C:\\x.md", "mail-bad": "mailto:", "mail-no-at": "mailto:navn", "tel": "tel:abc",
    "port": "https://example.org:abc/", "ipv6": "http://[::1/x", "user": "https://user:pass@example.org/", "localhost": "http://localhost:8000/x", "unbalanced": "https://example.org/a(b", "unclosed": "https://example.org/(",
}.items():
    case(f"link-{_name}", lambda b, t=_target: b.both(f"Se [lenken]({t}) her {MARK}."), at="docs", most=8)
case("link-missing-page-mend", lambda b: b.both(f"Se [lenken](../kommuner/levangr.md) her {MARK}."), at="docs")
case("link-near-page-mend", lambda b: b.both(f"Se [lenken](../kommuner/mosss.md) her {MARK}."), says=r"\.\./kommuner/moss\.md", at="docs")
for _name, _body in {
    "single-quoted-title": "[x](historie.md 'Tittel')", "bracketed-title": "[x](historie.md (Tittel))", "title-with-quotes": '[x](historie.md "En "tittel" her")', "title-unclosed": '[x](historie.md "Tittel)', "space-between": "[x] (historie.md)", "turned": "(x)[historie.md]",
    "reference-undefined": "[x][finnes-ikke]", "reference-empty": "[x][]", "reference": "[x][y]\n\n[y]: historie.md", "unclosed-target": "[x](historie.md", "unclosed-text": "[x(historie.md)", "text-empty": "[](historie.md)", "text-spaces": "[ ](historie.md)", "nested": "[a [b](historie.md) c](historie.md)", "in-code-like": "[x](`historie.md`)",
    "auto-javascript": "<javascript:alert(1)>", "auto-data": "<data:text/html,x>", "auto-mail": "<mailto:x>", "html-a": '<a href="javascript:alert(1)">x</a>', "html-a-newline": '<a\nhref="javascript:alert(1)">x</a>', "html-missing": '<a href="finnes-ikke.md">x</a>', "html-a-unquoted": "<a href=javascript:alert(1)>x</a>", "html-a-entity": '<a href="&#x6A;avascript:alert(1)">x</a>',
    "attribute-onclick": "[x](historie.md){ onclick=alert(1) }", "attribute-onclick-quoted": '[x](historie.md){ onclick="alert(1)" }', "attribute-style": '[x](historie.md){ style="position:fixed" }', "attribute-href": '[x](historie.md){ href="javascript:alert(1)" }', "attribute-colon": "[x](historie.md){: onclick=alert(1) }", "attribute-target": "[x](historie.md){ target=_blank }", "attribute-srcset": "![Bilde](../../assets/images/sign.svg){ srcset=https://x.org/a.png }",
    "attribute-class": "[x](historie.md){ .md-button }", "attribute-id-twice": "[x](historie.md){ #in-short }", "attribute-lang-bad": '[x](historie.md){ lang="norsk språk" }', "attribute-key-upper": "[x](historie.md){ ONCLICK=alert(1) }",
    "picture-external": "![Bilde](https://example.org/a.png)", "picture-missing": "![Bilde](../../assets/images/finnes-ikke.png)", "picture-no-text": "![](../../assets/images/sign.svg)", "picture-space": "![Bilde](../../assets/images/mitt bilde.png)", "picture-data": "![Bilde](data:image/png;base64,AAAA)", "picture-javascript": "![Bilde](javascript:alert(1))", "picture-excluded": "![Bilde](../../assets/images/readme.png)", "picture-page": "![Bilde](historie.md)",
    "picture-html": '<img src="https://example.org/a.png" alt="x">', "picture-html-missing": '<img src="finnes-ikke.png" alt="x">', "picture-html-onerror": '<img src="x" alt="x" onerror="alert(1)">', "picture-protocol": "![Bilde](//example.org/a.png)", "picture-reference": "![Bilde][x]\n\n[x]: https://example.org/a.png", "link-in-heading-bad": "### Se [x](javascript:alert(1)) { #se }",
    "in-table": "| a | b |\n| --- | --- |\n| [x](javascript:alert(1)) | c |", "in-quote": "> [x](javascript:alert(1))", "two-lines": "[x](\njavascript:alert(1))", "text-two-lines": "[x\ny](javascript:alert(1))", "text-with-bracket": "[x \\] y](javascript:alert(1))", "text-with-code": "[`x]`](javascript:alert(1))", "paren-escaped": "[x](javascript:alert\\(1\\))", "with-title": '[x](javascript:alert(1) "Tittel")',
}.items():
    case(f"link-{_name}", lambda b, body=_body: b.both(f"{body} {MARK}"), at="docs", most=10)
for _name, _body, _why in (
    ("fine-parens", "[x](https://example.org/a_(b))", "balanced brackets in an address"), ("fine-title", '[x](historie.md "Tittel")', "a title in quotation marks"), ("fine-auto", "<https://example.org/>", "an address as link"), ("fine-mail", "[x](mailto:post@example.org)", "an address of e-mail"),
    ("fine-query", "[x](https://example.org/?a=1&b=2#c)", "a whole address"), ("fine-idn", "[x](https://blåbær.no/)", "letters in a domain"), ("fine-anchor", "[x](historie.md#start)", "an anchor of the other page"), ("fine-lang", "*x*{ lang=en }", "the language of words"),
):
    case(f"link-{_name}", lambda b, body=_body: b.both(f"{body} {MARK}"), fine=_why)

# HTML --------------------------------------------------------------------------------------

_all.group = "HTML in text"
for _name, _body in {
    "script": "<script>alert(1)</script>", "script-external": '<script src="https://x.org/a.js"></script>', "script-upper": "<SCRIPT>alert(1)</SCRIPT>", "script-broken": "<script\n>alert(1)</script >", "script-slash": "<script/x>alert(1)</script>", "script-unclosed": "<script>alert(1)", "iframe": '<iframe src="https://x.org"></iframe>', "svg-onload": "<svg onload=alert(1)>", "svg-slash": "<svg/onload=alert(1)>",
    "style": "<style>body{display:none}</style>", "base": '<base href="https://x.org/">', "link-stylesheet": '<link rel="stylesheet" href="https://x.org/a.css">', "meta-refresh": '<meta http-equiv="refresh" content="0;url=https://x.org">', "form": '<form action="https://x.org"><input name="a"></form>', "close-main": "</main>", "close-body": "</body></html>", "close-div": "</div></div>", "textarea-unclosed": "<textarea>", "title": "<title>x</title>", "plaintext": "<plaintext>",
    "object": '<object data="x"></object>', "embed": '<embed src="x">', "math": '<math href="javascript:alert(1)">x</math>', "video": '<video src="https://x.org/a.mp4" autoplay></video>', "details-ontoggle": "<details open ontoggle=alert(1)>x</details>", "body-onload": "<body onload=alert(1)>", "onfocus": "<b tabindex=0 onfocus=alert(1)>x</b>", "onmouseover": '<sup onmouseover="alert(1)">x</sup>', "br-onclick": "<br onclick=alert(1)>", "br-style": '<br style="position:fixed">', "class": '<sup class="md-header">x</sup>', "id-twice": '<sup id="in-short">x</sup>', "sup-unclosed": "10 m<sup>2", "sub-crossed": "<sup><sub>x</sup></sub>", "div": "<div>tekst</div>", "span": '<span style="color:red">x</span>', "font": '<font color="red">x</font>', "center": "<center>x</center>", "marquee": "<marquee>x</marquee>",
    "table": "<table><tr><td>x</td></tr></table>", "custom": "<x-y>z</x-y>", "comment-conditional": "<!--[if IE]><script>alert(1)</script><![endif]--><script>alert(2)</script>", "comment-trick": "<!--><script>alert(1)</script>-->", "cdata": "<![CDATA[<script>alert(1)</script>]]>", "processing": "<?php echo 1; ?>", "doctype": "<!DOCTYPE html>", "noscript": "<noscript><img src=x onerror=alert(1)></noscript>", "template": "<template><script>alert(1)</script></template>", "in-list": "- punkt <script>alert(1)</script>", "in-quote": "> <script>alert(1)</script>", "in-table": "| a | b |\n| --- | --- |\n| <script>alert(1)</script> | c |", "in-heading": "### <script>alert(1)</script> { #x }", "in-link": "[<script>alert(1)</script>](historie.md)", "newlines": "<script\n\n>alert(1)</script>",
    "double": "<<script>alert(1)</script>", "tab": "<img\tsrc=x\tonerror=alert(1)\talt=x>", "quote-trick": '<sup title="><script>alert(1)</script>">x</sup>', "unclosed-quote": '<img alt="x src=x onerror=alert(1)>', "markdown-attr": "<div markdown><script>alert(1)</script></div>", "placeholder-word": "Skriv <navn på kommunen> her",
}.items():
    case(f"html-{_name}", lambda b, body=_body: b.both(f"{body} {MARK}"), at="docs", most=12)
case("html-script-in-editorial", lambda b: b.edit("docs/no/om/index.md", lambda t: t + "\n<script>alert(1)</script>\n"), at="docs/no/om/index.md")
case("html-in-tool", lambda b: b.edit(f"docs/no/{TOOL}.md", lambda t: t + '\n- <img src=x onerror=alert(1) alt="x">\n'), at=f"docs/no/{TOOL}.md")

# Data -----------------------------------------------------------------------------------------

_all.group = "data"
for _file in FILES:
    _path = f"data/{_file}.yml"
    raw(f"data-empty-{_file}", _path, "", at=_path, most=300)
    raw(f"data-empty-list-{_file}", _path, "[]\n", at=_path, most=300)
    raw(f"data-empty-map-{_file}", _path, "{}\n", at=_path, most=300)
    raw(f"data-text-{_file}", _path, "bare tekst\n", at=_path, most=300)
    raw(f"data-number-{_file}", _path, "7\n", at=_path, most=300)
    raw(f"data-null-list-{_file}", _path, "- ~\n- 7\n- [a]\n", at=_path, most=300)
    raw(f"data-other-shape-{_file}", _path, "a:\n  - b: c\n", at=_path, most=300)
    case(f"data-missing-{_file}", lambda b, p=_path: b.remove(p), at=_path, most=300)
    case(f"data-yaml-{_file}", lambda b, p=_path: b.edit(p, lambda t: t + "\n\t- x: [\n"), at=_path, most=300)
for _file in ("sources", "tools", "interface"):
    case(f"data-laughs-{_file}", lambda b, f=_file: b.write(f"data/{f}.yml", "- a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"  {c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True))), at=f"data/{_file}.yml", most=300)
    case(f"data-nested-5000-{_file}", lambda b, f=_file: b.write(f"data/{f}.yml", "- id: " + "[" * 5000 + "]" * 5000 + "\n"), at=f"data/{_file}.yml", most=300)
    case(f"data-recursive-{_file}", lambda b, f=_file: b.write(f"data/{f}.yml", "- &a [*a]\n"), at=f"data/{_file}.yml", most=300)
for _file in COLLECTIONS:
    case(f"data-id-twice-{_file}", lambda b, f=_file: b.edit(f"data/{f}.yml", lambda t: t.replace(re.findall(r"(?m)^- id: .*", t)[1], re.findall(r"(?m)^- id: .*", t)[0], 1)), at=f"data/{_file}.yml", most=60)
    data(f"id-capital-{_file}", _file, r"^- id: \S+", "- id: Stor Id", at=f"data/{_file}.yml", most=40)
    data(f"unknown-key-{_file}", _file, r"^(?=- id: )", "- zzz: 1\n", at=f"data/{_file}.yml", most=40)
    data(f"id-number-{_file}", _file, r"^- id: \S+", "- id: 7", at=f"data/{_file}.yml", most=40)
    data(f"id-gone-{_file}", _file, r"^- id: \S+\n  ", "- ", at=f"data/{_file}.yml", most=40)
for _file, _pattern, _new in (
    ("municipalities", r"^  lat: .*", "  lat: .nan"), ("municipalities", r"^  lat: .*", "  lat: .inf"), ("municipalities", r"^  lat: .*", "  lat: 12.0"), ("municipalities", r"^  lat: .*", '  lat: "59"'), ("municipalities", r"^  lon: .*", "  lon: 300.5"), ("municipalities", r"^  start: 1998\n  end: 2001", "  start: 2001\n  end: 1998"), ("municipalities", r"^  start: 1998", "  start: 2099"),
    ("municipalities", r"^  status: trial", "  status: prøve"), ("municipalities", r"^  page: municipality-steinkjer", "  page: municipality-sorum"), ("municipalities", r"^  page: municipality-sorum", "  page: municipality-soru"), ("municipalities", r"^  name: Sørum", '  name: ""'), ("municipalities", r"^  name: Sørum", '  name: "  "'), ("municipalities", r"^      source: tema14-14", "      source: tema14-99"), ("municipalities", r"value: 14500", "value: -3"), ("municipalities", r"year: 2009", "year: 3009"),
    ("timeline", r'^  date: "1988"', '  date: "1977-02-31"'), ("timeline", r'^  date: "1988"', '  date: "0000"'), ("timeline", r'^  date: "1988"', '  date: "9999"'), ("timeline", r'^  date: "1988"', '  date: "1977-13"'), ("timeline", r'^  date: "1988"', '  date: "1977\\n"'), ("timeline", r'^  date: "1988"', '  date: "١٩٢٣"'), ("timeline", r'^  date: "1988"', "  date: 1977"), ("timeline", r'^  date: "1988"', '  date: "1998"'), ("timeline", r'^  date: "1988"', '  date: "23.2.1977"'), ("timeline", r"^  basis: stated", "  basis: sikker"), ("timeline", r"^  sources: \[krogh-cgil\]", "  sources: []"), ("timeline", r"^  sources: \[krogh-cgil\]", "  sources: [imtec-no-hist, imtec-no-hist]"), ("timeline", r"^  sources: \[krogh-cgil\]", "  sources: imtec-no-hist"), ("timeline", r"^    no: \"Privatisering, utsetting.*", '    no: ""'), ("timeline", r"^    no: \"Privatisering, utsetting.*", '    no: "   "'), ("timeline", r"^    no: \"Privatisering, utsetting.*\n", ""), ("timeline", r"^    no: \"Privatisering, utsetting.*", "    no: Se [@nibr-2099] her"), ("timeline", r"^    no: \"Privatisering, utsetting.*", "    no: Se [@imtec-no-hist her"), ("timeline", r"^    no: \"Privatisering, utsetting.*", "    no: Se [x](javascript:alert(1)) her"), ("timeline", r"^    no: \"Privatisering, utsetting.*", "    no: Se **her** nå"),
    ("sources", r"^  URL: .*", "  URL: javascript:alert(1)"), ("sources", r"^  URL: .*", "  URL: http://"), ("sources", r"^  URL: .*", "  URL: https://exa mple.org/"), ("sources", r"^  URL: .*", "  URL: 'https://example.org/\"onclick=x'"), ("sources", r"^  URL: .*", "  URL: htps://example.org"), ("sources", r"^  URL: .*", "  URL: www.example.org"), ("sources", r"^  URL: .*", "  URL: https://example"), ("sources", r"^  URL: .*", "  URL: 'https://example.org/<script>'"), ("sources", r"^  URL: .*", '  URL: "https://example.org/\\n"'), ("sources", r"^  URL: .*", "  URL: HTTPS//example.org"),
    ("sources", r"^  class: party", "  class: union"), ("sources", r"^  type: webpage", "  type: nettside"), ("sources", r"^  read: part", "  read: delvis"), ("sources", r"^  address: unchecked", "  address: ok"), ("sources", r"^  language: nb", "  language: norsk"), ("sources", r"^  title: .*", '  title: ""'), ("sources", r"^  title: .*", "  title: 2008"), ("sources", r"^  title: .*", "  title: [a]"), ("sources", r"^  address: unchecked", '  address: answers\n  seen: "2099-01-01"'), ("sources", r"^  address: unchecked", '  address: answers\n  seen: "2026-02-30"'),
    ("sources", r"^  ISBN: .*", '  ISBN: "978-82-000-0000-1"'), ("sources", r"^  ISBN: .*", '  ISBN: "123"'), ("sources", r"^  publisher: .*", '  publisher: x\n  ISSN: "1234-5678"'), ("sources", r"^  publisher: .*", "  publisher: x\n  DOI: https://doi.org/10.1000/x"), ("sources", r"^  publisher: .*", "  publisher: x\n  DOI: doi:10.1000/x"), ("sources", r"^  publisher: .*", "  publisher: x\n  DOI: '10.1000/<b>x</b>'"), ("sources", r"^  publisher: .*", "  publisher: x\n  author: []"), ("sources", r"^  publisher: .*", "  publisher: x\n  author: [{given: Kari}]"), ("sources", r"^  publisher: .*", "  publisher: x\n  author: [{family: ''}]"), ("sources", r"^  publisher: .*", "  publisher: x\n  author: Kari Nordmann"), ("sources", r"^  publisher: .*", "  publisher: x\n  year: 2008"), ("sources", r"^  publisher: .*", "  publisher: x\n  url: https://x.org"), ("sources", r"^  publisher: .*", '  publisher: x\n  issued: "2099"'), ("sources", r"^  publisher: .*", "  publisher: x\n  issued: 2008"), ("sources", r"^  publisher: .*", '  publisher: x\n  issued: "2008-02-30"'), ("sources", r"^  publisher: .*", '  publisher: x\n  issued: "mai 2008"'), ("sources", r"^  publisher: .*", "  publisher: ''"),
    ("publications", r"^  urls:\n    - .*", "  urls: [javascript:alert(1)]"), ("publications", r"^  urls:\n    - .*", "  urls: [www.example.org]"), ("publications", r"^  urls:\n    - .*", "  urls: ['data:text/html,x']"), ("publications", r"^  urls:\n    - .*", "  urls: ['']"), ("publications", r"^  year: 2005", '  year: 2005\n  isbn: "978-82-000-0000-1"'), ("publications", r"^  year: 2005", "  year: 2099"), ("publications", r"^  year: 2005", '  year: "2005"'), ("publications", r"^  title: Modellkommunemetodikk\..*", '  title: ""'), ("publications", r"^  kind: book", "  kind: bok"), ("publications", r"^  year: 2005", "  year: 2005\n  pages: -4"), ("publications", r"^  relation: core", "  relation: kjerne"), ("publications", r"^      given: Knut", "      given: <script>x</script>\n      zzz: 1"), ("publications", r"^      given: Knut\n", ""), ("publications", r"^  page: publication-mkm-boka-2005", "  page: finnes-ikke"), ("publications", r"^  authors:\n(    .*\n)+", "  authors: []\n"),
    ("tools", r"^  people: \[3, 6\]", "  people: [6, 3]"), ("tools", r"^  minutes: 45", "  minutes: -5"), ("tools", r"^  minutes: 45", "  minutes: førti"), ("tools", r"^    - phase-1-anchoring", "    - phase-1-anchoring\n    - phase-1-anchoring"), ("tools", r"^    - phase-1-anchoring", "    - phase-11"), ("tools", r"^    - phase-1-anchoring", ""), ("tools", r"^  page: tool-stakeholder-map\n", ""), ("tools", r'^    "no": Partskart', '    "no": Kartet over parter'), ("tools", r"^    en: Stakeholder map", "    en: Another map"), ("tools", r"^    en: Stakeholder map\n", ""),
    ("phases", r"^  number: 1$", "  number: 2"), ("phases", r"^  number: 7$", "  number: 9"), ("phases", r"^  number: 1$", "  number: en"), ("phases", r"^  page: phase-1-anchoring\n", ""), ("phases", r"\A", "- id: phase-8-extra\n  number: 8\n  title: {'no': Ekstra, en: Extra}\n  question: {'no': Hva?, en: What?}\n  outcome: {'no': Noe, en: Something}\n"),
    ("glossary", r"^  english: own", "  english: egen"), ("glossary", r"^      - administrasjonsutvalget$", '      - " "'), ("glossary", r"^      - administrasjonsutvalget$", "      - ansatte som motorer"), ("glossary", r"^      - administrasjonsutvalget$", "      - ''"), ("glossary", r"^  page: law-and-agreement", "  page: law-and-agreements"), ("glossary", r"^  about: law", "  about: lov"),
    ("open-questions", r"(?s)^  views:\n.*?(?=^  comment)", ""), ("open-questions", r"^  kind: disagreement", "  kind: uenighet"), ("open-questions", r"^  pages: \[method-history", "  pages: [method-histori"), ("people", r"^  kind: organisation", "  kind: firma"), ("people", r"^  name: Fafo", "  name: ''"), ("people", r"^  name: Fafo", "  name: 7"), ("people", r"^  page: method-relatives", "  page: x"),
    ("synonyms", r"^words:", "ord:"), ("synonyms", r"^ignored:", "ignored: 7\nx:"), ("interface", r"\A", "zzz: {'no': x}\n"), ("interface", r"^contact\.\S+:\n(  .*\n)+|^contact\.\S+: .*\n", ""),
    ("shapes", r"\{id: in-short, ", "{"), ("shapes", r"\"no\": Kort fortalt, ", ""), ("shapes", r"(?s)^concept:\n(?:  - .*?\n)+", "concept: tekst\n"), ("shapes", r"^concept:", "Concept:"), ("shapes", r"editorial: true", "editorial: ja"), ("shapes", r"holds: own", "holds: vårt"), ("shapes", r"id: in-short", "id: [a]"),
):
    _n = sum(each.name.startswith(f"data-{_file}-value-") for each in _all.cases)
    data(f"{_file}-value-{_n}", _file, _pattern, _new, most=400 if _file == "shapes" else 60 if "id:" in _new else 8)
for _name, _words in {"script": "Se <script>alert(1)</script> her", "braces": "Se {{ tools }} nå"}.items():
    data(f"fine-{_name}", "timeline", r"^    no: \"Privatisering, utsetting.*", f"    no: {_words}", fine="a text is shown as it stands, with every sign")
for _schema in ("page", "sources", "tools", "interface"):
    _path = f"data/schema/{_schema}.schema.json"
    raw(f"schema-broken-{_schema}", _path, "{", at=_path, most=300)
    raw(f"schema-list-{_schema}", _path, "[]", at=_path, most=300)
    raw(f"schema-nonsense-{_schema}", _path, '{"type": "banan"}', at=_path, most=300)
    case(f"schema-missing-{_schema}", lambda b, p=_path: b.remove(p), at=_path, most=300)
    case(f"schema-comma-{_schema}", lambda b, p=_path: b.edit(p, lambda t: t.replace("\n}", ",\n}")), at=_path, most=300)
    case(f"schema-latin1-{_schema}", lambda b, p=_path: write(b, p, lambda raw: raw + "ø".encode("latin-1")), at=_path, most=300)
raw("data-outline-broken", "data/norway.json", "{", at="data/norway.json")
raw("data-outline-shape", "data/norway.json", "[]", at="data/norway.json")
case("data-outline-missing", lambda b: b.remove("data/norway.json"), at="data/norway.json")
case("data-style-missing", lambda b: b.remove("data/csl"), at="data/csl")
case("data-style-broken", lambda b: [b.write(str(p.relative_to(b.root)), "<style") for p in sorted((b.root / "data/csl").rglob("*.csl"))[:1]], at="data/csl")
case("data-interface-key-gone", lambda b: b.put("data/interface.yml", r"^permalink:(?: .*\n|\n(?:  .*\n)+)", ""), at="data/interface.yml", says="permalink")

data("short-meeting-minutes", "short-forms", r"room: 60", "room: 55", at="data/short-forms.yml")
data("short-meeting-too-long", "short-forms", r"screen: 70", "screen: 120", at="data/short-forms.yml")
data("short-meeting-of-no-line", "short-forms", r"of: \[9\]", "of: [19]", at="data/short-forms.yml")
data("short-meeting-of-no-phase", "short-forms", r"id: phase-1-anchoring", "id: phase-1-ankring", at="data/short-forms.yml")
data("letter-field-unknown", "letters", r"er dette: \{question\}", "er dette: {qestion}", at="data/letters.yml")
data("letter-blank-open", "letters", r"\[tjenesten\]", "[tjenesten", at="data/letters.yml")
data("letters-of-no-phase", "letters", r"id: phase-1-anchoring", "id: phase-1-ankring", at="data/letters.yml")
data("letters-in-one-language", "letters", r"^      en: .*\n", "", at="data/letters.yml")
data("material-counted-for-nobody", "materials", r"per: person", "per: head", at="data/materials.yml")
data("self-test-unreached", "self-test", r"at_least: 2", "at_least: 5", at="data/self-test.yml")
data("self-test-nothing-depends", "self-test", r"yes: 2, \"no\": 0, unsure: 2", 'yes: 2, "no": 2, unsure: 2', at="data/self-test.yml")
data("self-test-of-no-phase", "self-test", r"phase: phase-2-agreement", "phase: phase-2-agreements", at="data/self-test.yml")
data("self-test-no-tool", "self-test", r"tool-guide-role", "tool-guide-roles", at="data/self-test.yml")
data("self-test-no-heading", "self-test", r"anchor: consultation", "anchor: consultations", at="data/self-test.yml")
data("note-to-no-line", "phases", r"line: 9", "line: 19", at="data/phases.yml")

# Files ------------------------------------------------------------------------------------------

_all.group = "files and folders"
for _name, _key in {"space": "metoden/min side.md", "aeoeaa": "metoden/prøve.md", "uppercase": "metoden/Prove.md", "percent": "metoden/50%.md", "hash": "metoden/a#b.md", "question": "metoden/a?b.md", "ampersand": "metoden/a&b.md", "quote": "metoden/a'b.md", "double-quote": 'metoden/a"b.md', "backslash": "metoden/a\\b.md",
                    "plus": "metoden/a+b.md", "colon": "metoden/a:b.md", "star": "metoden/a*b.md", "angle": "metoden/<b>.md", "leading-dot": "metoden/.prove.md", "leading-dash": "metoden/-prove.md", "underscore": "metoden/_prove.md", "double-dot": "metoden/a..b.md", "long": "metoden/" + "x" * 200 + ".md", "emoji": "metoden/😀.md", "zero-width": "metoden/a\u200bb.md", "newline": "metoden/a\nb.md", "nfd": "metoden/pr\u0061\u030ave.md",
                    "pagefind": "pagefind/index.md", "assets-folder": "assets/x.md", "data-folder": "data/x.md", "en-folder": "en/x.md", "windows-name": "metoden/con.md", "trailing-space": "metoden/prove .md", "folder-space": "min mappe/prove.md", "folder-capital": "Metoden/prove.md", "readme": "metoden/README.md", "tilde": "metoden/~prove.md", "404": "404.md", "tab": "metoden/a\tb.md", "id-folder": "id/x.md", "embed": "embed/x.md", "print": "trykk/x.md", "underscore-in": "metoden/a_b.md"}.items():
    case(f"file-name-{_name}", lambda b, k=_key: b.new_page(k), most=12)
case("file-name-case-collision", lambda b: b.new_page("metoden/Kritikk.md"), most=12)
case("file-name-markdown-extension", lambda b: b.new_page("metoden/prove.markdown"), most=12)
case("file-name-md-uppercase", lambda b: b.new_page("metoden/prove.MD"), most=12)
case("file-name-mdown", lambda b: b.new_page("metoden/prove.mdown", nav=False), most=12)
case("file-fine-name", lambda b: b.new_page("metoden/prove-2.md"), fine="small letters, digits and hyphens")
raw("file-page-at-docs-root", "docs/ny.md", "# x\n")
raw("file-third-language", "docs/se/index.md", "---\ntitle: x\n---\n")
for _name, _file in {"word-lock": "no/metoden/~$x.docx", "orig": "no/metoden/historie.md.orig", "tilde": "no/metoden/historie.md~", "txt": "no/metoden/notat.txt", "docx": "no/metoden/notat.docx", "html": "no/metoden/x.html", "ds-store": "no/.DS_Store", "thumbs": "no/Thumbs.db", "php": "assets/x.php", "exe": "assets/x.exe", "html-assets": "assets/x.html", "swp": "no/metoden/.historie.md.swp", "conflict-copy": "no/metoden/historie (1).md", "js": "assets/js/x.mjs", "env": "assets/.env", "zip": "assets/x.zip", "rej": "no/metoden/historie.md.rej", "yml": "no/metoden/x.yml"}.items():
    raw(f"file-stray-{_name}", f"docs/{_file}", "x")
raw("file-svg-script", "docs/assets/images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
raw("file-svg-onload", "docs/assets/images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
raw("file-svg-external", "docs/assets/images/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://x.org/a.png"/></svg>')
raw("file-svg-broken", "docs/assets/images/x.svg", "<svg")
raw("file-svg-entities", "docs/assets/images/x.svg", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>')
raw("file-picture-giant", "docs/assets/images/x.png", b"\x89PNG" + b"0" * 6_000_000)
raw("file-picture-not", "docs/assets/images/x.png", "dette er ikke et bilde")
case("file-picture-space", lambda b: (b.write("docs/assets/images/mitt bilde.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50), b.both(f"![Bilde](../../assets/images/mitt bilde.png) {MARK}")), most=9)


def _instead(make):
    """Something else where a file was."""
    def change(b, path=NO):
        b.remove(path)
        make(b.root / path)
    return change


case("file-directory-named-md", lambda b: b.path("docs/no/metoden/mappe.md").mkdir())
case("file-directory-for-page", _instead(os.mkdir), at=NO, most=40)
for _path in ("data/sources.yml", "data/tools.yml", "data/interface.yml", "data/shapes.yml", "data/synonyms.yml", "mkdocs.yml", "data/schema/page.schema.json"):
    case(f"file-directory-for-{_path.split('/')[-1].removesuffix('.json').replace('.', '-')}", lambda b, p=_path: _instead(os.mkdir)(b, p), at=_path, most=400)
    case(f"file-dangling-{_path.split('/')[-1].removesuffix('.json').replace('.', '-')}", lambda b, p=_path: _instead(lambda x: os.symlink("/finnes/ikke", x))(b, p), at=_path, most=400)
case("file-fifo-page", _instead(os.mkfifo), at=NO, most=40)
case("file-fifo-data", lambda b: _instead(os.mkfifo)(b, "data/sources.yml"), at="data/sources.yml", most=400)
case("file-fifo-asset", lambda b: os.mkfifo(b.path("docs/assets/x.png")))
case("file-symlink-page-outside", _instead(lambda p: os.symlink("/etc/passwd", p)), at=NO, most=40)
case("file-symlink-page-dangling", _instead(lambda p: os.symlink("/finnes/ikke", p)), at=NO, most=40)
case("file-symlink-page-loop", _instead(lambda p: os.symlink(p.name, p)), at=NO, most=40)
case("file-symlink-page-device", _instead(lambda p: os.symlink("/dev/zero", p)), at=NO, most=40)
case("file-symlink-asset-outside", lambda b: os.symlink("/etc/passwd", b.path("docs/assets/x.png")))
case("file-symlink-asset-dangling", lambda b: os.symlink("/finnes/ikke", b.path("docs/assets/x.png")))
case("file-symlink-folder-outside", lambda b: os.symlink("/etc", b.path("docs/no/utenfor")))
case("file-symlink-folder-loop", lambda b: os.symlink("..", b.path("docs/no/metoden/runde")))
case("file-symlink-project", lambda b: os.symlink("../../data", b.path("docs/no/data")))
case("file-symlink-data-outside", lambda b: _instead(lambda p: os.symlink("/etc/passwd", p))(b, "data/people.yml"), at="data/people.yml", most=40)
case("file-unreadable-name", lambda b: open(os.path.join(os.fsencode(b.path("docs/no/metoden")), b"a\xff.md"), "wb").close())
for _path in ("data", "docs", "docs/no", "docs/en", "data/schema", "overrides", "docs/assets", "overrides/components", "overrides/styles", "overrides/print", "overrides/partials", "mkdocs.yml", "overrides/main.html", "overrides/tokens.css", "overrides/styles/order.txt", "docs/no/index.md", "docs/assets/fonts"):
    case(f"file-gone-{_path.replace('/', '-').split('.')[0]}", lambda b, p=_path: b.remove(p), at=_path, most=400)
case("file-page-gone", lambda b: b.remove(NO), most=60)
case("file-page-gone-both", lambda b: (b.remove(NO), b.remove(EN)), most=200, at="mkdocs.yml", says="take")
case("file-giant-page", lambda b: b.write(NO, "---\ntitle: x\n---\n" + "ord " * 5_000_000), at=NO, most=40)
case("file-giant-data", lambda b: b.write("data/people.yml", "- id: x\n" * 1_000_000), at="data/people.yml", most=40)

# mkdocs.yml ---------------------------------------------------------------------------------------

_all.group = "mkdocs.yml"
for _name, _pattern, _new in (
    ("plugin-unknown", r"^  - mike:", "  - finnes-ikke\n  - mike:"), ("plugin-not-installed", r"^  - mike:", "  - redirects\n  - mike:"), ("plugin-i18n-gone", r"(?s)^  - i18n:.*?(?=^# Hooks)", ""), ("plugin-mike-gone", r"(?s)^  - mike:\n(    .*\n)+", ""), ("plugins-text", r"(?s)^plugins:\n.*?(?=^# Hooks)", "plugins: alle\n"),
    ("extension-unknown", r"^  - attr_list", "  - attr_list\n  - finnes_ikke"), ("extension-gone-attr-list", r"^  - attr_list\n", ""), ("extension-gone-tables", r"^  - tables\n", ""), ("extension-gone-sane-lists", r"^  - sane_lists.*\n", ""), ("extension-more", r"^  - attr_list", "  - attr_list\n  - admonition"), ("extensions-text", r"(?s)^markdown_extensions:\n.*?(?=^# Valid)", "markdown_extensions: alle\n"),
    ("key-unknown", r"^site_name:", "tittel: x\nsite_name:"), ("key-misspelt-nav", r"^nav:", "navn:"), ("site-name-gone", r"^site_name:.*\n", ""), ("site-name-list", r"^site_name:.*", "site_name: [a]"), ("site-url-none", r"^site_url:.*", "site_url: www.example.org"), ("site-url-javascript", r"^site_url:.*", "site_url: javascript:alert(1)"),
    ("hook-gone", r"^hooks:\n  - .*\n", ""), ("hook-missing-file", r"scripts/pipeline/hooks.py", "scripts/pipeline/krok.py"), ("strict-text", r"^strict: true", "strict: kanskje"), ("strict-off", r"^strict: true", "strict: false"), ("directory-urls-off", r"^use_directory_urls: true", "use_directory_urls: false"), ("docs-dir", r"^docs_dir: docs", "docs_dir: dokumenter"), ("docs-dir-out", r"^docs_dir: docs", "docs_dir: .."), ("site-dir-docs", r"^site_dir: site", "site_dir: docs"), ("site-dir-out", r"^site_dir: site", "site_dir: ../../x"),
    ("theme-unknown", r"^  name: material", "  name: finnes"), ("theme-dir", r"^  custom_dir: overrides", "  custom_dir: maler"), ("theme-gone", r"(?s)^theme:\n.*?(?=^# Lang)", ""), ("language-third", r"^        - locale: en", "        - locale: se\n          name: Davvi\n          build: true\n        - locale: en"), ("language-gone", r"(?s)^        - locale: en\n.*?(?=^# Hooks)", ""), ("locale-unquoted-no", r'locale: "no"', "locale: no"), ("default-gone", r"^          default: true\n", ""), ("structure", r"docs_structure: folder", "docs_structure: suffix"),
    ("python-apply", r"^site_name:.*", "site_name: !!python/object/apply:os.system ['touch /tmp/x']"), ("python-name", r"^site_name:.*", "site_name: !!python/name:os.system"), ("env-tag-broken", r"!ENV \[SITE_URL, .*", "!ENV {a: b}"), ("inherit", r"\A", "INHERIT: ../x.yml\n"), ("tag-unknown", r"^site_name:.*", "site_name: !finnes x"),
    ("exclude-docs", r"^exclude_docs: .*", "exclude_docs: '*.md'"), ("exclude-list", r"^exclude_docs: .*", "exclude_docs: [a]"), ("validation-unknown", r"^    not_found: warn", "    not_found: kanskje"), ("watch-missing", r"^  - data$", "  - dataene"), ("extra-javascript", r"^watch:", "extra_javascript: [https://x.org/a.js]\nwatch:"), ("extra-css", r"^watch:", "extra_css: [https://x.org/a.css]\nwatch:"), ("analytics", r"^extra:", "extra:\n  analytics: {provider: google, property: G-1}"),
    ("tab", r"^watch:", "watch:\n\t- x"), ("repeated", r"\Z", "\nsite_name: B\n"), ("nav-empty-entry", r"^  - index.md", "  - index.md\n  -"), ("nav-address", r"^  - index.md", "  - index.md\n  - Ut: https://example.org"), ("nav-javascript", r"^  - index.md", "  - index.md\n  - Ut: javascript:alert(1)"), ("nav-missing", r"^  - index.md", "  - index.md\n  - finnes-ikke.md"), ("nav-twice", r"^  - index.md", "  - index.md\n  - index.md"), ("nav-absolute", r"^  - index.md", "  - /index.md"), ("nav-out", r"^  - index.md", "  - index.md\n  - ../README.md"), ("nav-language", r"^  - index.md", "  - no/index.md"), ("nav-text", r"(?s)^nav:\n.*", "nav: alt\n"), ("nav-number", r"^  - index.md", "  - index.md\n  - 7"), ("nav-section-untranslated", r"^  - Om:", "  - Om oss:"), ("nav-section-twice", r"^  - Om:", "  - Faser:"), ("nav-section-empty", r"^  - Om:", "  - Tom: []\n  - Om:"), ("nav-title", r"^  - index.md", "  - Hjem: index.md"), ("nav-gone", r"(?s)^nav:\n.*", ""), ("nav-deep", r"^  - index.md", "  - index.md\n  - " + "[" * 3000 + "]" * 3000),
    ("nav-section-on", r"^  - Metoden:", "  - On:"), ("nav-dash", r"^      - om/index.md", "      – om/index.md"), ("translation-on", r"Metoden: The method", "Metoden: On"), ("copyright-minutes", r"^copyright: .*", "copyright: 2002:24"), ("copyright-exclamation", r"^copyright: .*", "copyright: ! CC BY"), ("language-name-no", r"^          name: Norsk", "          name: No"),
    ("contact-javascript", r"^  contact: .*", "  contact: javascript:alert(1)"), ("contact-relative", r"^  contact: .*", "  contact: ../skjema"), ("contact-words", r"^  contact: .*", "  contact: ring oss"), ("contact-list", r"^  contact: .*", "  contact: [a]"),
):
    config(_name, _pattern, _new, at="mkdocs.yml", most=12)
config("fine-contact-bare", r"^  contact: .*", "  contact: www.eksempel.no/feil", fine="read as https://www.eksempel.no/feil")
config("fine-comment", r"\A", "# en merknad\n", fine="a comment")
raw("config-list", "mkdocs.yml", "- a\n", at="mkdocs.yml", most=12)
raw("config-laughs", "mkdocs.yml", "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(f"{c}: &{c} [{', '.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True)), at="mkdocs.yml", most=12)

# Templates and styles -------------------------------------------------------------------------------

_all.group = "templates and styles"
for _name, _file in {"main": "overrides/main.html", "component": "overrides/components/tools.html", "partial": "overrides/partials/header.html", "print": "overrides/print/guide.html", "root": "overrides/branch-root/index.html"}.items():
    case(f"template-unclosed-{_name}", lambda b, f=_file: b.edit(f, lambda t: t + "\n{% if x %}"), at=_file)
    case(f"template-tag-unknown-{_name}", lambda b, f=_file: b.edit(f, lambda t: t + "\n{% finnes %}"), at=_file)
    case(f"template-latin1-{_name}", lambda b, f=_file: write(b, f, lambda raw: raw + "ø".encode("latin-1")), at=_file)
    case(f"template-brace-{_name}", lambda b, f=_file: b.edit(f, lambda t: t + "\n{{ x"), at=_file)
    case(f"template-include-{_name}", lambda b, f=_file: b.edit(f, lambda t: t + '\n{% include "finnes-ikke.html" %}'), at=_file)
    case(f"template-filter-{_name}", lambda b, f=_file: b.edit(f, lambda t: t + "\n{{ 'x' | finnes }}"), at=_file)
case("template-word-unknown", lambda b: b.edit("overrides/components/tools.html", lambda t: t + '\n{{ t("finnes.ikke") }}'), at="overrides/components/tools.html")
case("template-record-missing", lambda b: b.remove("overrides/components/tools.html"), at="overrides/components/tools.html")
case("template-style-missing", lambda b: b.remove("overrides/styles/base.css"), at="overrides/styles")
case("template-style-broken", lambda b: b.edit("overrides/styles/base.css", lambda t: t + "\n.x { color: red"), at="overrides/styles/base.css")
case("template-style-import", lambda b: b.edit("overrides/styles/base.css", lambda t: "@import url(https://x.org/a.css);\n" + t), at="overrides/styles/base.css")
case("template-style-external", lambda b: b.edit("overrides/styles/base.css", lambda t: t + "\n.x { background: url(https://x.org/a.png) }\n"), at="overrides/styles/base.css")
case("template-order-unknown", lambda b: b.edit("overrides/styles/order.txt", lambda t: t + "finnes-ikke\n"), at="overrides/styles/order.txt")
case("template-order-lacks", lambda b: b.edit("overrides/styles/order.txt", lambda t: t.replace("base\n", "")), at="overrides/styles")
case("template-safe", lambda b: b.edit("overrides/components/tools.html", lambda t: t + "\n{{ t | safe }}"), at="overrides/components/tools.html")

# Words, letters and measures ------------------------------------------------------------------------

_all.group = "words, letters and measures"
text("slip-number-or-name", f"De hadde 123456789 i alt {MARK}.", at="docs", says="12 000 000")
data("letter-field-with-spaces", "letters", r"\"no\": \"\{greeting\}", '"no": "{ greeting }', at="data/letters.yml", says="without spaces")
data("letter-shared-field-unknown", "interface", r"Når: \{day\}", "Når: {dag}", at="data/interface.yml", says=r"nothing fills in \{dag\}")
data("key-of-nothing", "shapes", r"\A", '"": ~\n', at="data/shapes.yml", says='"" is empty')
for _name, _pattern, _new, _says in (
    ("write-gone", r"^    write: .*\n", "", '"write" is missing'), ("words-gone", r"^  - words: .*\n    write", "  - write", '"words" is missing'),
    ("word-of-signs", r"^  - words: \[", '  - words: ["…", ', "does not fit"), ("language-number", r"(?s)^en:.*", "en: 5\n", "a list"),
):
    data(f"plain-words-{_name}", "plain-words", _pattern, _new, at="data/plain-words.yml", says=_says)
raw("data-plain-words-list", "data/plain-words.yml", "- iverksette\n", at="data/plain-words.yml")
data("plain-words-fine-spaces", "plain-words", r"i forbindelse med", '"i  forbindelse med "', fine="spaces around and between words count for nothing")
data("avoid-of-signs", "glossary", r"^  avoid:\n    en: \[", '  avoid:\n    en: ["–", ', at="data/glossary.yml", says="does not fit")
for _name, _pattern, _new in (("text", r"^review_months: 24", "review_months: lenge"), ("none", r"^review_months: 24", "review_months: 0"), ("gone", r"^words: .*\n", ""), ("text-alone", r"(?s)\A.*", "lenge\n")):
    data(f"desk-{_name}", "desk", _pattern, _new, at="data/desk.yml")
for _name, _pattern, _new, _says in (
    ("page-unknown", r"^page: .*", "page: method-critisism", 'did you mean "method-criticism"'), ("page-gone", r"^page: .*\n", "", '"page" is missing'),
    ("picture-unknown", r"- id: edit-link", "- id: edit-lenke", "edit-link"), ("picture-without-text", r"(?m)^        alt:\n.*\n.*\n", "", '"alt" is missing'), ("one-language", r"^  en: How to correct a page\n", "", '"en"'),
):
    data(f"guide-{_name}", "guide", _pattern, _new, at="data/guide.yml", says=_says)
case("data-words-latin1", lambda b: write(b, "data/words/no.txt", lambda raw: raw.decode().encode("latin-1", "replace")), at="data/words/no.txt", says="UTF-8")
case("data-words-bom", lambda b: write(b, "data/words/no.txt", lambda raw: b"\xef\xbb\xbf" + raw), fine="a BOM is read and left out")
case("data-words-two-models", lambda b: b.put("data/words/no.txt", r"^metodeark/ark$", "metodeark/dark\nmetodeark/ark"), at="data/words/no.txt", says="keep one of the two lines")

CASES: list[Case] = _all.cases
