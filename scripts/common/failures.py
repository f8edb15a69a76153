"""The exception that stops a command with a message for the editor."""

from __future__ import annotations


class BuildFailed(Exception):
    """The build stopped; the message is for the editor."""
