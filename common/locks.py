"""Taking turns in what rows alone can't lock: a record that is looked for and, not being there, made."""

import zlib

from django.db import connection


def one_at_a_time(what):
    """Wait until no other transaction holds this, and hold it to the end of the transaction.

    On SQLite every writing transaction is alone anyway (transaction_mode IMMEDIATE).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [zlib.crc32(what.encode())])
