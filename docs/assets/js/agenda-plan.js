// What an agenda of one's own holds, and how it stands in the address. Nothing here touches a page.
"use strict";

import { day } from "./calendar.js";
import { fill } from "./markup.js";
import { time, within } from "./times.js";

export const BREAK = "break";
const OWN = "own";
// What anybody may have written into an address is cut down to this.
export const MOST = { lines: 60, minutes: 300, letters: 120, people: 200, groups: 40 };

const decoded = (text) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
};

export const shortened = (text) => [...text.trim()].slice(0, MOST.letters).join("");

// The blocks by their id, those of the short meetings and tools too.
export const byId = (data) => new Map(data.blocks.map((block) => [block.id, block]));

export const empty = () => ({ title: "", day: "", start: "", people: 0, groups: 0, lines: [] });

// A line as it stands in a text, such as "own.5.Coffee"; nothing where it says none, or names a
// block that is not there. A block without minutes takes as many as it says.
const lineOf = (part, known, data) => {
  const [id, typed, ...rest] = part.split(".");
  const minutes = within(typed, 1, MOST.minutes);
  if (id === BREAK) return { id, minutes: minutes || data.break };
  if (id === OWN) {
    const what = shortened(decoded(rest.join(".")));
    return what && { id, minutes: minutes || data.break, what };
  }
  return known.has(id) && { id, minutes: minutes || known.get(id).minutes };
};

// The lines that stand in a text such as "4-write-alone.15,break.10,own.5.Coffee", the names of
// blocks that are not there any more, and those of lines that there was no room for.
export const readLines = (text, data) => {
  const known = byId(data);
  const found = { lines: [], gone: [], cut: [] };
  for (const part of text.split(",")) {
    const [id] = part.split(".");
    const line = lineOf(part, known, data);
    if (line && found.lines.length < MOST.lines) found.lines.push(line);
    else if (line) found.cut.push(shown(line, data).what);
    else if (id && id !== OWN) {
      found.gone.push(
        shortened(decoded(id))
          .replace(/^\d+s?-/, "")
          .replaceAll("-", " "),
      );
    }
  }
  return found;
};

// The lines with one more at a place; nothing where there are as many as an address may hold.
export const withLine = (lines, line, at) =>
  lines.length < MOST.lines && [...lines.slice(0, at), line, ...lines.slice(at)];

const quoted = (names) =>
  names
    .slice(0, MOST.lines)
    .map((name) => `«${name}»`)
    .concat(names.length > MOST.lines ? "…" : [])
    .join(", ");

// What an address holds and the agenda does not, in words; "" for nothing.
export const leftOut = ({ gone, cut }, words) =>
  [
    gone.length && fill(words.gone, { names: quoted(gone) }),
    cut.length && fill(words.cut, { most: MOST.lines, names: quoted(cut) }),
  ]
    .filter(Boolean)
    .join(" ");

// Whether an address holds an agenda at all.
export const holdsPlan = (hash) => /^#(.*&)?m=/.test(hash);

// The agenda that an address holds after its #, which a browser sends to nobody.
export const read = (hash, data) => {
  const asked = new Map(
    hash
      .slice(1)
      .split("&")
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  const text = (key) => decoded(asked.get(key) ?? "");
  const { lines, ...others } = readLines(asked.get("m") ?? "", data);
  return {
    plan: {
      title: shortened(text("t")),
      day: day(text("d")),
      start: time(text("s")),
      people: within(text("p"), 1, MOST.people),
      groups: within(text("g"), 1, MOST.groups),
      lines,
    },
    ...others,
  };
};

// The same agenda as it stands in the address, "" for none.
export const written = (plan, data) => {
  if (!plan.lines.length) return "";
  const known = byId(data);
  const lines = plan.lines.map(({ id, minutes, what }) => {
    if (id === OWN) return `${id}.${minutes}.${encodeURIComponent(what).replaceAll("'", "%27")}`;
    return known.get(id)?.minutes === minutes ? id : `${id}.${minutes}`;
  });
  const others = { t: plan.title, d: plan.day, s: plan.start, p: plan.people, g: plan.groups };
  const rest = Object.entries(others)
    .filter(([, value]) => value)
    .map(([key, value]) => `&${key}=${encodeURIComponent(value).replaceAll("%3A", ":")}`);
  return `#m=${lines.join(",")}${rest.join("")}`;
};

// What stands after the # of an address by now: the agenda, or without one what stood there, such
// as the heading that a link leads to.
export const kept = (plan, data, hash) => written(plan, data) || (holdsPlan(hash) ? "" : hash);

// A line as it is shown, whatever it is.
export const shown = (line, data) => {
  const block = byId(data).get(line.id);
  if (block) return { ...block, how: block.points.join(" "), minutes: line.minutes };
  const { words } = data;
  const what = line.id === BREAK ? words.break : line.what;
  const none = { kind: line.id, how: "", points: [], size: 40, materials: "", notes: [] };
  return { ...none, what, minutes: line.minutes };
};

// Each stretch that is longer than it should be without a break: its minutes, and the first and
// last line of it.
export const stretches = (lines, longest) => {
  const found = [];
  let first = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at].id !== BREAK) continue;
    const minutes = lines.slice(first, at).reduce((sum, line) => sum + line.minutes, 0);
    if (minutes > longest) found.push({ minutes, first, last: at - 1 });
    first = at + 1;
  }
  return found;
};

// After which line of a stretch a break makes its two parts most alike.
export const middle = (lines, { first, last }) => {
  const all = lines.slice(first, last + 1).reduce((sum, line) => sum + line.minutes, 0);
  let passed = 0;
  let best = first;
  let least = Infinity;
  for (let at = first; at < last; at += 1) {
    passed += lines[at].minutes;
    if (Math.abs(all - 2 * passed) < least) [best, least] = [at, Math.abs(all - 2 * passed)];
  }
  return best;
};
