"""What a claim can be about, as data."""
