import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";

import { crc32, filled, made, zip } from "../../docs/assets/js/agenda-office.js";

describe("a pattern", () => {
  test("is filled in, lists within lists too", () => {
    const text =
      "<a>{title}<!--each rows--><b>{what}" +
      "<!--each notes-->[{note}]<!--end notes--></b><!--end rows--></a>";
    const values = {
      title: "T",
      rows: [
        { what: "1", notes: [{ note: "x" }, { note: "y" }] },
        { what: "2", notes: [] },
      ],
    };
    assert.equal(filled(text, values), "<a>T<b>1[x][y]</b><b>2</b></a>");
  });

  test("keeps what is not its own, and reads nothing twice", () => {
    assert.equal(
      filled("{C183D7F6-B498} {other} {toString}", {}),
      "{C183D7F6-B498} {other} {toString}",
    );
    assert.equal(filled("{a}{b}", { a: "{b}<!--each c-->", b: "2" }), "{b}&lt;!--each c--&gt;2");
  });

  test("takes no sign that XML does not know", () => {
    assert.equal(
      filled("{a}", { a: 'æ\u0000\u0008\ud800 & "<b>" 😀\ufffe' }),
      "æ &amp; &quot;&lt;b&gt;&quot; 😀",
    );
  });
});

describe("a zip", () => {
  test("has the checksum that all zips have", () => {
    assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
    assert.equal(crc32(new Uint8Array()), 0);
  });

  test("is opened by another program, with every name and text", () => {
    const members = [
      ["word/document.xml", "<a>Blåbærsyltetøy 😀</a>"],
      ["empty.xml", ""],
      ["mappe/æøå.xml", "x".repeat(70_000)],
    ];
    const folder = mkdtempSync(join(tmpdir(), "agenda-"));
    const file = join(folder, "a.zip");
    writeFileSync(file, zip(members));
    const code =
      "import json,sys,zipfile; f=zipfile.ZipFile(sys.argv[1]); assert f.testzip() is None; " +
      "print(json.dumps([[n,f.read(n).decode()] for n in f.namelist()]))";
    const told = execFileSync("python3", ["-c", code, file], { encoding: "utf-8" });
    rmSync(folder, { recursive: true });
    assert.deepEqual(JSON.parse(told), members);
  });

  test("has a member once for each element of its list", () => {
    const kit = [
      { name: "a.xml", each: "", text: "{title}" },
      { name: "s{number}.xml", each: "items", text: "{title}{number}" },
    ];
    const bytes = made(kit, { title: "T", items: [{ number: 5 }, { number: 6 }] });
    const text = new TextDecoder("latin1").decode(bytes);
    for (const part of ["a.xmlT", "s5.xmlT5", "s6.xmlT6"]) assert.ok(text.includes(part), part);
  });
});
