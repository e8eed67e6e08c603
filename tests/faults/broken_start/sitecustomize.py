"""Python runs this at its start: a child of an attack is broken as its parent is."""

import os
import sys
from pathlib import Path

if os.environ.get("FAULTS_BROKEN"):
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from tests.faults.breaking import BREAKS

    BREAKS[os.environ["FAULTS_BROKEN"]]()
