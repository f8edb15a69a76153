"""Every PDF is PDF/A-2a too: what of ISO 19005-2 can be asked without a program that validates.

The clauses that are named are those of ISO 19005-2:2011. Tags, languages and the texts of
pictures, which level A asks for, are held by test_accessible.py.
"""

import re

import pikepdf
import pytest
from lxml import etree

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "x": "adobe:ns:meta/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
RDF = f"{{{NAMES['rdf']}}}"
# What an entry of the document information is called in XMP (6.6.3).
SAME = {
    "/Title": "dc:title",
    "/Author": "dc:creator",
    "/Subject": "dc:description",
    "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate",
    "/ModDate": "xmp:ModifyDate",
}
# Names of schemas that the standard knows (6.6.2.3).
PREDEFINED = {"dc", "pdf", "xmp", "pdfaid", "pdfaExtension"}
ACTIONS = {"/GoTo", "/URI"}
BLENDS = {"/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten"}


def xmp(pdf):
    return etree.fromstring(pdf.file.Root.Metadata.read_bytes())


def value(tree, name):
    """A property in either of the two forms that RDF has."""
    prefix, _, local = name.partition(":")
    qualified = f"{{{NAMES[prefix]}}}{local}"
    for description in tree.iter(f"{RDF}Description"):
        if qualified in description.attrib:
            return description.get(qualified)
        if (found := description.find(qualified)) is not None:
            return "".join(found.itertext()).strip()
    return None


def dictionaries(pdf):
    for item in pdf.file.objects:
        if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
            yield item


@pytest.fixture(scope="module")
def operators(pdfs):
    """What saves and restores graphics or sets a colour of print, page by page."""
    return {
        name: [
            [str(operator) for _, operator in pikepdf.parse_content_stream(page, "q Q k K")]
            for page in pdf.file.pages
        ]
        for name, pdf in pdfs.items()
    }


def test_each_says_that_it_is_both_an_accessible_and_an_archival_file(pdfs):
    for name, pdf in pdfs.items():
        tree = xmp(pdf)
        assert (value(tree, "pdfaid:part"), value(tree, "pdfaid:conformance")) == ("2", "A"), name
        assert value(tree, "pdfuaid:part") == "1", name
        assert len(tree.findall("rdf:RDF", NAMES)) == 1, name
        raw = pdf.file.Root.Metadata.read_raw_bytes()
        packet = re.search(rb"<\?xpacket begin=[^>]*\?>", raw)
        assert packet, f"{name}: the metadata are compressed"
        # 6.6.2.1: the packet says neither its length nor its encoding.
        assert b"bytes=" not in packet.group()
        assert b"encoding=" not in packet.group()


def test_names_that_the_standard_does_not_know_are_described(pdfs):
    """6.6.2.3: PDF/A-2 was written before PDF/UA, whose name has to be explained."""
    for name, pdf in pdfs.items():
        tree = xmp(pdf)
        used = set()
        for description in tree.iterfind("rdf:RDF/rdf:Description", NAMES):
            tags = [*description.attrib, *(child.tag for child in description)]
            used |= {etree.QName(tag).namespace for tag in tags}
        known = {NAMES[prefix] for prefix in PREDEFINED} | {NAMES["rdf"]}
        described = set(tree.xpath("//pdfaSchema:namespaceURI/text()", namespaces=NAMES))
        assert used - known == described == {NAMES["pdfuaid"]}, name
        assert tree.xpath("//pdfaProperty:name/text()", namespaces=NAMES) == ["part"], name


def test_the_metadata_agree_with_the_document_information(pdfs):
    for name, pdf in pdfs.items():
        tree = xmp(pdf)
        assert set(pdf.file.docinfo.keys()) <= SAME.keys(), name
        for key, text in pdf.file.docinfo.items():
            told = value(tree, SAME[key])
            if key.endswith("Date"):
                told = f"D:{re.sub('[-:T]', '', told)}"
            assert told == str(text), f"{name}: {key}"


