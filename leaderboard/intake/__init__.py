"""Intake: transcripts found, read where they are new or changed, and stored."""
