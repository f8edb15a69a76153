"""A checklist on a screen has a line that takes its ticks away."""

from lxml.html import fromstring, tostring

from scripts.web.checklists import add_clear_line

ITEM = '<li class="task-list-item"><label><input type="checkbox"> {}</label>{}</li>'


def lines(html):
    article = fromstring(f"<div>{html}</div>")
    add_clear_line(article, "Huskes.", "Fjern")
    return article, article.xpath(".//p[@data-ticks]")


def test_each_checklist_has_one_line_below_it_hidden_until_something_is_ticked():
    first = f"<ul>{ITEM.format('a', '')}{ITEM.format('b', '')}</ul>"
    article, found = lines(f"{first}<p>Så:</p><ul>{ITEM.format('c', '')}</ul>")
    assert [line.getprevious().tag for line in found] == ["ul", "ul"]
    assert all(line.get("hidden") is not None for line in found)
    assert found[0].text_content() == "Huskes. Fjern"
    assert found[0].find("button").get("type") == "button"
    assert article[-1] is found[1]


def test_a_checklist_within_a_point_belongs_to_the_one_around_it():
    inner = f"<ul>{ITEM.format('inner', '')}</ul>"
    _, found = lines(f"<ul>{ITEM.format('outer', inner)}</ul>")
    assert len(found) == 1


def test_a_list_without_boxes_is_left_as_it_is():
    html = "<div><ul><li>a</li></ul></div>"
    article = fromstring(html)
    add_clear_line(article, "Huskes.", "Fjern")
    assert tostring(article, encoding="unicode") == html


def test_a_checklist_whose_first_point_has_no_box_has_its_line_too():
    _, found = lines(f"<ul><li>a</li>{ITEM.format('b', '')}</ul>")
    assert len(found) == 1
