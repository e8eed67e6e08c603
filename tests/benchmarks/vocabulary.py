"""Seeded English-like prose: the sample journal's and invented words, as often as Zipf says."""

import itertools
import re
import tomllib
from collections import Counter

from app.assets import resource

_SIZE = 6000
# In running text the commonest words are less common than 1/rank alone would have them.
_ZIPF_SHIFT = 2.7
_BEGINNINGS = ("b", "br", "c", "d", "f", "g", "h", "l", "m", "n", "p", "pr", "r", "s", "st", "t")
_MIDDLES = ("a", "ai", "e", "ea", "i", "o", "oo", "ou", "u")
_ENDS = ("", "ck", "d", "l", "ll", "n", "nd", "ng", "r", "rm", "s", "st", "t")


class Vocabulary:
    """Words with their weights; each call of prose() goes on with the given randomness."""

    def __init__(self, random):
        self.words = list(_sample_words())
        known = set(self.words)
        while len(self.words) < _SIZE:
            word = _invented(random)
            if word not in known:
                known.add(word)
                self.words.append(word)
        weights = (1 / (rank + _ZIPF_SHIFT) for rank in range(_SIZE))
        self._cumulated = list(itertools.accumulate(weights))

    def prose(self, random, count):
        """Write sentences of about this many words in all."""
        words = random.choices(self.words, cum_weights=self._cumulated, k=max(count, 3))
        sentences = []
        start = 0
        while start < len(words):
            length = random.randint(6, 18)
            sentence = " ".join(words[start : start + length])
            comma = " " if length < 10 else ", "
            first, _, rest = sentence.partition(" ")
            sentences.append(f"{first.capitalize()}{comma if rest else ''}{rest}.")
            start += length
        paragraphs = (" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))
        return "\n\n".join(paragraphs)

    def line(self, random, count):
        """Write a few words without a full stop."""
        words = random.choices(self.words, cum_weights=self._cumulated, k=count)
        return " ".join(words).capitalize()


def _sample_words():
    """Give the words of the sample journal, the most used first."""
    counted = Counter()
    for file in sorted(resource("sample", "journal").glob("*.toml")):
        answers = tomllib.loads(file.read_text(encoding="utf-8"))["answers"]
        counted.update(_words(" ".join(_texts(answers))))
    return [word for word, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]


def _words(text):
    # With the typographic apostrophe, so that not every text is plain ASCII.
    return (word.strip("’") for word in re.findall("[a-z][a-z’]*", text.lower()))


def _texts(plain):
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        yield from _texts(list(plain.values()))
    elif isinstance(plain, list):
        for each in plain:
            yield from _texts(each)


def _invented(random):
    syllables = random.choices((1, 2, 3), weights=(2, 5, 3))[0]
    return "".join(
        random.choice(_BEGINNINGS) + random.choice(_MIDDLES) + random.choice(_ENDS)
        for _ in range(syllables)
    )
