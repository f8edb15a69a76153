// A workshop and its deadlines as a file for calendars (RFC 5545). It is made in the browser;
// nothing is sent anywhere.
"use strict";

import { DAY, two } from "./times.js";

// Papers go out a week before a meeting.
export const BEFORE = -7;

// A day as `2026-09-15`, "" for what is none; some days later or earlier.
export const day = (text, shift = 0) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return "";
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return "";
  date.setUTCDate(date.getUTCDate() + shift);
  return date.toISOString().slice(0, 10);
};

// Commas, semicolons and line breaks mean something in the file, and must be told apart.
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

// No line may be longer than 75 bytes; what follows begins with a space.
const folded = (line) => {
  const encoder = new TextEncoder();
  const lines = [""];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > 74) {
      lines.push(" ");
      bytes = 1;
    }
    lines[lines.length - 1] += letter;
    bytes += size;
  }
  return lines.join("\r\n");
};

const compact = (text) => text.replace(/[-:]/g, "");

// A minute of the day as the file writes it: local time, wherever the room is.
const moment = (date, minute) => {
  const clock = two(Math.floor(minute / 60) % 24) + two(minute % 60);
  return `${compact(day(date, Math.floor(minute / DAY)))}T${clock}00`;
};

// The file. An event has a `day`, a `title`, a `text`, and `from` and `to` in minutes of the day
// unless it lasts all day; `host` makes its name its own, `now` is when the file is made.
export const calendar = (events, { host, now, name }) => {
  const stamp = `${compact(now.toISOString().slice(0, 19))}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(name)}//MKM//NO`];
  for (const [at, event] of events.entries()) {
    lines.push("BEGIN:VEVENT", `UID:${event.day}-${at}-${event.slug}@${host}`, `DTSTAMP:${stamp}`);
    if (event.from === undefined) {
      lines.push(`DTSTART;VALUE=DATE:${compact(event.day)}`);
      lines.push(`DTEND;VALUE=DATE:${compact(day(event.day, 1))}`);
    } else {
      lines.push(`DTSTART:${moment(event.day, event.from)}`);
      lines.push(`DTEND:${moment(event.day, event.to)}`);
    }
    lines.push(`SUMMARY:${escaped(event.title)}`, `DESCRIPTION:${escaped(event.text)}`);
    lines.push(`URL:${event.url}`, "END:VEVENT");
  }
  lines.push("END:VCALENDAR", "");
  return lines.map(folded).join("\r\n");
};

// Give a text to the reader as a file.
export const save = (text, type, name) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
