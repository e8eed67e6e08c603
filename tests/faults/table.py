"""The table that is printed, and what is told below it."""

from collections import Counter

_HEADS = ("promise", "attack", "trials", "failures", "worst loss")
_REASONS = 5


def lines_of(attacks, results, *, is_broken=False):
    """Give the lines: one for each attack, then figures and the first reasons."""
    rows = [_HEADS, *(_cells(each, results[each.name]) for each in attacks)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        yield " | ".join(
            _set(cell, width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        if place == 0:
            yield "-+-".join("-" * width for width in widths)
    yield f"{sum(each.trials for each in results.values()):,} trials in all"
    yield from _figures(results)
    for each in attacks:
        yield from _reasons(each, results[each.name], is_broken=is_broken)


def _cells(attack, result):
    worst = "as it must" if attack.is_control and result.failures else result.worst
    told = f"{attack.says} [{attack.name}]"
    return attack.promise, told, f"{result.trials:,}", f"{len(result.failures):,}", worst


def _set(cell, width):
    is_number = cell.replace(",", "").isdigit()
    return cell.rjust(width) if is_number else cell.ljust(width)


def _figures(results):
    figures = Counter()
    for result in results.values():
        figures.update(result.figures)
    if figures:
        yield ""
        yield "what came of the trials:"
    for name in sorted(figures):
        yield f"  {figures[name]:>12,}  {name}"


def _reasons(attack, result, *, is_broken):
    if is_broken or attack.is_control:
        if not result.failures:
            yield f"NOT FOUND by {attack.name}: what was broken on purpose, or is unsafe"
        elif is_broken:
            yield f"found by {attack.name}: {result.failures[0]}"
        return
    for reason in result.failures[:_REASONS]:
        yield f"FAILED {attack.name}: {reason}"
