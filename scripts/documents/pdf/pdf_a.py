"""Makes a PDF/UA file a PDF/A-2a file as well (ISO 19005-2), so that one file is both.

WeasyPrint 70 writes one of the two (none reported; remove when `pdf_variant` takes several). What
PDF/A asks for and PDF/UA does not: that colours have a profile, that each annotation is printed,
and that the metadata says which standards are met, with a description of names that the standard
does not know. Letters, tags, texts of pictures and languages are as PDF/UA wants them already.
No program that validates PDF/A has read these files: tests/print/test_pdf_a.py asks what it can.
"""

from __future__ import annotations

import pikepdf

PART, CONFORMANCE = "2", "A"
# An annotation that is printed (ISO 32000-1, table 165).
_PRINTED = 4
_END = b"</rdf:RDF>"
# PDF/A-2 knows no name of PDF/UA: a file that uses one has to say what it means.
_DECLARED = f"""\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
pdfaid:part="{PART}" pdfaid:conformance="{CONFORMANCE}"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
""".encode()


def make_archival(pdf: pikepdf.Pdf) -> None:
    """Change an open file that WeasyPrint wrote as PDF/UA-1 with a colour profile."""
    for intent in pdf.Root.OutputIntents:
        intent.S = pikepdf.Name.GTS_PDFA1
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = _PRINTED
    told = pdf.Root.Metadata
    told.write(told.read_bytes().replace(_END, _DECLARED + _END, 1))
