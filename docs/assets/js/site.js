// What a page does beyond its HTML. Everything here adds to a page that works without it.
// Colours and menu stay in this file: each file is a request, and every page needs them at once.
"use strict";

import { fillSearch } from "./search-frame.js";
import { anew } from "./search/anew.js";
// Made by the build, from data/interface.yml (scripts/pipeline/script_words.py).
import { texts } from "./texts.js";

const root = document.documentElement;
// What translates pages (browsers, services between) may have put its own language on the root
// by now: then the page is in the one that its switch does not lead to.
const language = document.querySelector("[data-language]");
const isOther = (each) => each !== language?.dataset.language;
root.dataset.lang = Object.hasOwn(texts, root.lang) ? root.lang : Object.keys(texts).find(isOther);
const { search: ofSearch, ...words } = texts[root.dataset.lang];
// The edition's own root, and the folder that holds all editions.
const base = new URL(root.dataset.base.replace(/\/?$/, "/"), location.href);
const store = {
  get: (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      /* the reader has said no */
    }
  },
};
const all = (selector) => [...document.querySelectorAll(selector)];
// Fetched once, and once more where they could not be had; the answer says whether they were.
// Files are named whole: the build puts in the names that they have when they are published.
const styles = new Map();
const fetchStyles = (name) => {
  if (!styles.has(name)) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(name, base);
    const had = new Promise((done) => {
      link.onload = () => done(true);
      link.onerror = () => {
        link.remove();
        styles.delete(name);
        done(false);
      };
    });
    styles.set(name, had);
    document.head.append(link);
  }
  return styles.get(name);
};

// Those of what a script shows when it is asked to come with that script.
const stylesOfAsked = () => fetchStyles("assets/css/asked.css");

// Where a host's policy refuses the styles that stand in the page, all of them come as a file.
if (document.querySelector("style")?.sheet === null) fetchStyles("assets/css/site.css");

// The language switch keeps the place on the page, and the choice is remembered for
// the site's front door.
if (language) {
  const keepAnchor = () => {
    language.hash = location.hash;
  };
  keepAnchor();
  addEventListener("hashchange", keepAnchor);
  language.addEventListener("click", () => {
    keepAnchor();
    store.set("mkm.language", language.dataset.language);
  });
}

// References are not laid out before the text is seen (see notes.css), but once there is time:
// whatever measures the page finds it whole, and a screen without scroll anchoring stays still.
const references = document.querySelector(".references[data-notes]");
if (references) {
  const layOut = () => references.removeAttribute("data-notes");
  // A browser that is never idle does it all the same.
  if (window.requestIdleCallback) requestIdleCallback(layOut, { timeout: 2000 });
  else setTimeout(layOut);
}

