"""Reflections turned into documents whose words are finished; renderers only place them."""
