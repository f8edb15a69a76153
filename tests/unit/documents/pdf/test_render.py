"""What is printed says of itself what the page says, whatever signs stand in it."""

from lxml import html as markup
from markupsafe import Markup

from scripts.bibliography.csl_items import Imprint
from scripts.common.paths import Project
from scripts.content.pages import load_site
from scripts.documents.pdf.render import PrintContext, environment
from scripts.language.locales import ENGLISH
from scripts.language.messages import load_entries, messages_for
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


def test_paper_changes_from_edition_to_edition_only_where_it_names_the_edition():
    """Links lead to the newest, and the foot of each page says nothing that grows old."""
    project, site = Project(ROOT), "https://mkm.example/"
    pages = load_site(ROOT).by_id(ENGLISH)
    words = messages_for(load_entries(project)[0], ENGLISH)
    imprint = Imprint("MKM", f"{site}1.0/", "Edition 1.0", latest=f"{site}latest/")
    made = PrintContext(
        project, ENGLISH, words, imprint, {}, pages, {}, {}, lambda *_: Markup(), ROOT / "docs"
    )
    link = made.absolute("../glossary/#term-phase", pages["method"])
    assert link == f"{site}latest/en/glossary/#term-phase"
    foot = environment(project).get_template("base.html").render(
        site_name="MKM", title="Guide", edition="Edition 1.0", page={"meta": {}},
        document={"kind": "guide"},
    )  # fmt: skip
    assert "MKM" in foot
    assert "1.0" not in foot
