"""Runs one command of the command line; whatever happens ends in a sentence and an exit code."""

from __future__ import annotations

from collections.abc import Sequence

from app.cli.arguments import parser
from app.cli.commands import DONE, FAILED, Commands, Doors
from app.cli.printing import forget_output, prepare_output, tell_trouble
from app.domain.errors import AppError
from app.services.workshop import Workshop


def run(arguments: Sequence[str], workshop: Workshop, doors: Doors) -> int:
    """Run a command; give the exit code. What went wrong is one sentence on standard error."""
    prepare_output()
    try:
        return Commands(workshop, doors, parser().options_from(arguments)).dispatch()
    except AppError as error:
        tell_trouble(str(error))
    except KeyboardInterrupt:
        tell_trouble("Stopped.")
    except BrokenPipeError:
        # The reader of a pipe has seen enough, as with `| head`.
        forget_output()
        return DONE
    except OSError as error:
        forget_output()
        tell_trouble(f"Not done: the system said “{error.strerror or type(error).__name__}”.")
    except Exception as error:
        # The last net: a traceback could hold what a person wrote, so only the kind is told.
        tell_trouble(
            f"Something went wrong that was not foreseen ({type(error).__name__}). "
            "What was saved before is safe."
        )
    return FAILED
