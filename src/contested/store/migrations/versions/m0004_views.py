"""Let views count by month, add figures up by policy, and search the words of documents."""

import sqlalchemy as sa
from alembic import op
from pydantic import TypeAdapter

from contested.model.documents import Block
from contested.model.events import Event
from contested.store.figures import figure_columns

revision = "0004"
down_revision = "0003"

_FIGURES = [f"{policy}_{end}" for policy in ("acled", "by_source", "independent_only", "ucdp") for end in ("low", "best", "high")]
_EVENTS = sa.table(
    "events", sa.column("document"), sa.column("id"), sa.column("date_start", sa.Date), sa.column("body", sa.JSON), sa.column("month", sa.Integer),
    *(sa.column(name, sa.Integer) for name in _FIGURES),
)
_DOCUMENTS = sa.table("documents", sa.column("id"), sa.column("text"), sa.column("rest", sa.JSON))
_BLOCKS = TypeAdapter(tuple[Block, ...])


def upgrade() -> None:
    """Add the months, the figures and the passages, and fill them from the events and documents as they are."""
    for column in ("month", *_FIGURES):
        op.add_column("events", sa.Column(column, sa.Integer))
    # A question that filters by one of these reads nearly every event: the indexes that hold all columns are quicker.
    for column in ("country", "action", "status"):
        op.drop_index(f"ix_events_{column}", "events")
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.String, nullable=False, index=True),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("past", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        _word_index()
    _fill_events()
    _fill_passages()
    op.create_index(
        "events_by_month", "events",
        ["month", "status", "reviewed", "date_start", "date_end", "country", "action", "confidence", "place", "document", "id", "killed",
         "latitude", "longitude", *_FIGURES],
    )


def _word_index() -> None:
    """Index the words of passages; triggers keep the index what the table is, whoever writes it."""
    op.execute("CREATE VIRTUAL TABLE passage_words USING fts5(words, content='passages', content_rowid='id', tokenize=\"unicode61 remove_diacritics 2\")")
    op.execute("CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN INSERT INTO passage_words(rowid, words) VALUES (new.id, new.words); END")
    op.execute(
        "CREATE TRIGGER passages_removed AFTER DELETE ON passages "
        "BEGIN INSERT INTO passage_words(passage_words, rowid, words) VALUES ('delete', old.id, old.words); END"
    )
    op.execute("CREATE TRIGGER passages_kept BEFORE UPDATE ON passages BEGIN SELECT RAISE(ABORT, 'passages are never changed'); END")


def _fill_events() -> None:
    bind = op.get_bind()
    start = _EVENTS.c.date_start
    bind.execute(sa.update(_EVENTS).where(start.is_not(None)).values(month=sa.extract("year", start) * 12 + sa.extract("month", start) - 1))
    for row in bind.execute(sa.select(_EVENTS.c.document, _EVENTS.c.id, _EVENTS.c.body)).all():
        made = {name: value for name, value in figure_columns(Event.model_validate(row.body)).items() if name in _FIGURES and value is not None}
        if made:
            bind.execute(sa.update(_EVENTS).where(_EVENTS.c.document == row.document, _EVENTS.c.id == row.id).values(**made))


def _fill_passages() -> None:
    bind = op.get_bind()
    passages = sa.table("passages", *(sa.column(name) for name in ("document", "first", "past", "words")))
    for row in bind.execute(sa.select(_DOCUMENTS.c.id, _DOCUMENTS.c.text, _DOCUMENTS.c.rest)).all():
        spans = [(b.start, b.end) for b in _BLOCKS.validate_python(row.rest.get("blocks", ()))] or [(0, len(row.text))]
        if made := [{"document": row.id, "first": s, "past": e, "words": row.text[s:e]} for s, e in spans if row.text[s:e].strip()]:
            bind.execute(sa.insert(passages), made)
