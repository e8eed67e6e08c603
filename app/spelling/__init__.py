"""Which words are spelt as British English spells them, and which were probably meant."""
