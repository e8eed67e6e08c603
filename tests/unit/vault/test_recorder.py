"""The rows of a growing reflection are the same as if each were made anew."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.answer import Answer, Prose
from app.domain.sharing import Sharing
from app.vault import recorder
from app.vault.recorder import Recorder
from app.vault.reflection_record import record_of
from tests.unit.vault.samples import a_reflection, every_kind

KEYS = sorted(every_kind())
CHANGES = st.lists(st.tuples(st.sampled_from(KEYS), st.text(), st.sampled_from(Sharing)))


@given(CHANGES)
def test_a_growing_reflection_has_the_rows_it_would_have_if_it_were_new(changes):
    made = Recorder()
    reflection = a_reflection(answers=every_kind())
    for key, text, sharing in changes:
        reflection = reflection.with_answer(key, Answer(Prose(text), sharing))
        assert made.record_of(reflection) == record_of(reflection)
    other = a_reflection("r2", answers={KEYS[0]: Answer(Prose("Another reflection."))})
    assert made.record_of(other) == record_of(other)


def test_only_the_answer_that_changed_is_made_anew(monkeypatch):
    made, seen = Recorder(), []
    reflection = a_reflection(answers=every_kind())
    made.record_of(reflection)
    row = recorder.answer_row

    def noted(key, answer):
        seen.append(key)
        return row(key, answer)

    monkeypatch.setattr(recorder, "answer_row", noted)
    made.record_of(reflection.with_answer(KEYS[1], Answer(Prose("One word."))))
    assert seen == [KEYS[1]]
    made.forget()
    made.record_of(reflection)
    assert sorted(seen) == sorted([KEYS[1], *KEYS])
