"""What the kinds of pages have: a data file of records, and the roles that a phase tells of."""

from __future__ import annotations

# The three parties, who guides them, and who the work is for.
ROLES = ("elected", "management", "employees", "guide", "users")


# The kind of page -> the data file that holds its record.
DATA_OF_KIND = {
    "municipality": "municipalities",
    "publication": "publications",
    "phase": "phases",
    "tool": "tools",
}
