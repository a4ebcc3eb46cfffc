"""Speeches for tests, made from plain words."""

from extract.records import Speech


def speech_of(text: str) -> Speech:
    """Returns a speech in which every offset is that of `text`."""
    return Speech(text=text, lower=text.lower(), pieces=(0,), origins=(0,))
