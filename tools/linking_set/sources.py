"""The sources: how a wire, a monitor, an army, a group, an aid brief, a local paper and a weekly digest tell one incident."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wording import long_day, number_words, people, pick, sentence, told

Row = Mapping[str, str]
Wordings = Mapping[tuple[str, str], str]
AGENCIES = ("Meridian News Agency", "Continental Press", "Harbour Wire")
MONITORS = ("Conflict Watch Network", "Centre for Civilian Harm", "Open Casualty Register")


@dataclass(frozen=True)
class Telling:
    """What one source says of an incident: its words (whole text, and the sentence that tells it) and its values."""

    key: str
    style: str
    publisher: str
    published: date
    text: str
    quote: str
    action: str
    day: date
    place: str
    perpetrator: str | None
    killed: int
    speaker: str | None
    wounded: int
    claims: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Version:
    """The version of the facts that a source holds."""

    day: date
    place: str
    killed: int
    author: str
    action: str


def _lead(row: Row, w: Wordings, v: Version, form: str, *, spelled: bool) -> str:
    values = {"P": v.author, "T": v.place, "V": people(v.killed, row["victims"], spelled=spelled)}
    return told(row, w, v.action, form, values)


def _wounded(row: Row, *, spelled: bool) -> tuple[int, str]:
    number = int(row["wounded"])
    if not number:
        return 0, ""
    return number, f" {sentence(number_words(number, spelled=spelled))} other{'s were' if number > 1 else ' person was'} wounded."


def _base(row: Row, style: str, publisher: str, v: Version, days_later: int, *, form: str) -> Telling:
    named = v.author if form != "noun" else None
    return Telling(row["key"], style, publisher, v.day + timedelta(days=days_later), "", "", v.action, v.day, v.place, named, v.killed, None, 0)


def wire(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """An agency's story of the day after, with a date line."""
    form, agency = pick(chance, "active", "passive"), AGENCIES[chance.randrange(len(AGENCIES))]
    base = _base(row, "wire", agency, v, 1, form=form)
    number, wounded = _wounded(row, spelled=True)
    lead = sentence(f"{_lead(row, w, v, form, spelled=True)} on {v.day:%A}, {pick(chance, 'officials', 'witnesses', 'security sources')} said.")
    rest, claims = _stance(row, v)
    line = f"{v.place.upper()}, {row['land']}, {base.published:%B} {base.published.day}, {base.published.year} ({agency}) - "
    return replace(base, text=line + lead + wounded + rest, quote=lead, wounded=number, claims=claims)


def _stance(row: Row, v: Version) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    if row["stance"] == "claims":
        return f" The {v.author} claimed responsibility for the attack.", ((v.author, "claims", "responsibility"),)
    if row["stance"] == "denies":
        return f" The {v.author} denied any part in it.", ((v.author, "denies", "responsibility"),)
    return " There was no claim of responsibility.", ()


def monitor(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """A register of harm: full date, province, sober words."""
    form, name = pick(chance, "active", "passive"), MONITORS[chance.randrange(len(MONITORS))]
    base = _base(row, "monitor", name, v, chance.randrange(2, 9), form=form)
    number, wounded = _wounded(row, spelled=False)
    lead = f"On {long_day(v.day)}, {_lead(row, w, v, form, spelled=False)}."
    tail = f" {pick(chance, 'The place lies in', 'It is in')} {row['admin1']}, {row['land']}. The entry rests on two sources."
    return replace(base, text=lead + wounded + tail, quote=lead, wounded=number)


def official(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """The authority's side: a low toll in reported speech."""
    speaker = row["target"] if row["target"][0].isupper() else pick(chance, "police", "the governor", "the interior ministry")
    named = f"the {speaker}" if speaker[0].isupper() else speaker
    base = _base(row, "official", f"State Radio {row['land']}", v, 1, form="passive")
    lead = f"{sentence(named)} said that {_lead(row, w, v, 'passive', spelled=True)} on {v.day.day} {v.day:%B}."
    tail = pick(chance, " An inquiry was opened.", " The area was sealed off.", " It gave no further details.")
    return replace(base, text=f"{row['land']}, {long_day(base.published)}. " + lead + tail, quote=lead, speaker=speaker)


def statement(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """The group's own message, with a high toll."""
    killed = int(row["rival"])
    own = replace(v, killed=killed, author=row["perpetrator"])
    base = _base(row, "statement", f"{row['short']} media office", own, 1, form="active")
    lead = f"The {row['perpetrator']} ({row['short']}) said that its men {_own_deed(own.action, row['scene'])} {'near' if own.action in ('ambush', 'mine_explosion') else 'in'} {v.place} on {long_day(v.day)} and killed {people(killed, row['victims'], spelled=False)}."
    return replace(base, text=lead + pick(chance, " It vowed more.", " It warned people to keep away from bases."), quote=lead, speaker=row["perpetrator"],
                   claims=((row["perpetrator"], "claims", "event"),))  # fmt: skip


def _own_deed(action: str, scene: str) -> str:
    verbs = {"ambush": "ambushed", "bombing": "bombed", "mine_explosion": "blew up", "suicide_bombing": "bombed", "shelling": "shelled",
             "grenade_attack": "threw grenades at", "assassination": "attacked", "shooting": "opened fire on"}  # fmt: skip
    return f"{verbs.get(action, 'attacked')} {scene}"


def brief(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """A line of an aid agency's daily brief: no author."""
    base = _base(row, "brief", "Humanitarian Access Cell", v, 2, form="noun")
    number, wounded = _wounded(row, spelled=False)
    lead = sentence(f"{_lead(row, w, v, 'noun', spelled=False)} on {v.day.day} {v.day:%B}.")
    head = f"DAILY BRIEF, {long_day(base.published)}\n\n{row['admin1'].upper()}\n- "
    return replace(base, text=head + lead + wounded, quote=lead, wounded=number)


def local(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """A local paper: another spelling, residents, a toll of its own."""
    form = pick(chance, "active", "noun")
    base = _base(row, "local", f"{row['admin1']} Courier", v, 1, form=form)
    when = pick(chance, f"on {v.day:%A}", "yesterday", f"on {v.day:%B} {v.day.day}")
    lead = sentence(f"{_lead(row, w, v, form, spelled=True)} {when}.")
    tail = f" {pick(chance, 'Residents', 'A nurse', 'An elder')} spoke of screams and smoke. Shops stayed closed."
    return replace(base, text=f"{row['admin1']} Courier, {long_day(base.published)}\n\n" + lead + tail, quote=lead)


def digest(row: Row, w: Wordings, v: Version, chance: random.Random) -> Telling:
    """One item of a weekly digest; the items of a week and country become one document."""
    base = _base(row, "digest", f"{row['land']} Weekly Digest", v, 7, form="active")
    lead = f"On {v.day.day} {v.day:%B}, {_lead(row, w, v, 'active', spelled=False)}."
    return replace(base, text=lead, quote=lead)


STYLES: dict[str, Callable[[Row, Wordings, Version, random.Random], Telling]] = {
    "wire": wire, "monitor": monitor, "official": official, "statement": statement, "brief": brief, "local": local, "digest": digest,
}  # fmt: skip
