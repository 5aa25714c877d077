"""Run by Alembic: apply the changes on the connection that the store hands over, in its transaction."""

import sqlalchemy as sa
from alembic import context

_OTHER_ORDER = """
SELECT table_name, column_name, format_type(a.atttypid, a.atttypmod) AS kind
FROM information_schema.columns c
JOIN pg_attribute a ON a.attrelid = format('%I.%I', c.table_schema, c.table_name)::regclass AND a.attname = c.column_name
WHERE c.table_schema = current_schema() AND c.data_type IN ('text', 'character varying') AND c.collation_name IS NULL
ORDER BY table_name, column_name
"""


def _order_by_characters(connection: sa.Connection) -> None:
    """Let PostgreSQL sort words as SQLite does, whatever language its server speaks: the same store, the same order."""
    for table, column, kind in connection.execute(sa.text(_OTHER_ORDER)).all():
        connection.execute(sa.text(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"'))


def _apply(connection: sa.Connection) -> None:
    context.configure(connection=connection, transactional_ddl=True)
    context.run_migrations()
    if connection.dialect.name == "postgresql":
        _order_by_characters(connection)


_apply(context.config.attributes["connection"])
