// Suggests pages whose address is near the one that was asked for.
"use strict";

const MOST = 3;
const LEAST = 0.4;

// Pairs of letters that two texts share, from 0 to 1 (Dice): blind to order of parts and
// to endings, so that an older or shortened address still finds its page.
const pairs = (text) => {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/æ/g, "ae")
    .replace(/ø/g, "o")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const found = new Map();
  for (const word of plain.split(" ")) {
    for (let at = 0; at < word.length - 1; at += 1) {
      const pair = word.slice(at, at + 2);
      found.set(pair, (found.get(pair) ?? 0) + 1);
    }
  }
  return found;
};
const count = (found) => [...found.values()].reduce((sum, each) => sum + each, 0);
const likeness = (left, right) => {
  let shared = 0;
  for (const [pair, times] of left) shared += Math.min(times, right.get(pair) ?? 0);
  const all = count(left) + count(right);
  return all ? (2 * shared) / all : 0;
};

export const suggest = async (base, box) => {
  const answer = await fetch(new URL("data/pages.json", base));
  if (!answer.ok) return;
  const { pages } = await answer.json();
  let asked = decodeURIComponent(location.pathname).replace(/(index)?\.html?$/, "");
  // Another edition's name and the language are no part of what the page is called.
  asked = asked.replace(base.pathname, "").replace(/^\/?(latest|\d[\w.]*)\//, "");
  const lang = /^\/?en(\/|$)/.test(asked) ? "en" : "nb";
  asked = asked.replace(/^\/?(en|no)\//, "");
  const [last] = asked.split("/").filter(Boolean).slice(-1);
  if (!last) return;
  const near = pages
    .map((page) => {
      const own = page.url.replace(/^en\//, "");
      const [slug = ""] = own.split("/").filter(Boolean).slice(-1);
      const best = Math.max(
        likeness(pairs(last), pairs(slug)),
        likeness(pairs(asked), pairs(own)),
        likeness(pairs(last), pairs(page.title)),
      );
      return { page, score: best + (page.lang === lang ? 0.1 : 0) };
    })
    .filter(({ score }) => score >= LEAST + 0.1)
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST);
  if (!near.length) return;
  for (const { page } of near) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(page.url, base);
    link.textContent = page.title;
    link.lang = link.hreflang = page.lang;
    item.append(link);
    box.querySelector("ul").append(item);
  }
  box.hidden = false;
};
