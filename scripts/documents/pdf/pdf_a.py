"""Makes a PDF/UA file conform to PDF/A-2a (ISO 19005-2) as well.

WeasyPrint 70 writes one of the two (none reported; remove when `pdf_variant` takes several). PDF/A
additionally requires a colour profile, the print flag on each annotation, and metadata that names
the standards, with an extension schema for names unknown to PDF/A. Embedded fonts, tags,
alternative texts and languages are already as required for PDF/UA.
The files were never validated by a PDF/A validator: tests/print/test_pdf_a.py checks what it can.
"""

from __future__ import annotations

import pikepdf

PART, CONFORMANCE = "2", "A"
# The print flag of an annotation (ISO 32000-1, table 165).
_PRINTED = 4
_END = b"</rdf:RDF>"
# PDF/A-2 does not predefine PDF/UA's names: a file that uses one must declare its schema.
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
    """Modify an open file that WeasyPrint wrote as PDF/UA-1 with a colour profile."""
    for intent in pdf.Root.OutputIntents:
        intent.S = pikepdf.Name.GTS_PDFA1
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            annotation.F = _PRINTED
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(_END, _DECLARED + _END, 1))
