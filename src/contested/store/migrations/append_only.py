"""Let nobody change or remove the rows of a table: the record only grows. Used by the changes of the tables.

``contested expunge`` alone may, within one transaction: it takes SQLite's triggers away and puts them back, and names
itself to PostgreSQL's.
"""

from alembic import op

EXPUNGING = "contested.expunging"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION contested_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('{EXPUNGING}', true), '') <> 'on' THEN
    RAISE EXCEPTION USING MESSAGE = TG_ARGV[0], ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$
"""


def guard(table: str, message: str) -> None:
    """Refuse to update or delete rows of a table, with this message."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, '{message}'); END")
        return
    op.execute(_FUNCTION)
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION contested_append_only('{message}')"
    )