def test_the_file_has_an_id_and_is_open_to_all(pdfs):
    for name, pdf in pdfs.items():
        first, second = pdf.file.trailer.ID
        assert first, name
        assert second, name
        assert not pdf.file.is_encrypted, name
        assert pdf.file.pdf_version == "1.7", name
        # 6.1.2: a line of binary after the header, so that no program takes it for text.
        head = pdf.path.read_bytes()[:64].split(b"\n")
        assert re.fullmatch(rb"%[\x80-\xff]{4,}", head[1]), name


def test_colours_have_one_profile(pdfs, operators):
    """6.2.3 and 6.2.4: red, green and blue as sRGB means them, and no other colours."""
    for name, pdf in pdfs.items():
        (intent,) = pdf.file.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1", name
        assert intent.DestOutputProfile.N == 3, name
        profile = intent.DestOutputProfile.read_bytes()
        assert profile[12:20] == b"mntrRGB ", name
        assert profile[36:40] == b"acsp", name
        assert profile[8] <= 4, f"{name}: a profile newer than PDF 1.7 knows"
        assert not {"k", "K"} & {each for page in operators[name] for each in page}, name


def test_every_letter_is_in_the_file_with_its_meaning(pdfs):
    """6.2.11: embedded, with the letter that each glyph stands for (level A)."""
    for name, pdf in pdfs.items():
        seen = 0
        for item in dictionaries(pdf):
            if item.get("/Type") == "/FontDescriptor":
                seen += 1
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys()), name
            if item.get("/Type") == "/Font" and item.Subtype == "/Type0":
                assert "/ToUnicode" in item, name
                assert item.Encoding == "/Identity-H", name
                for descendant in item.DescendantFonts:
                    assert descendant.get("/CIDToGIDMap", "/Identity") == "/Identity", name
            elif item.get("/Type") == "/Font":
                assert item.Subtype in ("/CIDFontType0", "/CIDFontType2"), name
        assert seen, name


def test_nothing_runs_and_nothing_is_fetched(pdfs):
    """6.5 and 6.6: no scripts, forms, embedded files; a link is all that may happen."""
    for name, pdf in pdfs.items():
        root = pdf.file.Root
        assert not {"/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/AF"} & set(root.keys())
        assert not {"/JavaScript", "/EmbeddedFiles"} & set(root.get("/Names", {}).keys()), name
        for item in dictionaries(pdf):
            assert "/JS" not in item, name
            assert "/AA" not in item, name
            if item.get("/Type") == "/Action":
                assert str(item.S) in ACTIONS, name
            if isinstance(item, pikepdf.Stream):
                assert not {"/F", "/FFilter", "/FDecodeParms"} & set(item.keys()), name
                assert "/LZWDecode" not in str(item.get("/Filter", "")), name


def test_annotations_are_links_that_are_printed(pdfs):
    for name, pdf in pdfs.items():
        for page in pdf.file.pages:
            for annotation in page.get("/Annots", []):
                assert annotation.Subtype == "/Link", name
                assert annotation.F == 4, name


def test_pictures_and_states_keep_to_what_archives_know(pdfs):
    """6.2.5, 6.2.8, 6.2.10: no smoothing, no alternates, no halftones, known ways to blend."""
    for name, pdf in pdfs.items():
        for item in dictionaries(pdf):
            if item.get("/Subtype") == "/Image":
                assert not item.get("/Interpolate", False), name
                assert not {"/Alternates", "/OPI"} & set(item.keys()), name
            if item.get("/Subtype") == "/Form":
                assert not {"/OPI", "/PS", "/Ref", "/Subtype2"} & set(item.keys()), name
            if item.get("/Type") == "/ExtGState":
                assert not {"/TR", "/HTP", "/HTO"} & set(item.keys()), name
                assert str(item.get("/BM", "/Normal")) in BLENDS, name


def test_graphics_are_saved_no_deeper_than_a_reader_must_bear(operators):
    """6.1.13: at most 28 levels of q and Q."""
    assert any("q" in page for pages in operators.values() for page in pages)
    for name, pages in operators.items():
        for page in pages:
            depth = 0
            for operator in page:
                depth += {"q": 1, "Q": -1}.get(operator, 0)
                assert 0 <= depth <= 28, name
            assert depth == 0, name
