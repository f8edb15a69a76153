"""How the browser reads a query: the same letters as the index, and words that exist."""

import gzip
import json
import random
import re
import unicodedata

import pytest

from scripts.language.folding import fold
from scripts.search.names import name_words, stem
from scripts.web.hashed_names import hashed_path
from tests.word_list import unpacked

FOLDING, ENGINE = "assets/js/search/folding.js", "assets/js/search/engine.js"


def run(page, served, site, script, argument):
    """Runs a function of the module and its argument in the page."""
    page.goto(served)
    return page.evaluate(
        f"async ([url, argument]) => ({script})(await import(url), argument)",
        [served + hashed_path(site, FOLDING), argument],
    )


def listed(site, lang):
    content = json.loads((site / f"pagefind/words.{lang}.json").read_text(encoding="utf-8"))
    return unpacked(content["words"])


def of_language(site, lang):
    """The stop words of a language, folded, and its endings, as the browser is told them."""
    content = json.loads((site / f"pagefind/words.{lang}.json").read_text(encoding="utf-8"))
    return {fold(word) for word in content["ignored"].split()}, set(content["inflections"].split())


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_browser_folds_letters_as_the_index_does(page, served, site, lang):
    words = [*listed(site, lang), "Ærø", "AArhus", "Þór", "Straße", "İstanbul", "naïve", "5-11"]
    folded = run(page, served, site, "({ fold }, words) => words.map(fold)", words)
    assert folded == [fold(word) for word in words]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_browser_takes_endings_off_as_the_index_does(page, served, site, lang):
    words = [fold(word) for word in listed(site, lang)]
    _, endings = of_language(site, lang)
    script = """({ stem }, [words, endings]) =>
        words.map((word) => stem(word, new Set(endings)))"""
    stems = run(page, served, site, script, [words, sorted(endings)])
    assert stems == [stem(word, endings) for word in words]


def test_one_fault_is_nearer_than_two_and_a_doubled_consonant_nearest(page, served, site):
    pairs = [
        ("konsensus", "konsensus", 0),
        ("konsenus", "konsensus", 1),
        ("kosnensus", "konsensus", 1),
        ("tilitsvalgt", "tillitsvalgt", 0.5),
        ("tilitsvalkt", "tillitsvalgt", 1.5),
        ("bil", "kommunestyre", 4),
    ]
    script = "({ distance }, pairs) => pairs.map(([from, to]) => distance(from, to, 3))"
    assert run(page, served, site, script, pairs) == [far for _, _, far in pairs]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_every_word_that_can_be_suggested_is_in_the_index(page, served, site, lang):
    # What the list holds and the index lacks would be taken for a file that is missing.
    words = random.Random(7).sample(listed(site, lang), 300)
    page.goto(served + ("en/" if lang == "en" else ""))
    lacking = page.evaluate(
        """async ([base, script, words]) => {
            const { Engine } = await import(base + script);
            const engine = await Engine.load(new URL(base));
            const lacking = [];
            for (const word of words) {
                await engine.search(word).then(
                    ({ found }) => { if (!found.length) lacking.push(word); },
                    (fault) => lacking.push(`${word}: ${fault}`),
                );
            }
            return lacking;
        }""",
        [served, hashed_path(site, ENGINE), words],
    )
    assert lacking == []


@pytest.mark.parametrize("word", ["årsak", "åpner", "målet", "slått", "åpent"])
def test_a_word_that_was_pasted_finds_what_the_same_word_typed_finds(page, served, site, word):
    page.goto(served)
    pasted = [unicodedata.normalize("NFD", word), f"{word[:2]}\u00ad{word[2:]}", f"\ufeff{word}"]
    found = page.evaluate(
        """async ([base, script, queries]) => {
            const { Engine } = await import(base + script);
            const engine = await Engine.load(new URL(base));
            const found = [];
            for (const query of queries) {
                found.push((await engine.search(query)).found.map(({ id }) => id));
            }
            return found;
        }""",
        [served, hashed_path(site, ENGINE), [word, *pasted]],
    )
    assert found[0]
    assert all(ids == found[0] for ids in found)


