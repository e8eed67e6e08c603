"""Errors are sentences in British English, whatever the machine speaks."""

from datetime import date

from app.domain.errors import RetiredPassphrase


class _ForeignDay(date):
    """Formats as a machine would whose language is another."""

    def __format__(self, spec):
        return "octobre"


def test_the_month_is_english_on_a_machine_that_speaks_otherwise():
    assert "changed on 21 October 2026." in str(RetiredPassphrase(_ForeignDay(2026, 10, 21)))
