"""The pages of the report: a module for each sort, each with a function `pages`."""
