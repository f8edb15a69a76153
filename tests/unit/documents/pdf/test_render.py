"""What is printed says of itself what the page says, whatever signs stand in it."""

from lxml import html as markup

from scripts.common.paths import Project
from scripts.documents.pdf.render import environment
from scripts.web.article import inner, parse, sections
from tests.unit.projects import ROOT

NASTY = "A \"b\" <c> & 'd' {{ e }} \\f"


def test_a_document_is_called_what_its_page_is_called():
    template = environment(Project(ROOT)).get_template("base.html")
    page = {"meta": {"description": NASTY}}
    made = template.render(
        lang="nb", title=NASTY, site_name=NASTY, page=page, document={"kind": "guide"}
    )
    root = markup.document_fromstring(made)
    assert root.findtext(".//title") == NASTY
    assert root.xpath("//meta[@name='description']/@content") == [NASTY]
    assert not root.xpath("//c")


def test_text_that_is_put_in_as_html_keeps_its_signs():
    (cell,) = parse("<p>Lønn &amp; vilkår &lt;utkast&gt; <b>i dag</b> &amp; mer</p>")
    assert inner(cell) == "Lønn &amp; vilkår &lt;utkast&gt; <b>i dag</b> &amp; mer"
    assert hasattr(inner(cell), "__html__")


def test_a_section_is_html_and_its_title_is_text():
    part = sections(parse('<h2 id="pay">Lønn &amp; vilkår</h2><p>&lt;b&gt;</p>'))["pay"]
    assert part.title == "Lønn & vilkår"
    assert part.body == "<p>&lt;b&gt;</p>"
    assert hasattr(part.body, "__html__")
