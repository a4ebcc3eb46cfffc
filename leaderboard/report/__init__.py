"""The report: a static site in which every figure is one click from its words."""
