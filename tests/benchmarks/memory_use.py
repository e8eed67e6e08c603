"""How much memory this process holds, from the system's own books."""

from pathlib import Path

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_KIB_PER_MIB = 1024
_FORGET_PEAK = "5"


def resident_mib():
    """Give what is in memory now and the peak since the start or since forget_peak()."""
    lines = _STATUS.read_text().splitlines()
    found = dict(line.split(":", 1) for line in lines if line.startswith(("VmRSS", "VmHWM")))
    now, peak = (int(found[name].split()[0]) / _KIB_PER_MIB for name in ("VmRSS", "VmHWM"))
    return now, peak


def forget_peak():
    """Begin a new peak."""
    _CLEAR.write_text(_FORGET_PEAK)
