"""The note that lies in every journal's folder: how to keep it, and how to open it without us."""

NAME = "READ ME.txt"

TEXT = """\
This folder is a journal made with Afterword. Everything written in it is encrypted.

KEEP THESE FILES TOGETHER
  journal.db       the writing
  keys.json        what your passphrase opens
  keys-copy.json   the same again, in case the first is damaged
  reserve.bin      room kept for your last words on a full disk; made anew if it is gone
  keys-next.json, journal-next.db   only there if making new recovery words was interrupted;
                   leave them, the next opening settles it
To keep a copy, close the journal and copy the whole folder. Do not change, rename or merge the
files. If both key files are lost, your 24 recovery words still open journal.db.
Without the passphrase and without the recovery words nobody can open it, nor can we.

IF IT IS DAMAGED
Keep this folder as it is. Afterword can check it ("afterword check"), put back a snapshot, and
bring everything that still reads into a new folder ("afterword salvage").

OPENING IT WITHOUT AFTERWORD, BY THE DECRYPTOR
decryptor.py is one short program that comes with Afterword and its source code, in app/vault.
Anybody who knows Python can read in it how the file is made.

1. Install Python 3.11 or newer, and then: pip install cryptography
2. Put decryptor.py and english.txt, the list of words beside it, into a folder of their own with a
   COPY of journal.db. Put keys.json there too if you still have it.
3. Run there: python decryptor.py journal.db plain.db
   It asks for the 24 recovery words. It skips damaged pages and says which they were.
4. Open plain.db with any program for SQLite, and read it as in step 4 below. It is plain text:
   anybody can read it, so delete it when you are done.

OPENING IT WITHOUT AFTERWORD, BY SQLCIPHER
You need the 24 recovery words and any program that has SQLCipher 4.

1. Turn the words into a key. Each word has a number from 0 to 2047: its place in the English word
   list of BIP-39, counted from 0. Write each number as 11 binary digits, one after the other:
   264 digits. The first 256 are the key; the last 8 are a checksum, the first 8 binary digits of
   the key's SHA-256. Write the key as 64 hexadecimal digits.
2. Take the salt: the first 16 bytes of journal.db as 32 hexadecimal digits. The same digits stand
   in keys.json under "dbsalt", should the beginning of journal.db be damaged.
3. Open a COPY of journal.db and give, before anything else, the key and the salt in one:

   PRAGMA key = "x'<64 digits of the key><32 digits of the salt>'";

   All other settings are those of SQLCipher 4: pages of 4096 bytes, AES-256-CBC, HMAC-SHA512.
4. Read it:

   SELECT reflection.begun_at, reflection.title, answer.prompt, answer.value
     FROM reflection JOIN answer ON answer.reflection = reflection.id
     ORDER BY reflection.begun_at, answer.position;

   answer.value is JSON. The wording of the prompts is in form.definition, JSON too.
   revision.content holds the earlier versions of a reflection as JSON, compressed with zlib.
   A file kept with a reflection is a row in evidence; join evidence_part.content of its id in the
   order of position. The answer that has its uid gives its name.
   Moments are in UTC.
"""
