"""The licence of the content; that of the code is in LICENSE."""

NAME = "CC BY 4.0"
URL = "https://creativecommons.org/licenses/by/4.0/"
