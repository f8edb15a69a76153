"""The licence of what editors write; that of the code stands in LICENSE."""

NAME = "CC BY 4.0"
URL = "https://creativecommons.org/licenses/by/4.0/"
