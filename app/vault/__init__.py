"""The only folder that knows SQL, keys and the files of a journal."""
