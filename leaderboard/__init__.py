"""Facts in, versions and exports out; and the command line."""
