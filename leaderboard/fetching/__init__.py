"""Fetching: the address of a feed in, the transcripts of its new episodes as files out."""

from leaderboard.fetching.fetch import Fetched, fetch
from leaderboard.fetching.web import Limits, Web

__all__ = ["Fetched", "Limits", "Web", "fetch"]
