"""Bytes -> characters: UTF-8, UTF-16, Windows-1252 for English text, what charset-normalizer finds, or a refusal."""

from __future__ import annotations

import codecs
import unicodedata

from contested.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE = 65_536
_PUNCTUATION = frozenset("“”‘’–—…•«»°£€§©®™´·½¼¾±×¿¡ \u00ad\u00b2\u00b3‚„†‡‰‹›")
_FIX = "Save it as UTF-8."


def decode(data: bytes, where: str, said: str | None = None) -> str:
    """Decode text, unchanged but for a byte order mark.

    Args:    said: the encoding that the source names (an HTTP header); tried after UTF-8.
    Raises:  InputError: the bytes are no text, or their encoding cannot be told.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _decode_or_refuse(data, codec, where)
    if utf16 := _utf16_without_mark(data):
        return _decode_or_refuse(data, utf16, where)
    if is_binary(data):
        raise InputError("it is a binary file, not text", where=where, fix="Give text, HTML, PDF, DOCX or JSON lines.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as err:
        return _decode_other(data, where, said, err)


def is_binary(data: bytes) -> bool:
    """Do control characters say that the bytes are no text in an 8-bit encoding?"""
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes([c])) for c in (*range(1, 9), *range(14, 27), *range(28, 32), 127))
    return b"\0" in data or controls > len(sample) / 100


def _utf16_without_mark(data: bytes) -> str | None:
    """Do NUL bytes fill every second place, as they do where Latin letters are written in UTF-16?"""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) / 2
    if half < 2 or len(data) % 2:
        return None
    low, high = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    if low > 0.7 and high < 0.1:
        return "utf-16-le"
    return "utf-16-be" if high > 0.7 and low < 0.1 else None


def _decode_or_refuse(data: bytes, codec: str, where: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as err:
        raise InputError(f"it begins as {codec} but byte {err.start + 1} is not", where=where, fix=_FIX) from err


def _decode_other(data: bytes, where: str, said: str | None, err: UnicodeDecodeError) -> str:
    """Decode what is not UTF-8."""
    good = sum(c > "\x7f" and c != "\ufffd" for c in data.decode("utf-8", errors="replace"))
    bad = data.decode("utf-8", errors="replace").count("\ufffd")
    if good > 4 * bad:
        line = data.count(b"\n", 0, err.start) + 1
        raise InputError("it is UTF-8 with damaged bytes", where=f"{where}:{line}", fix="Repair that line, or save the file as UTF-8.") from err
    for codec in (said, "cp1252", _detected(data)):
        text = _try_codec(data, codec)
        if text is not None and (codec != "cp1252" or _reads_as_western(text)):
            return text
    raise InputError("its encoding cannot be told", where=where, fix=_FIX) from err


def _try_codec(data: bytes, codec: str | None) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except (UnicodeDecodeError, LookupError):
        return None


def _reads_as_western(text: str) -> bool:
    """Are the few characters beyond ASCII Latin letters inside words, or punctuation?"""
    foreign = [i for i, c in enumerate(text) if c > "\x7f"]
    odd = sum(not (text[i] in _PUNCTUATION or _is_plausible_letter(text, i)) for i in foreign)
    return len(foreign) < 0.15 * len(text) and 20 * odd <= len(foreign)


def _is_plausible_letter(text: str, i: int) -> bool:
    if not unicodedata.name(text[i], "").startswith("LATIN"):
        return False
    return not (text[i].isupper() and i and text[i - 1].islower())


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else None
