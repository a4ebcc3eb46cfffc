"""Names in a speech: models, benchmarks, hardware and organisations, in their canonical form.

    book = load_names()
    names = find_names(book, speech, hits)  # hits of book.literals in speech.lower
    with_size(book, name, 7e9)  # "XGen" is "XGen-7B"

The lexicon (lexicon/*.toml) says what families there are and how their names are built, the
grammar reads the forms, the talk so far completes what is said in short.
"""

from extract.names.book import NameBook, load_names
from extract.names.discovery import Look
from extract.names.find import find_names
from extract.names.sizes import with_size
from extract.names.unlisted import find_unlisted

__all__ = ["Look", "NameBook", "find_names", "find_unlisted", "load_names", "with_size"]
