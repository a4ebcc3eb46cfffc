"""Numbers: text in, quantities out; words, units and qualifiers are data beside the code."""

from extract.numbers.quantities import Reading, find_quantities, read_quantities

__all__ = ["Reading", "find_quantities", "read_quantities"]
