"""The form that a reflection was written on, with a section for each of its records."""

from __future__ import annotations

from app.domain.form import FormDefinition
from app.domain.records import form_of
from app.domain.reflection import Reflection
from app.services.ports import Vault


def pinned_form(vault: Vault, reflection: Reflection) -> FormDefinition:
    """Give the version that the reflection pins; later versions never change it.

    Raises:
        NoSuchForm: this version was never kept.
    """
    form = vault.form(reflection.form_id, reflection.form_version)
    return form_of(form, reflection.answers)
