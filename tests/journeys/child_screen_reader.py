"""What a screen reader learns of a window, over AT-SPI: run by the system's own Python.

Prints a JSON list of everything that is on show in the process with this id: depth, role, name,
description, states that matter. It imports nothing of ours.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version must be said first

_STATES = {
    Atspi.StateType.FOCUSABLE: "focusable",
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.EDITABLE: "editable",
    Atspi.StateType.SHOWING: "showing",
    Atspi.StateType.ENABLED: "enabled",
}


def main(process_id):
    Atspi.init()
    program = _program(process_id)
    seen = []
    if program is not None:
        _walk(program, 0, seen)
    print(json.dumps(seen))
    return 0 if seen else 1


def _program(process_id):
    for _ in range(50):
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            each = desktop.get_child_at_index(place)
            if each is not None and each.get_process_id() == process_id:
                return each
        time.sleep(0.2)
    return None


def _walk(node, depth, seen):
    found = node.get_state_set()
    states = [word for state, word in _STATES.items() if found.contains(state)]
    seen.append(
        {
            "depth": depth,
            "role": node.get_role_name(),
            "name": node.get_name(),
            "description": node.get_description(),
            "states": states,
        }
    )
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and (depth == 0 or _is_showing(child)):
            _walk(child, depth + 1, seen)


def _is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
