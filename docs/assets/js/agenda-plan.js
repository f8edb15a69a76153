// What an agenda of one's own holds, and how it stands in the address. Nothing here touches a page.
"use strict";

import { day } from "./calendar.js";
import { time, within } from "./times.js";

export const BREAK = "break";
const OWN = "own";
// What anybody may have written into an address is cut down to this.
const MOST = { lines: 60, minutes: 300, letters: 120, people: 200, groups: 40 };

export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

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

// The lines that stand in a text such as "4-write-alone.15,break.10,own.5.Coffee", and the names
// of blocks that are not there any more. A block without minutes takes as many as it says.
export const readLines = (text, data) => {
  const known = byId(data);
  const lines = [];
  const gone = [];
  for (const part of text.split(",").slice(0, MOST.lines)) {
    const [id, typed, ...rest] = part.split(".");
    const minutes = within(typed, 1, MOST.minutes);
    if (id === BREAK) {
      lines.push({ id, minutes: minutes || data.break });
    } else if (id === OWN) {
      const what = shortened(decoded(rest.join(".")));
      if (what) lines.push({ id, minutes: minutes || data.break, what });
    } else if (known.has(id)) lines.push({ id, minutes: minutes || known.get(id).minutes });
    else if (id) {
      gone.push(
        shortened(decoded(id))
          .replace(/^\d+s?-/, "")
          .replaceAll("-", " "),
      );
    }
  }
  return { lines, gone };
};

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
  const { lines, gone } = readLines(asked.get("m") ?? "", data);
  return {
    plan: {
      title: shortened(text("t")),
      day: day(text("d")),
      start: time(text("s")),
      people: within(text("p"), 1, MOST.people),
      groups: within(text("g"), 1, MOST.groups),
      lines,
    },
    gone,
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
