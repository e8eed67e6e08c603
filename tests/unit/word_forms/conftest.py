import pytest

from app.word_forms.filling import fields_of, fill
from tests import word_documents
from tests.word_forms import text_of


@pytest.fixture
def form(tmp_path):
    """Make a form of the XML of its body, and of further parts."""

    def made(body, **parts):
        return word_documents.a_document(tmp_path, body, **parts).read_bytes()

    return made


@pytest.fixture
def filled():
    """Fill a form by the labels of its fields; give its text and what did not fit."""

    def done(data, **by_label):
        fields = {field.label: field.key for field in fields_of(data)}
        values = {fields[label.replace("__", " ")]: value for label, value in by_label.items()}
        result = fill(data, values)
        return text_of(result.data), result.misfits

    return done
