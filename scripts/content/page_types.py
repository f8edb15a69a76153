"""What the types of pages have: the roles that a phase tells of."""

from __future__ import annotations

# The three parties, who guides them, and who the work is for.
ROLES = ("elected", "management", "employees", "guide", "users")
