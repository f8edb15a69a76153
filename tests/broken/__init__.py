"""A project broken in many ways, and what `make check` says (`make broken`)."""