// Notes that stand together are one stop of the Tab key, and so are the links back from a
// reference: the arrows lead on within them.
for (const link of all(".cite a ~ a, .backs a ~ a")) link.tabIndex = -1;
addEventListener("keydown", (event) => {
  const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  const group = way && plain && event.target.closest?.(".cite, .backs");
  if (!group) return;
  const links = [...group.querySelectorAll("a")];
  const next = links[links.indexOf(event.target) + way];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// A table is a stop of the Tab key only where there is something to scroll.
const tables = new ResizeObserver((boxes) => {
  for (const { target } of boxes) {
    target.tabIndex = target.scrollWidth > target.clientWidth ? 0 : -1;
  }
});
for (const box of all(".table[tabindex]")) tables.observe(box);

// What kind each source is and how much of it was read: shown in the text to those who ask.
// The choice holds at once, whether they press again or leave before the script is here.
const markButtons = all("[data-source-marks]");
let marked = false;
const showMarks = async (on) => {
  marked = on;
  for (const button of markButtons) button.setAttribute("aria-pressed", String(on));
  const [{ show }] = await Promise.all([
    import(new URL("assets/js/source-marks.js", base)),
    stylesOfAsked(),
  ]);
  // What is chosen by now: imports of one script need not be answered in order.
  show(marked);
};
for (const button of markButtons) {
  button.addEventListener("click", () => {
    store.set("mkm.marks", marked ? "" : "on");
    showMarks(!marked);
  });
}
if (markButtons.length && store.get("mkm.marks") === "on") showMarks(true);

// Colours: as on the device until the reader chooses.
const schemes = ["auto", "light", "dark"];
root.dataset.scheme ??= store.get("mkm.scheme") || "auto";
for (const button of all("[data-scheme-button]")) {
  const show = () => {
    button.querySelector("[data-scheme-name]").textContent =
      words[`scheme-${root.dataset.scheme || "auto"}`];
  };
  button.addEventListener("click", () => {
    const next = schemes[(schemes.indexOf(root.dataset.scheme || "auto") + 1) % schemes.length];
    if (next === "auto") delete root.dataset.scheme;
    else root.dataset.scheme = next;
    store.set("mkm.scheme", next === "auto" ? "" : next);
    show();
  });
  show();
}

// What would be long on a phone is folded there. Paper is no phone, however narrow it is.
const long = all("[data-fold]");
if (long.length) {
  const phone = matchMedia("screen and (max-width: 47.99rem)");
  const foldLong = () => {
    for (const box of long) box.open = !phone.matches;
  };
  foldLong();
  phone.addEventListener("change", foldLong);
}

// The list of headings stands open where there is room for it beside the text.
const toc = document.querySelector("[data-toc]");
if (toc) {
  const beside = matchMedia("(min-width: 80rem)");
  const fold = () => {
    toc.open = beside.matches;
  };
  fold();
  beside.addEventListener("change", fold);
}

// The heading that is read is marked in that list. An observer whose area reaches from far above
// down to where one reads tells of every heading that enters or leaves it, however fast.
const contents = all(".toc details > ul > li > a");
const headed = (entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1)));
const markHeading = () => {
  // A script may have added to it.
  const entries = all(".toc details > ul > li > a");
  const headings = entries.map(headed);
  const top = (each) => each.getBoundingClientRect().top;
  const line = innerHeight * 0.25;
  const passed = headings.filter((each) => each && top(each) < line);
  // The heading that was asked for is read until it is scrolled away, however short its section
  // is; at the end of a page it may stand lower.
  const asked = headings.find((each) => each?.matches(":target"));
  const end = innerHeight + scrollY >= root.scrollHeight - 2;
  const atTop = asked && top(asked) >= 0 && top(asked) < line;
  const read = end || atTop ? (asked ?? passed.at(-1)) : passed.at(-1);
  entries.forEach((entry, at) => {
    if (read && headings[at] === read) entry.setAttribute("aria-current", "location");
    else entry.removeAttribute("aria-current");
  });
};
if (contents.length && "IntersectionObserver" in window) {
  const reading = new IntersectionObserver(markHeading, { rootMargin: "1000000px 0px -75%" });
  for (const heading of contents.map(headed)) if (heading) reading.observe(heading);
  // On the way to a heading the page may grow above it (the planner comes when it is near): then
  // the way ends short of it, and the rest is made up for, unless the reader has gone elsewhere.
  let wanted = null;
  let height = 0;
  let still;
  const forget = () => {
    wanted = null;
  };
  for (const own of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(own, forget, { passive: true });
  }
  const makeUp = () => {
    // It lies below by what has grown; whoever has gone on since has it above.
    const below = wanted?.getBoundingClientRect().top ?? 0;
    const grown = root.scrollHeight - height;
    height += grown;
    if (grown && below > 0 && below < grown + innerHeight / 4) {
      wanted.scrollIntoView({ behavior: "instant" });
    }
    markHeading();
  };
  // What grows later pushes the heading away where the browser keeps no place (Safari,
  // https://webkit.org/b/171099; remove when none is left that does not).
  const keepsPlace = CSS.supports("overflow-anchor", "auto");
  if (!keepsPlace) new ResizeObserver(() => wanted && makeUp()).observe(document.body);
  const arrive = () => {
    makeUp();
    if (keepsPlace) forget();
  };
  if ("onscrollend" in window) addEventListener("scrollend", arrive);
  else {
    // Safari before 26.2 does not tell of the end of a way: there is no more of it for a while.
    addEventListener("scroll", () => {
      clearTimeout(still);
      still = setTimeout(arrive, 150);
    });
  }
  let letGo;
  const setOut = () => {
    // Not told of yet by the selector alone, where the page is just there.
    wanted = document.querySelector(":target") ?? document.getElementById(location.hash.slice(1));
    height = root.scrollHeight;
    setTimeout(markHeading, 100);
    // Who was there already sets out on no way, and drags the scroll bar where they like.
    clearTimeout(letGo);
    if (keepsPlace) letGo = setTimeout(forget, 3000);
  };
  addEventListener("hashchange", setOut);
  // So too for who comes by a link from elsewhere; whoever comes back is where they were.
  const came = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (came && contents.some((entry) => entry.hash === location.hash)) setOut();
}

