"""Linking: quantities, names and cues in, claims out."""
