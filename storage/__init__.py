"""The database: schema, migrations, queries. Called by `handlers` and `bot`; knows none of the engines above it.

Everything that names or quotes somebody arrives here already sealed (`bytes`) or as a keyed hash (`str`): this package
never sees a name, a handle, a link or a text in the clear, so that neither the file nor a backup holds one.

To add a table: 1. declare it in `schema.py`; 2. add a migration to `migrations/versions` (tests hold it against
the schema and upgrade every older one, with data in it); 3. name it in `personal.py`, which a test walks for export and
erasure; 4. if its rows are of no use after a restoration, name it in `backup.py`.
"""

from storage.database import Database, DatabaseError, is_in_trouble
from storage.inserting import insert_if_new

__all__ = ["Database", "DatabaseError", "insert_if_new", "is_in_trouble"]
