"""Changes that follow through: a page moves, and all that names it follows."""
