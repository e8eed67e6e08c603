"""Durations, and the table's rows made of them."""

import statistics
import time
from dataclasses import dataclass

WITHIN, OVER = "within", "over"
FRAME_MS = 16


@dataclass(frozen=True)
class Row:
    """One line of the table, in finished words."""

    what: str
    floor: str
    ours: str
    ratio: str
    held_to: str
    verdict: str


@dataclass(frozen=True)
class Samples:
    """Durations in milliseconds."""

    each: tuple[float, ...]

    @property
    def median(self):
        return statistics.median(self.each)

    @property
    def p95(self):
        ordered = sorted(self.each)
        return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def timed(work):
    """Run work; give its result and how many milliseconds it took."""
    started = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - started) * 1000


def alternating(floor, ours, rounds):
    """Time two pieces of work turn by turn, so that both meet the same computer.

    Each is called with the number of the round; every other round the second goes first.
    """
    taken = {floor: [], ours: []}
    for number in range(rounds):
        for work in (floor, ours) if number % 2 else (ours, floor):
            taken[work].append(timed(lambda work=work, number=number: work(number))[1])
    return Samples(tuple(taken[floor])), Samples(tuple(taken[ours]))


def by_ratio(what, floor, ours, most, *, unit="ms", longest=None):
    """Hold a value to a multiple of its floor and, where given, to a length of its own."""
    is_within = ours <= most * floor and (longest is None or ours <= longest)
    held_to = f"≤ {most:g} ×" + ("" if longest is None else f", ≤ {longest:g} {unit}")
    ratio = f"{ours / floor:.2f} ×"
    return Row(what, _value(floor, unit), _value(ours, unit), ratio, held_to, _verdict(is_within))


def by_addition(what, floor, ours, most_more):
    """Hold a duration to its floor plus a little."""
    ratio = f"{ours - floor:+.0f} ms"
    verdict = _verdict(ours <= floor + most_more)
    return Row(
        what, _value(floor, "ms"), _value(ours, "ms"), ratio, f"≤ + {most_more:g} ms", verdict
    )


def by_limit(what, ours, longest, *, floor=None):
    """Hold a duration to a length of its own; a floor is only shown."""
    floor_words = "" if floor is None else _value(floor, "ms")
    return Row(
        what, floor_words, _value(ours, "ms"), "", f"≤ {longest:g} ms", _verdict(ours <= longest)
    )


def only_told(what, ours, unit):
    """Tell a value that is held to nothing."""
    return Row(what, "", _value(ours, unit), "", "", "")


def table_lines(rows):
    """Give the table as aligned lines."""
    heads = Row("what", "floor in the same run", "ours", "ratio", "held to", "verdict")
    cells = [tuple(vars(row).values()) for row in (heads, *rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    lines = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in cells]
    return [lines[0], "  ".join("─" * width for width in widths), *lines[1:]]


def _value(value, unit):
    return f"{value:.1f} {unit}" if value < 100 else f"{value:,.0f} {unit}"


def _verdict(is_within):
    return WITHIN if is_within else OVER
