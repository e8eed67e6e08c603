"""What the services need for the registration year, named as a Protocol."""

from __future__ import annotations

from typing import Protocol

from app.domain.errors import FormError
from app.domain.framework import Framework
from app.domain.regulator import Regulator


class RegulatorShelf(Protocol):
    """The regulators' rules and the frameworks, as data."""

    def regulators(self) -> tuple[Regulator, ...]:
        """Give every regulator, in the order to show."""
        ...

    def frameworks(self) -> tuple[Framework, ...]:
        """Give every framework."""
        ...

    def problems(self) -> tuple[FormError, ...]:
        """Give what is wrong with the files that do not read."""
        ...
