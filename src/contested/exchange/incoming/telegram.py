"""A channel as Telegram Desktop exports it (result.json): one document a message; links, handles and payment details dropped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from contested.errors import InputError
from contested.exchange.incoming.record import Import, Remark, short_hash
from contested.exchange.incoming.texts import drop_contacts, told
from contested.reading.raw import Raw, Rendered

_DROPPED = frozenset({"link", "mention", "mention_name", "email", "phone", "bank_card", "bot_command", "cashtag"})


def is_telegram(data: Any) -> bool:
    """Is a JSON value a channel, or a whole export with chats?"""
    if not isinstance(data, dict):
        return False
    chats = data.get("chats")
    return isinstance(data.get("messages"), list) or (isinstance(chats, dict) and isinstance(chats.get("list"), list))


def read_telegram(data: Any, where: str) -> Import:
    """Give a document for each message with words; messages without are counted in a remark."""
    chats = data["chats"]["list"] if "chats" in data else [data]
    for chat in chats:
        yield from _chat(chat, where)


def _chat(chat: Any, where: str) -> Import:
    if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
        yield InputError("a chat has no list of messages", where=where, fix="Export the channel again as JSON.")
        return
    name = chat.get("name") or "channel"
    wordless = 0
    for message in chat["messages"]:
        words = drop_contacts("".join(_words(message.get("text")))) if isinstance(message, dict) and message.get("type") == "message" else ""
        if not words:
            wordless += 1
            continue
        yield told(*_document(str(name), str(chat.get("id", "")), message, words, where))
    if wordless:
        yield Remark(where, f"{wordless} messages of '{name}' have no words and were left away")


def _document(name: str, chat: str, message: dict[str, Any], words: str, where: str) -> tuple[Raw, Rendered]:
    number = message.get("id", "")
    ident = f"telegram-{chat or short_hash(name)}-{number}-{short_hash(words)}"
    raw = Raw(json.dumps(message, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass"), f"{where}: message {number}", ident, ident)
    return raw, Rendered(words, "application/vnd.telegram+json", publisher=name, published=_day(message.get("date")))


def _words(text: Any) -> Iterator[str]:
    """Give the words of a message: a string, or pieces of which links, handles and the like are left away."""
    if isinstance(text, str):
        yield text
    elif isinstance(text, list):
        for piece in text:
            if isinstance(piece, str):
                yield piece
            elif isinstance(piece, dict) and piece.get("type") not in _DROPPED:
                yield str(piece.get("text", ""))


def _day(words: Any) -> date | None:
    try:
        return date.fromisoformat(str(words)[:10])
    except ValueError:
        return None
