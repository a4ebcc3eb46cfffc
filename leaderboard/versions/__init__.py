"""Versions: made, read, compared, verified, forgotten from and copied."""
