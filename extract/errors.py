"""The one kind of error that this project raises for what a user can mend."""


class TallycastError(Exception):
    """Says in one line what went wrong and where; the command line prints it as it is."""
