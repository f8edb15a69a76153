"""Machine-readable metadata in the head of a page: tags for reference managers, and JSON-LD."""

from __future__ import annotations

from scripts.bibliography.csl_items import Imprint
from scripts.content import licence
from scripts.content.pages import SourcePage
from scripts.content.records import CslItem, Name

# Page type -> type in schema.org; all others are articles.
_PAGE_TYPES = {"home": "WebPage", "about": "AboutPage", "list": "CollectionPage"}
_WORK_TYPES = {
    "book": "Book",
    "pamphlet": "Book",
    "report": "Report",
    "chapter": "Chapter",
    "article-magazine": "Article",
    "webpage": "WebPage",
}


def tags(item: CslItem) -> list[tuple[str, str, str]]:
    """The `meta` tags of a page as attribute, name and content.

    Zotero takes a page with `citation_` tags for a journal article unless `og:type`
    says otherwise, and reads the name of the site from `og:site_name`.
    """
    name = item["container-title"]
    # Without a comma, Zotero parses the last word of a name as a family name.
    author = item["author"][0].get("literal", name)
    author = f"{author}," if " " in author else author
    citation_tags = [("citation_title", item["title"]), ("citation_author", author)]
    if "issued" in item:
        citation_tags.append(("citation_publication_date", _iso_date(item).replace("-", "/")))
    citation_tags += [
        ("citation_language", item["language"]),
        ("citation_public_url", item["URL"]),
        ("DC.rights", licence.URL),
    ]
    social = [("og:type", "website"), ("og:site_name", name)]
    return [("name", *pair) for pair in citation_tags] + [("property", *pair) for pair in social]


def json_ld(
    page: SourcePage,
    counterpart: SourcePage | None,
    imprint: Imprint,
    day: str | None,
    publication: CslItem | None,
    image: str | None = None,
) -> dict[str, object]:
    """The JSON-LD of a page, for search engines and other consumers of schema.org.

    `counterpart` is the same page in the other language, `image` the absolute address of its
    picture.
    """
    address = imprint.address + page.url
    publisher = {"@type": "Organization", "name": imprint.author}
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": _PAGE_TYPES.get(page.kind, "Article"),
        "@id": address,
        "url": address,
        "name": page.title,
        "headline": page.title,
        "description": page.text("description"),
        "inLanguage": page.locale.lang,
        "author": publisher,
        "publisher": publisher,
        "license": licence.URL,
        "isPartOf": {
            "@type": "WebSite",
            "name": imprint.name,
            "url": imprint.address + page.locale.prefix,
        },
    }
    if imprint.edition:
        data["version"] = imprint.edition
    if day:
        data["dateModified"] = day
    if image:
        data["image"] = image
    if counterpart is not None:
        relation = "translationOfWork" if page.locale.prefix else "workTranslation"
        data[relation] = {
            "@type": data["@type"],
            "@id": imprint.address + counterpart.url,
            "inLanguage": counterpart.locale.lang,
        }
    if publication is not None:
        data["about"] = work(publication)
    return data


def work(item: CslItem) -> dict[str, object]:
    """A publication in schema.org, without the year if it is only inferred."""
    kind = _WORK_TYPES.get(item["type"], "CreativeWork")
    data: dict[str, object] = {"@type": kind, "name": item["title"], "inLanguage": item["language"]}
    if "author" in item:
        data["author"] = [_author(name) for name in item["author"]]
    if "issued" in item and not item["issued"].get("circa"):
        data["datePublished"] = _iso_date(item)
    if "publisher" in item:
        data["publisher"] = {"@type": "Organization", "name": item["publisher"]}
    series = item.get("container-title") or item.get("collection-title")
    if series:
        series_type = "Periodical" if "container-title" in item else "CreativeWorkSeries"
        issn = {"issn": item["ISSN"]} if "ISSN" in item else {}
        data["isPartOf"] = {"@type": series_type, "name": series, **issn}
    if "ISBN" in item:
        # In schema.org only a book has `isbn`; any type may have an identifier.
        data |= {"isbn": item["ISBN"]} if kind == "Book" else {"identifier": f"ISBN {item['ISBN']}"}
    if "page" in item:
        data["pagination"] = item["page"]
    if "URL" in item:
        data["url"] = item["URL"]
    return data


def _author(name: Name) -> dict[str, str]:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    return {
        "@type": "Person",
        "name": f"{name['given']} {name['family']}",
        "givenName": name["given"],
        "familyName": name["family"],
    }


def _iso_date(item: CslItem) -> str:
    return "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
