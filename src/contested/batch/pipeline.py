"""One document from text to coding: the stages in their order, with the tables and models they need."""

from __future__ import annotations

