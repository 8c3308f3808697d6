"""The database: schema, migrations, queries. Called by `handlers` and `bot`; knows none of the engines above it.

Everything that names or quotes somebody arrives here already sealed (`bytes`) or as a keyed hash (`str`): this package
never sees a name, a handle, a link or a text in the clear, so that neither the file nor a backup holds one.

To add a table: 1. declare it in `schema.py`; 2. `headsup db revision` writes the migration; 3. if it holds personal
data, name it in `personal.py`, which a test walks for export and erasure.
"""

from storage.database import Database, DatabaseError

__all__ = ["Database", "DatabaseError"]
