"""Runs a command so that whatever happens ends in one line and the right exit code.

0: done. 1: the work failed. 2: wrong use. 3: done, but some transcripts were skipped.
130: interrupted.
"""
# ruff: noqa: PLC0415  extract is not imported before a command needs it: it takes its time

import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from leaderboard.logs import configure

SOME_SKIPPED = 3


def run(command: click.Command) -> None:
    """Runs `command` with the arguments of this process and ends the process."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    _listen_for_interrupts()
    if f"_{command.name}_complete".upper() in os.environ:
        command.main()  # a shell asks how a word may go on
    sys.exit(exit_code(command))


def _open_closed_streams() -> None:
    """Gives a stream that the caller has closed (>&-) a place that takes all and holds nothing."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def exit_code(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Runs `command` and returns the exit code; says on standard error what went wrong.

    Args:
        command: a command or group.
        arguments: those of this process where None are given.
    """
    configure(command.name or "")
    try:
        # Not command.main(): it ends the process with 1 when a reader closes the pipe.
        given = sys.argv[1:] if arguments is None else [*arguments]
        with command.make_context(command.name, given) as context:
            code = command.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as helped:
        helped.show()
        return helped.exit_code
    except BrokenPipeError:
        # Who read the output has enough of it. What is left unwritten must not be tried again
        # when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (Exception, KeyboardInterrupt) as error:
        if _Interrupt.received and not isinstance(error, KeyboardInterrupt):
            error = KeyboardInterrupt()  # some libraries make other errors of it
        if not _is_told(error):
            raise
        logging.getLogger(__name__).error("%s", _message(error, command))
        return _code(error)
    return code if isinstance(code, int) else 0


class _Interrupt:
    """Whether Ctrl-C was pressed."""

    received = False


def _listen_for_interrupts() -> None:
    """Makes Ctrl-C end the work once, wherever it is, and a second one end the process."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        if _Interrupt.received:
            os._exit(130)
        _Interrupt.received = True
        raise KeyboardInterrupt

    def unraisable(raised: "sys.UnraisableHookArgs") -> None:
        if not isinstance(raised.exc_value, KeyboardInterrupt):
            sys.__unraisablehook__(raised)
            return
        # It was swallowed by whatever destructor was running: once more.
        _Interrupt.received = False
        signal.raise_signal(signal.SIGINT)

    signal.signal(signal.SIGINT, interrupt)
    sys.unraisablehook = unraisable


def _is_told(error: BaseException) -> bool:
    """Says whether one line tells it; what remains is a mistake in this program."""
    if isinstance(error, click.ClickException | OSError | click.Abort | KeyboardInterrupt):
        return True
    from extract.errors import TallycastError

    return isinstance(error, TallycastError)


def _message(error: BaseException, command: click.Command) -> str:
    if isinstance(error, click.UsageError):
        path = error.ctx.command_path if error.ctx else command.name
        return f"{error.format_message()} (see {path} --help)"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return "interrupted"
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    return str(error)


def _code(error: BaseException) -> int:
    if isinstance(error, click.Abort | KeyboardInterrupt):
        return 130
    return error.exit_code if isinstance(error, click.ClickException) else 1
