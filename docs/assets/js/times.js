// Minutes and clock times of a meeting, as people type them and as they are shown.
"use strict";

// In minutes.
export const DAY = 24 * 60;

// A number as clocks and calendars write it: 09.
export const two = (number) => String(number).padStart(2, "0");

// A minute of the day, or of the day after, as a time: 09.05 in Norwegian, 09:05 in English.
export const clock = (minute, lang) =>
  [Math.floor(minute / 60) % 24, minute % 60].map(two).join(lang === "nb" ? "." : ":");

// What people type for a time (9, 09.00, 0900) as the field wants it, "" for what is none.
export const time = (text) => {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text?.trim() ?? "");
  const [hour, minute] = match ? [Number(match[1]), Number(match[2] ?? 0)] : [24, 0];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : "";
};

// A whole number that people type: at most `most`, and 0 for what is none or below `least`.
export const within = (text, least, most) => {
  const number = Math.round(Number(text));
  return Number.isFinite(number) && number >= least ? Math.min(number, most) : 0;
};

// The minute at which each part begins, and at the end that at which all is over.
export const timetable = (begins, lengths) => {
  const minutes = [begins ? Number(begins.slice(0, 2)) * 60 + Number(begins.slice(3)) : 0];
  for (const length of lengths) minutes.push(minutes.at(-1) + length);
  return minutes;
};

// After which of `places` a pause makes the times between breaks most alike.
export const evenest = (places, lengths, rests) => {
  const unevenness = (place) => {
    const times = [0];
    for (const [at, length] of lengths.entries()) {
      if (rests[at] || at === place) times.push(0);
      if (!rests[at]) times.push(times.pop() + length);
    }
    return times.reduce((sum, length) => sum + length ** 2, 0);
  };
  return places.reduce(
    (best, place) => (unevenness(place) < unevenness(best) ? place : best),
    places[0],
  );
};
