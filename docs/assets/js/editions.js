// Leads from one edition to another, keeping page, language and place.
"use strict";

const html = document.documentElement;
const pageId = document.querySelector("meta[name=page-id]").content;

// The same page in another edition, by its id and language: its address may have
// changed. A page that edition does not have leads to its home page.
const counterpart = async (editionRoot) => {
  const answer = await fetch(new URL("data/pages.json", editionRoot));
  if (!answer.ok) throw new Error(answer.statusText);
  const { pages } = await answer.json();
  const inLanguage = pages.filter((page) => page.lang === html.lang);
  const page =
    inLanguage.find((each) => each.id === pageId) ??
    inLanguage.find((each) => each.kind === "home");
  const url = new URL(page.url, editionRoot);
  if (page.id === pageId) url.hash = location.hash;
  return url;
};

export const show = async ({ base, words }) => {
  const editionsRoot = new URL("../", base);
  const answer = await fetch(new URL("versions.json", editionsRoot));
  if (!answer.ok) return; // Previewed on its own: there are no other editions.
  const versions = await answer.json();
  const latest = versions.find((each) => each.aliases.includes("latest"));
  const current = html.dataset.edition;

  const notice = document.querySelector("[data-edition-notice]");
  if (notice && latest && latest.version !== current) {
    notice.hidden = false;
    const link = notice.querySelector("[data-edition-latest]");
    const lead = async () => {
      link.href = await counterpart(new URL("latest/", editionsRoot));
    };
    await lead().catch(() => {});
    addEventListener("hashchange", () => lead().catch(() => {}));
  }

  const details = document.querySelector("[data-editions]");
  if (!details) return;
  const fill = async () => {
    const list = details.querySelector("ul");
    const items = await Promise.all(
      versions.map(async ({ version, title, aliases }) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const editionRoot = new URL(
          `${aliases.includes("latest") ? "latest" : version}/`,
          editionsRoot,
        );
        link.href = await counterpart(editionRoot).catch(() => editionRoot);
        link.textContent = title;
        if (version === current) {
          link.setAttribute("aria-current", "true");
          link.textContent += ` ${words["this-edition"]}`;
        }
        item.append(link);
        return item;
      }),
    );
    list.replaceChildren(...items);
    details.dataset.ready = "";
  };
  const fillWhenOpen = () => {
    if (details.open) fill();
  };
  details.addEventListener("toggle", fillWhenOpen);
  fillWhenOpen(); // A reader can have opened it before this script was there.
};
