"""What the head of a page tells programs: tags for reference managers, and JSON-LD."""

from __future__ import annotations

from scripts.bibliography.csl_items import Imprint
from scripts.content import licence
from scripts.content.pages import SourcePage
from scripts.content.records import CslItem, Name

# The kind of a page -> its type in schema.org; what tells of the matter is an article.
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

    Zotero takes the `citation_` tags for those of a journal article unless `og:type`
    says otherwise, and the name of the site from `og:site_name`.
    """
    name = item["container-title"]
    # Without a comma Zotero takes the last word of a name for somebody's family name.
    author = item["author"][0].get("literal", name)
    author = f"{author}," if " " in author else author
    found = [("citation_title", item["title"]), ("citation_author", author)]
    if "issued" in item:
        found.append(("citation_publication_date", _day(item).replace("-", "/")))
    found += [
        ("citation_language", item["language"]),
        ("citation_public_url", item["URL"]),
        ("DC.rights", licence.URL),
    ]
    social = [("og:type", "website"), ("og:site_name", name)]
    return [("name", *pair) for pair in found] + [("property", *pair) for pair in social]


def json_ld(
    page: SourcePage,
    twin: SourcePage | None,
    imprint: Imprint,
    day: str | None,
    publication: CslItem | None,
    image: str | None = None,
) -> dict[str, object]:
    """The page for search engines and other readers of schema.org.

    `image` is the whole address of the picture of the page.
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
        "isAccessibleForFree": True,
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
    if twin is not None:
        relation = "translationOfWork" if page.locale.prefix else "workTranslation"
        data[relation] = {
            "@type": data["@type"],
            "@id": imprint.address + twin.url,
            "inLanguage": twin.locale.lang,
        }
    if publication is not None:
        data["about"] = work(publication)
    return data


def work(item: CslItem) -> dict[str, object]:
    """A publication in schema.org; a year that is only inferred is not stated."""
    kind = _WORK_TYPES.get(item["type"], "CreativeWork")
    data: dict[str, object] = {"@type": kind, "name": item["title"], "inLanguage": item["language"]}
    if "author" in item:
        data["author"] = [_author(name) for name in item["author"]]
    if "issued" in item and not item["issued"].get("circa"):
        data["datePublished"] = _day(item)
    if "publisher" in item:
        data["publisher"] = {"@type": "Organization", "name": item["publisher"]}
    series = item.get("container-title") or item.get("collection-title")
    if series:
        whole = "Periodical" if "container-title" in item else "CreativeWorkSeries"
        issn = {"issn": item["ISSN"]} if "ISSN" in item else {}
        data["isPartOf"] = {"@type": whole, "name": series, **issn}
    if "ISBN" in item:
        # Only a book has `isbn` in schema.org; anything may have an identifier.
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


def _day(item: CslItem) -> str:
    return "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
