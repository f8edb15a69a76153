// Word files and slides, made in the browser: a pattern of scripts/documents/own_agenda/ is
// filled in and packed as a zip, whose members are stored as they are. Nothing is sent anywhere.
"use strict";

const MARKS = /<!--each (\w+)-->([\s\S]*?)<!--end \1-->|\{(\w+)\}/g;
// What XML 1.0 knows no sign for, half a surrogate pair included.
const NO_SIGN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (value) =>
  String(value)
    .replace(NO_SIGN, "")
    .replace(/[&<>"]/g, (sign) => NAMES[sign]);

// A pattern with its names filled in, and what stands between two comments once for each element
// of that list. What is filled in is not read again: it may hold braces of its own.
export const filled = (text, values) =>
  text.replace(MARKS, (whole, list, inner, name) => {
    if (list) return values[list].map((own) => filled(inner, { ...values, ...own })).join("");
    return Object.hasOwn(values, name) ? escaped(values[name]) : whole;
  });

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

// CRC-32 as zip files have it (APPNOTE 4.4.7).
export const crc32 = (bytes) => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
};

const UTF8 = 0x0800;
// The first day of a zip: what a file says of itself stands in its own members.
const FIRST_DAY = 0x0021;

const numbers = (...pairs) => {
  const size = pairs.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  for (const [bytes, value] of pairs) {
    if (bytes === 4) view.setUint32(at, value, true);
    else view.setUint16(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
};

const joined = (pieces) => {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

// A zip of texts by name, in order (APPNOTE 4.3): each is stored, none is packed.
export const zip = (members) => {
  const encoder = new TextEncoder();
  const [files, entries] = [[], []];
  let offset = 0;
  for (const [name, text] of members) {
    const [path, bytes] = [encoder.encode(name), encoder.encode(text)];
    const about = [
      [2, UTF8],
      [2, 0],
      [2, 0],
      [2, FIRST_DAY],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, path.length],
      [2, 0],
    ];
    const head = numbers([4, 0x04034b50], [2, 20], ...about);
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ];
    files.push(head, path, bytes);
    entries.push(numbers([4, 0x02014b50], [2, 20], [2, 20], ...about, ...rest), path);
    offset += head.length + path.length + bytes.length;
  }
  const directory = joined(entries);
  const count = members.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, offset],
    [2, 0],
  );
  return joined([...files, directory, end]);
};

// The file that a pattern becomes with these values.
export const made = (kit, values) =>
  zip(
    kit.flatMap(({ name, each, text }) =>
      (each ? values[each] : [{}]).map((own) => {
        const all = { ...values, ...own };
        return [filled(name, all), filled(text, all)];
      }),
    ),
  );
