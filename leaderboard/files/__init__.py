"""How rows become files, and files appear whole."""
