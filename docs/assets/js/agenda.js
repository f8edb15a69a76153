// An agenda of one's own, from blocks of all phases and tools. It lies in the address after its #,
// which a browser sends to nobody; nothing is stored. What it reckons stands in agenda-plan.js.
"use strict";

import { items, layOut, offer } from "./agenda-parts.js";
import {
  BREAK,
  MOST,
  empty,
  holdsPlan,
  kept,
  leftOut,
  middle,
  read,
  readLines,
  shortened,
  shown,
  stretches,
  withLine,
} from "./agenda-plan.js";
import { sheet } from "./agenda-sheet.js";
import { BEFORE, calendar, day, save } from "./calendar.js";
import { copyText } from "./clipboard.js";
import { element, fill, plainButton } from "./markup.js";
import { clock, time, within } from "./times.js";

const FIELDS = ["title", "day", "start", "people", "groups"];
const TYPES = {
  word: ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  slides: ["pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
};

export const start = async (place, template, base) => {
  const html = document.documentElement;
  const { lang } = html;
  const parts = template.content.cloneNode(true);
  const section = parts.querySelector(".own-agenda");
  const fetched = async (name) => {
    const answer = await fetch(new URL(`assets/agenda/${lang}${name}.json`, base));
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  };
  let data;
  try {
    data = await fetched("");
  } catch {
    place.append(element("p", {}, template.dataset.failed));
    return;
  }
  const { words } = data;
  const part = (selector) => section.querySelector(selector);
  const [about, adding] = [part("form[name=about]"), part("form[name=adding]")];
  const [heading, list, said, total] = ["h2", "ol", ".agenda-said", ".plan-total"].map(part);
  const [gone, warnings, company] = [".agenda-gone", ".agenda-warnings", ".agenda-seats"].map(part);
  const printed = parts.querySelector(".agenda-sheet");
  const pattern = list.firstElementChild;
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  let plan = empty();

  // A folder on a stick has an address that nobody else can open.
  const link = () =>
    location.protocol === "file:" && canonical ? canonical + location.hash : location.href;

  const keep = () => {
    const hash = kept(plan, data, location.hash) || location.pathname + location.search;
    history.replaceState(history.state, "", hash);
    const language = document.querySelector("[data-language]");
    if (language) language.hash = location.hash;
  };

  // Times, sum and warnings: what changes with each figure.
  const reckon = () => {
    const sum = sheet(plan, data, lang, link());
    for (const [at, row] of [...list.children].entries()) {
      row.querySelector(".clock").textContent = sum.rows[at].clock;
    }
    const values = { count: plan.lines.length, minutes: sum.minutes, end: sum.end };
    const text = !plan.lines.length ? words.empty : plan.start ? words.span : words.all;
    total.textContent = fill(text, { ...values, start: clock(sum.times[0], lang) });
    company.textContent = plan.lines.length
      ? [sum.facts, sum.seats].filter(Boolean).join(" · ")
      : "";
    warnings.replaceChildren(
      ...stretches(plan.lines, data.longest).map((stretch) => {
        const name = (at) => shown(plan.lines[at], data).what;
        const { minutes, first, last } = stretch;
        const told = fill(words.stretch, { minutes, first: name(first), last: name(last) });
        const button = plainButton({ textContent: words["put-break"] });
        button.addEventListener("click", () => {
          put({ id: BREAK, minutes: data.break }, middle(plan.lines, stretch) + 1);
        });
        return element("p", { className: "notice" }, `${told} `, first < last && button);
      }),
    );
    for (const button of section.querySelectorAll(".agenda-do button")) {
      button.hidden = !plan.lines.length || (button.name === "calendar" && !plan.day);
    }
    if (plan.lines.length) html.dataset.print = "agenda";
    else delete html.dataset.print;
    layOut(printed, sum, words);
    keep();
    return sum;
  };

  const row = (line, at) => {
    const { what, kind, phase, url, how, materials, notes } = shown(line, data);
    const made = pattern.cloneNode(true);
    const of = (selector) => made.querySelector(selector);
    if (line.id === BREAK) made.className = "agenda-break";
    of("strong").textContent = what;
    const from = kind === "tool" ? words.tool : phase && fill(words.phase, { phases: phase });
    if (from) Object.assign(of("a"), { textContent: from, href: new URL(url, base).href });
    else of("a").parentElement.remove();
    of(".agenda-how").textContent = how;
    of(".agenda-materials small").textContent = materials && `${words.materials}: ${materials}`;
    of(".agenda-materials").hidden = !materials;
    of("details").hidden = !items(of("details ul"), notes);
    const minutes = of("input");
    minutes.value = line.minutes;
    minutes.setAttribute("aria-label", `${words.minutes}: ${what}`);
    minutes.addEventListener("input", () => {
      line.minutes = within(minutes.value, 1, 300) || line.minutes;
      reckon();
    });
    minutes.addEventListener("change", () => {
      minutes.value = line.minutes;
    });
    const acts = { up: () => move(at, -1), down: () => move(at, 1), remove: () => remove(at) };
    for (const [name, act] of Object.entries(acts)) {
      const button = of(`[name=${name}]`);
      button.setAttribute("aria-label", `${button.title || button.textContent}: ${what}`);
      button.addEventListener("click", act);
    }
    of("[name=up]").disabled = at === 0;
    of("[name=down]").disabled = at === plan.lines.length - 1;
    return made;
  };

  const show = () => {
    list.replaceChildren(...plan.lines.map(row));
    const names = plan.lines.map((line, at) => new Option(shown(line, data).what, at + 1));
    adding.elements.after.replaceChildren(new Option(words.first, 0), ...names);
    adding.elements.after.value = plan.lines.length;
    for (const name of FIELDS) about.elements[name].value = plan[name] || "";
    reckon();
  };

  // What was done is told with the new sum, once; the keyboard stays where it was.
  const tell = (text, what, more = {}) => {
    said.textContent = `${fill(text, { what, ...more })} ${total.textContent}`;
  };
  const stand = (at, name) => {
    const buttons = [...(list.children[at]?.querySelectorAll("button") ?? [])];
    const wanted = buttons.find((each) => each.name === name && !each.disabled);
    (wanted ?? buttons.find((each) => !each.disabled) ?? adding.elements.block).focus();
  };
  // Whether there was room: what an address may not hold would be lost to those who open it.
  const put = (line, at) => {
    const lines = withLine(plan.lines, line, at);
    if (lines) {
      plan.lines = lines;
      show();
    }
    tell(lines ? words.added : words.full, shown(line, data).what, { most: MOST.lines });
    return Boolean(lines);
  };
  const move = (at, way) => {
    const [line] = plan.lines.splice(at, 1);
    plan.lines.splice(at + way, 0, line);
    show();
    stand(at + way, way < 0 ? "up" : "down");
    tell(words.moved, shown(line, data).what, { at: at + way + 1, count: plan.lines.length });
  };
  const remove = (at) => {
    const [line] = plan.lines.splice(at, 1);
    show();
    stand(Math.min(at, plan.lines.length - 1), "remove");
    tell(words.removed, shown(line, data).what);
  };

  const open = (hash) => {
    const found = read(hash, data);
    plan = found.plan;
    gone.textContent = leftOut(found, words);
    show();
  };

  offer(adding.elements.block, data);
  about.addEventListener("submit", (event) => event.preventDefault());
  about.addEventListener("input", () => {
    const { elements } = about;
    plan.title = shortened(elements.title.value);
    plan.day = day(elements.day.value);
    plan.start = time(elements.start.value);
    plan.people = within(elements.people.value, 1, 200);
    plan.groups = within(elements.groups.value, 1, 40);
    reckon();
  });
  const asked = {
    block: () => readLines(adding.elements.block.value, data).lines[0],
    break: () => ({ id: BREAK, minutes: data.break }),
    own: () => {
      const what = shortened(adding.elements.what.value);
      return what && { id: "own", minutes: data.break, what };
    },
  };
  adding.addEventListener("submit", (event) => {
    event.preventDefault();
    // Enter in the field of one's own item adds that, and in the list the block.
    const name = event.submitter?.value ?? "block";
    const own = document.activeElement === adding.elements.what ? "own" : name;
    const line = asked[own]();
    // What was typed stays as long as there is no room for it.
    if (line && !put(line, Number(adding.elements.after.value))) return;
    if (own === "own") adding.elements.what.value = "";
  });
  for (const button of document.querySelectorAll("button[data-agenda]")) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => {
      const { agenda, people, groups, title } = button.dataset;
      gone.textContent = "";
      const { day: on, start: from } = plan;
      const { lines } = readLines(agenda, data);
      plan = {
        title,
        day: on,
        start: from,
        people: Number(people),
        groups: Number(groups),
        lines,
      };
      show();
      heading.focus();
      heading.scrollIntoView();
      tell(words.begun, title);
    });
  }

  const make = async (kind) => {
    said.textContent = "";
    try {
      const [{ made }, kit] = await Promise.all([
        import(new URL("assets/js/agenda-office.js", base)),
        fetched(`-${kind}`),
      ]);
      const [ending, type] = TYPES[kind];
      save(made(kit, sheet(plan, data, lang, link())), type, `${words.file}.${ending}`);
    } catch {
      said.textContent = words["not-made"];
    }
  };
  const acts = {
    print: () => print(),
    word: () => make("word"),
    slides: () => make("slides"),
    calendar: () => {
      const sum = sheet(plan, data, lang, link());
      const on = (shift) => day(plan.day, shift);
      const common = { url: link(), slug: location.pathname.replace(/\W+/g, "-") };
      const hours = plan.start ? { from: sum.times[0], to: sum.times.at(-1) } : {};
      const lines = sum.rows.map((each) => `${each.clock} ${each.what}`);
      const needed = `${words.materials}: ${sum.needed.map(({ item }) => item).join("; ")}`;
      const text = [...lines, "", needed, "", link()].join("\n");
      const events = [
        { ...common, ...hours, day: on(0), title: sum.title, text },
        { ...common, day: on(BEFORE), title: `${sum.title}: ${words.send}`, text: link() },
      ];
      const known = { host: location.host, now: new Date(), name: document.title };
      save(calendar(events, known), "text/calendar;charset=utf-8", `${on(0)}.ics`);
    },
    copy: () => copyText(link(), said, words.copied, words["not-copied"]),
    clear: () => {
      plan = empty();
      gone.textContent = "";
      show();
      heading.focus();
    },
  };
  for (const [name, act] of Object.entries(acts)) {
    part(`button[name=${name}]`).addEventListener("click", act);
  }

  addEventListener("hashchange", () => {
    // A link to a heading takes the agenda out of the address: it comes back, once we are there.
    if (holdsPlan(location.hash)) open(location.hash);
    else if (plan.lines.length) keep();
  });
  place.append(section);
  // The list of headings is of the page as it was written, which ends where this begins.
  const first = document.querySelector(".toc li");
  const entry = first?.cloneNode(true);
  if (entry) {
    Object.assign(entry.querySelector("a"), {
      hash: heading.id,
      textContent: heading.textContent,
    });
    first.after(entry);
  }
  place.closest(".text").append(printed);
  open(location.hash);
  if (holdsPlan(location.hash)) heading.scrollIntoView();
};
