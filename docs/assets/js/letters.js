// The text of a letter, filled in from a plan. What nobody has chosen yet is a blank in square
// brackets, like what only the reader knows.
"use strict";

// A text with what is known of the plan: `{day}` becomes the day, or `[day and date]`.
export const filled = (text, known, blanks) =>
  text.replace(/\{(\w+)\}/g, (field, name) =>
    Object.keys(blanks).includes(name) ? known[name] || `[${blanks[name]}]` : field,
  );

// The pieces of a text, each with whether it is a blank; a bracket that is not closed is text.
export const pieces = (text) =>
  text
    .split(/(\[[^[\]]+\])/)
    .filter(Boolean)
    .map((piece) => ({ text: piece, blank: /^\[[^[\]]+\]$/.test(piece) }));

// A letter as it is copied: the subject, and the paragraphs with a line between them.
export const asText = ({ subject, paragraphs }, known, blanks, word) =>
  [`${word} ${subject}`, ...paragraphs].map((each) => filled(each, known, blanks)).join("\n\n");

// A day as letters say it: tirsdag 15. september 2026, Tuesday 15 September 2026; "" for none.
export const spoken = (date, lang) => {
  if (!date) return "";
  const { weekday, day, month, year } = Object.fromEntries(
    new Intl.DateTimeFormat(lang === "nb" ? "nb-NO" : "en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    })
      .formatToParts(new Date(`${date}T00:00:00Z`))
      .map(({ type, value }) => [type, value]),
  );
  return `${weekday} ${day}${lang === "nb" ? "." : ""} ${month} ${year}`;
};
