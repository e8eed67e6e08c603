"""The three forms filled as they are proposed, with values of every kind."""

from app.domain.word_form_guess import guessed_mapping
from app.word_forms.filling import fields_of, fill
from tests.word_forms import CONTROLS, TABLES, TAGGED, lines, rows

ACTIONS = rows(
    {"what": "Ring the school & ask “who else?” <b>", "who": "Me", "state": "done 14 Oct"},
    {"what": "Ask for a joint visit", "who": "Team manager", "state": "by 3 November 2026"},
    {"what": "Read the review", "who": "Me"},
    {"what": "Write to the father", "who": "Me", "state": "by 9 November 2026"},
)
VALUES = {
    "date": lines("Thursday 22 October 2026"),
    "supervisor": lines("Team manager"),
    "prepared_by": lines("Social worker, “J.” O'Neil 😀"),
    "kind": lines("Planned"),
    "actions": ACTIONS,
    "wants": rows({"help": "Decide", "what": "the Thursday visit"}, {"what": "Whether to close"}),
    "reflections": rows({"title": "A quiet visit", "what": "The door stayed shut."}),
    "themes": lines("silence (2) · endings"),
    "questions": lines("What did I not see?", "Who is missing?"),
    "disagreements": lines("I did not agree with the closing."),
    "capacity": lines("7 of 10."),
    "agreed": rows({"what": "Book the room", "who": "Me", "when": "1 November 2026"}),
    "next_date": lines("Thursday 19 November 2026"),
}
FORMS = [TAGGED, TABLES, CONTROLS]


def filled(path):
    """Fill a form as it is proposed."""
    data = path.read_bytes()
    mapping = guessed_mapping(fields_of(data))
    given = {key: VALUES[name.text()] for key, name in mapping.items()}
    return fill(data, given), given
