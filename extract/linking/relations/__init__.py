"""Relative statements: "twice as expensive as GPT-4", with no value of their own."""