// What stands beside the text stays in sight. Where it is higher than the window, its end stays:
// it never scrolls inside itself, unseen. What the keyboard stands on there is in sight, though.
const besides = all(".section-nav, .beside");
let reached = null;
const stick = () => {
  for (const each of besides) {
    const lowest = Math.min(0, innerHeight - each.offsetHeight);
    let top = lowest;
    if (each.contains(reached)) {
      const down = reached.getBoundingClientRect().top - each.getBoundingClientRect().top;
      top = Math.max(lowest, Math.min(0, innerHeight / 2 - down));
    }
    each.style.setProperty("--stick", `${top}px`);
  }
};
if (besides.length) {
  addEventListener("focusin", ({ target }) => {
    // Not what a pointer is pressed on: it must stay where it is.
    const next = target.matches(":focus-visible") ? target : null;
    if (next === reached) return;
    reached = next;
    stick();
  });
}
if ("ResizeObserver" in window) {
  const measured = new ResizeObserver(stick);
  for (const each of besides) measured.observe(each);
  addEventListener("resize", stick);
}

// The menu on narrow screens. Without this script the links are simply shown.
const menu = document.querySelector(".menu-button");
const sections = document.getElementById("sections");
const setMenu = (open) => {
  menu.setAttribute("aria-expanded", String(open));
  sections.classList.toggle("open", open);
};
menu.addEventListener("click", () => setMenu(menu.getAttribute("aria-expanded") !== "true"));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && sections.classList.contains("open")) {
    setMenu(false);
    menu.focus();
  }
});

// Search and its styles are fetched when it is first asked for; without the styles it works.
// What could not be had is asked for again when the reader does, or when the network is back: by
// another address, since a browser remembers of a module that it could not be had.
let faults = 0;
const dialog = document.getElementById("search");
fillSearch(dialog, ofSearch);
const again = dialog.querySelector("[data-search-again]");
const canShow = "showModal" in dialog;
const openSearch = async (query) => {
  // A browser without dialogs has the list of all pages, as one without scripts has.
  if (!canShow) {
    location.assign(document.querySelector("[data-search-fallback]").href);
    return;
  }
  try {
    const [{ open }] = await Promise.all([
      import(anew(new URL("assets/js/search/dialog.js", base), faults)),
      fetchStyles("assets/css/search.css"),
    ]);
    open({ base, words, query });
  } catch {
    // The dialog stands in the page: it tells of the fault and leads to the lists.
    faults += 1;
    dialog.querySelector("[data-search-status]").textContent = navigator.onLine
      ? words.failed
      : words.offline;
    again.hidden = false;
    if (!dialog.open) dialog.showModal();
  }
};
for (const button of all("[data-search-open]")) {
  button.addEventListener("click", () => openSearch());
}
again.addEventListener("click", () => openSearch());
for (const form of all("[data-search-form]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    openSearch(form.elements.q.value);
  });
}
addEventListener("online", () => {
  if (dialog.open && !again.hidden) openSearch();
});
addEventListener("keydown", (event) => {
  if (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === "k"
  ) {
    event.preventDefault();
    openSearch();
  }
});
// An address that holds a query opens its results: after #, which a browser sends to nobody.
const askedFor = () => {
  const asked = new URLSearchParams(location.hash.slice(1)).get("q");
  if (asked !== null && canShow) openSearch(asked);
};
askedFor();
addEventListener("hashchange", askedFor);

if (root.dataset.edition) {
  import(new URL("assets/js/editions.js", base)).then(({ show }) => show({ base, words }));
}

// The pop-up of notes and terms is fetched when the first one is pointed at. Until it is here
// the reader may have gone on to the next: tooltips.js shows the one that is pointed at by then.
const tipEvents = ["pointerover", "focusin", "pointerdown"];
const firstTip = (event) => {
  const link = event.target instanceof Element && event.target.closest("a.term, .cite");
  if (!link) return;
  for (const name of tipEvents) document.removeEventListener(name, firstTip);
  const touched = event.pointerType === "touch" && link;
  // The click of the first touch comes before the script that would show the text.
  if (touched) {
    document.addEventListener(
      "click",
      (click) => {
        if (link.contains(click.target)) click.preventDefault();
      },
      { capture: true, once: true },
    );
  }
  // Without it a note or term is a link, as it was.
  Promise.all([import(new URL("assets/js/tooltips.js", base)), stylesOfAsked()]).then(
    ([{ start }, styled]) => styled && start(base, words, touched),
    () => {},
  );
};
for (const name of tipEvents) document.addEventListener(name, firstTip);

