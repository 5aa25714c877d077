"""The tables of accounts and of their open sessions; of passwords and session keys only hashes are kept."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, Integer, String, Table, Text

from contested.store.schema import metadata

accounts = Table(
    "accounts", metadata,
    Column("name", String, primary_key=True),
    Column("folded", String, nullable=False, index=True, unique=True),
    Column("role", String, nullable=False),
    Column("password", Text, nullable=False),
    Column("temporary", Boolean, nullable=False),
    Column("made_at_utc", DateTime, nullable=False),
)  # fmt: skip

sign_ins = Table(
    "sign_ins", metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, index=True),
    Column("account", String, nullable=False, index=True),
    Column("opened_at_utc", DateTime, nullable=False),
    Column("seen_at_utc", DateTime, nullable=False),
    Column("browser", Text, nullable=False),
)  # fmt: skip
