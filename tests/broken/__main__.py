"""`make broken`: all broken projects, and the table of what was told."""

import argparse
import sys
from pathlib import Path

from tests.broken.catalogue import CASES
from tests.broken.run import GOOD, run_all, table, warm


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="", help="cases whose name holds this")
    options.add_argument("--every", type=int, default=1, help="each nth alone")
    options.add_argument("--offset", type=int, default=0)
    options.add_argument("--show", action="store_true", help="show every report")
    options.add_argument("--report", type=Path, help="write every report to a file")
    chosen = options.parse_args()
    warm()
    cases = [case for case in CASES if chosen.only in case.name][chosen.offset :: chosen.every]
    outcomes = sorted(
        run_all(cases, chosen.seed), key=lambda each: [c.name for c in cases].index(each.case.name)
    )
    reports = []
    for each in outcomes:
        head = f"== {each.case.name}: {each.result} ({each.seconds:.1f} s) {each.why}"
        report = f"{head}\n{each.said[-1500:]}"
        reports.append(report)
        if chosen.show or each.result not in GOOD:
            print(report)
    if chosen.report:
        chosen.report.write_text("\n".join(reports), encoding="utf-8", errors="backslashreplace")
    print(table(outcomes))
    slowest = max(outcomes, key=lambda each: each.seconds)
    print(f"Slowest: {slowest.case.name}, {slowest.seconds:.1f} s.")
    return int(any(each.result not in GOOD for each in outcomes))


if __name__ == "__main__":
    sys.exit(main())
