import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { clock, evenest, time, timetable, within } from "../../docs/assets/js/times.js";

describe("a time that is typed", () => {
  test("is understood in every usual way", () => {
    for (const typed of ["9", "09", "9:00", "09.00", "900", "0900", " 9.00 "]) {
      assert.equal(time(typed), "09:00", typed);
    }
    assert.equal(time("23.59"), "23:59");
    assert.equal(time("0"), "00:00");
  });

  test("is none when no clock shows it", () => {
    for (const typed of [
      "24",
      "24:00",
      "9:60",
      "9:5",
      "kl. 9",
      "-1",
      "9.00.00",
      "",
      " ",
      "٩",
      "9e1",
    ]) {
      assert.equal(time(typed), "", typed);
    }
    for (const missing of [null, undefined]) assert.equal(time(missing), "");
  });

  test("is none when it has no end", () => {
    assert.equal(time("9".repeat(1_000_000)), "");
  });
});

describe("a number that is typed", () => {
  test("is whole, and no more than the most", () => {
    assert.equal(within("15", 1, 120), 15);
    assert.equal(within("14.6", 1, 120), 15);
    assert.equal(within("500", 1, 120), 120);
    assert.equal(within("1e9", 1, 120), 120);
  });

  test("is nought when it is none or too small", () => {
    for (const typed of ["0", "-5", "0.4", "", "mye", "NaN", "Infinity", null, undefined]) {
      assert.equal(within(typed, 1, 120), 0, String(typed));
    }
  });
});

describe("the clock", () => {
  test("has a full stop in Norwegian and a colon in English", () => {
    assert.equal(clock(9 * 60 + 5, "nb"), "09.05");
    assert.equal(clock(9 * 60 + 5, "en"), "09:05");
  });

  test("goes on at midnight", () => {
    assert.equal(clock(24 * 60 - 1, "en"), "23:59");
    assert.equal(clock(24 * 60, "en"), "00:00");
    assert.equal(clock(25 * 60 + 30, "en"), "01:30");
  });
});

describe("the timetable", () => {
  test("says when each part begins, and when all is over", () => {
    assert.deepEqual(
      timetable("09:00", [10, 45, 15, 20]).map((minute) => clock(minute, "en")),
      ["09:00", "09:10", "09:55", "10:10", "10:30"],
    );
  });

  test("counts from nought while no time is set", () => {
    assert.deepEqual(timetable("", [10, 45]), [0, 10, 55]);
  });

  test("goes on past midnight", () => {
    assert.deepEqual(timetable("23:50", [20]), [1430, 1450]);
  });

  test("of no parts is over as it begins", () => {
    assert.deepEqual(timetable("08:30", []), [510]);
  });
});

describe("a further pause", () => {
  test("is put where the times between breaks are most alike", () => {
    assert.equal(evenest([1, 2, 3], [30, 30, 30, 30], [false, false, false, false]), 2);
    assert.equal(evenest([1, 2], [60, 10, 10], [false, false, false]), 1);
  });

  test("reckons with the breaks that the agenda has", () => {
    const lengths = [20, 15, 40, 40];
    assert.equal(evenest([3], lengths, [false, true, false, false]), 3);
    assert.equal(evenest([1, 4, 5], [20, 20, 15, 50, 50], [false, false, true, false, false]), 4);
  });

  test("comes first of equal places, and nowhere when there is none", () => {
    assert.equal(evenest([1, 2], [30, 30, 30], [false, false, false]), 1);
    assert.equal(evenest([], [30], [false]), undefined);
  });
});