@pytest.mark.parametrize(
    ("lang", "query", "phrase"),
    [
        ("nb", '"tre parter"', "tre parte(r|ne)"),
        ("nb", "«tre parter» Steinkjer", "tre parte(r|ne)"),
        ("nb", "„nedenfra og opp“", "nedenfra.og.opp"),
        ("nb", '"ovre eiker kommune"', "øvre eiker kommune"),
        ("nb", '"apne sporsmal"', "åpne spørsmål"),
        ("en", "“three parties”", "three part(ies|y)"),
        ("en", '"building block" "three parties"', "building blocks?"),
    ],
)
def test_a_phrase_in_quotation_marks_finds_only_pages_that_hold_it(
    page, served, site, pages, lang, query, phrase
):
    page.goto(served + ("en/" if lang == "en" else ""))
    script = """async ([base, script, query]) => {
        const { Engine } = await import(base + script);
        const engine = await Engine.load(new URL(base));
        const { found } = await engine.search(query);
        return Promise.all(found.map(async (each) => (await each.data()).url));
    }"""
    engine = hashed_path(site, ENGINE)
    found = page.evaluate(script, [served, engine, query])
    assert found
    words = re.sub(r"[^\w ]", "", query)
    assert len(found) < len(page.evaluate(script, [served, engine, words]))
    for url in found[:12]:
        page.goto(served.rstrip("/") + url)
        # What is folded is found and read too.
        page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
        text = " ".join(page.locator("article").inner_text().replace("\u00ad", "").split())
        assert re.search(phrase, text, re.IGNORECASE), url


def test_soft_hyphens_of_the_pages_do_not_reach_the_index_nor_the_list_of_words(site):
    soft = "\u00ad".encode()
    assert soft in (site / "faser/forankring/index.html").read_bytes()
    fragments = list((site / "pagefind/fragment").glob("nb_*.pf_fragment"))
    indexes = list((site / "pagefind/index").glob("nb_*.pf_index"))
    assert fragments
    assert indexes
    for file in [*fragments, *indexes]:
        content = gzip.decompress(file.read_bytes())
        assert content.startswith(b"pagefind_dcd")
        assert soft not in content, file.name
    for lang in ("nb", "en"):
        assert not [word for word in listed(site, lang) if "\u00ad" in word]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_index_holds_the_names_of_every_page(page, served, site, pages, lang):
    said = of_language(site, lang)
    names = [
        (f"/{each['url']}", name)
        for each in pages
        if each["lang"] == lang
        for name in name_words([each["title"]], *said)
    ]
    page.goto(served + ("en/" if lang == "en" else ""))
    lacking = page.evaluate(
        """async ([base, script, names]) => {
            const { Engine } = await import(base + script);
            const { pagefind } = await Engine.load(new URL(base));
            const lacking = [];
            for (const [url, name] of names) {
                const { results } = await pagefind.search(`"${name}"`);
                const found = await Promise.all(results.map((each) => each.data()));
                if (!found.some((each) => each.url === url)) lacking.push(url);
            }
            return lacking;
        }""",
        [served, hashed_path(site, ENGINE), names],
    )
    assert names
    assert lacking == []


def test_no_word_that_no_page_shows_is_fetched_with_the_text_of_a_page(site):
    for file in (site / "pagefind/fragment").glob("*.pf_fragment"):
        content = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
        text = json.loads(content)["content"]
        assert "⟦" in text
        assert not re.search(r"⟦ [^⟧]*[^ .⟧][^⟧]*⟧", text), file.name


def test_the_list_of_words_stays_small(site):
    for lang in ("nb", "en"):
        assert len(listed(site, lang)) <= 6000
        assert (site / f"pagefind/words.{lang}.json").stat().st_size < 90_000