const filters = document.querySelector("form[data-filters]");
if (filters) {
  // Before its script has come too: the words would go to the host in the address.
  filters.addEventListener("submit", (event) => event.preventDefault());
  import(new URL("assets/js/filters.js", base)).then(
    ({ start }) => start(filters, words),
    // What nothing answers to is not shown.
    () => {
      for (const form of all("[data-filters], [data-filter-choices]")) form.hidden = true;
    },
  );
}

const near = document.querySelector("[data-near]");
if (near) {
  import(new URL("assets/js/not-found.js", base))
    .then(({ suggest }) => suggest(base, near))
    .catch(() => {});
}

// References and letters are copied by a button, which is there for who has this script.
for (const button of all("[data-copy]")) {
  button.addEventListener("click", async () => {
    const { copy } = await import(new URL("assets/js/copy.js", base));
    copy(button, words);
  });
}

// What is ticked in a checklist is there the next time.
if (document.querySelector("[data-ticks]")) {
  import(new URL("assets/js/ticks.js", base)).then(({ start }) => start());
}

// The self-test is of one page.
const selfTest = document.querySelector("[data-self-test]");
if (selfTest) {
  import(new URL("assets/js/self-test.js", base)).then(({ start }) => start(selfTest));
}

// Permanent links: the sign beside a heading copies one, and the box of the reference shows it.
const permalinks = () => import(new URL("assets/js/permalinks.js", base));
document.querySelector(".cite-page")?.addEventListener("toggle", permalinks, { once: true });
document.addEventListener("click", (event) => {
  const sign = event.target.closest?.(".headerlink");
  if (!sign) return;
  Promise.all([permalinks(), stylesOfAsked()]).then(([{ copySign }]) => copySign(sign, words));
});
if (document.querySelector("[data-permanent]")) {
  permalinks().then(({ giveSigns }) => giveSigns(words));
}

// On paper the sheets after the first say which page they are of, and boxes are open.
let opened = [];
addEventListener("beforeprint", () => {
  root.style.setProperty("--print-title", JSON.stringify(document.title));
  // A short meeting is printed where the reader has opened it.
  opened = all("main details:not([open], .variant)");
  for (const box of opened) box.open = true;
});
addEventListener("afterprint", () => {
  for (const box of opened) box.open = false;
});

// What an address leads to is open, also where it was folded.
const unfold = () => {
  const box = document.getElementById(location.hash.slice(1))?.closest("details");
  if (box) box.open = true;
};
unfold();
addEventListener("hashchange", unfold);

// The planner is fetched when its agenda comes near, or when the address holds a plan.
const planner = document.querySelector("template[data-planner]");
if (planner) {
  const plan = async () => {
    const [{ start }, styled] = await Promise.all([
      import(new URL("assets/js/planner.js", base)),
      fetchStyles("assets/css/planner.css"),
    ]);
    if (styled) await start(planner);
  };
  // Without its script, its words or its styles (the fields would run together, and paper hold the
  // whole page) there is no planner, as for who has no scripts.
  const none = () => {};
  let soon;
  const approach = new IntersectionObserver(
    (entries) => {
      clearTimeout(soon);
      // Whoever only passes by, on the way to a note, must not be moved: the form takes room.
      if (entries.at(-1).isIntersecting) {
        soon = setTimeout(() => {
          approach.disconnect();
          plan().catch(none);
        }, 200);
      }
    },
    { rootMargin: "150%" },
  );
  const agenda = document.getElementById("workshop");
  if (location.search) plan().catch(none);
  else if (agenda) approach.observe(agenda);
}

const ownAgenda = document.querySelector("template[data-own-agenda]");
if (ownAgenda) {
  Promise.all([
    import(new URL("assets/js/agenda.js", base)),
    fetchStyles("assets/css/planner.css"),
  ]).then(([{ start }]) => start(document.querySelector("[data-agenda-place]"), ownAgenda, base));
}

// All of the above is at work: partials/head.html hears that its promise is kept.
root.dataset.ready = "";
root.classList.add("js");
