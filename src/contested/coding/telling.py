"""How a sentence tells an act: as news, pointing back to it, as part of a date, in somebody's words, or as a total."""

from __future__ import annotations

from collections.abc import Sequence

from contested.coding.restate import ANNOUNCED, VIOLENT, is_announced
from contested.coding.roles import Roles
from contested.coding.voices import covers
from contested.language.frames import frame_of
from contested.mentions.acts.table import ActTable
from contested.model.mentions import ActMention, AttributionMention, TimeMention
from contested.model.syntax import Sentence, Token
from contested.model.vocabulary import DatePrecision

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such", "its", "their", "his", "her", "same"})
_BEHIND = frozenset({"after", "following", "since", "because", "despite", "before", "over", "amid", "during", "due"})
_CAUSES = frozenset({"because", "result", "account", "wake", "aftermath", "consequence", "light", "view"})
_ABOUT = frozenset({"about", "from", "in", "for", "on", "at", "as"})
_THINGS = frozenset({"it", "them", "they", "this", "that", "these", "those", "one", "both", "which"})
_ITSELF = frozenset({"it", "this", "that", "which"})
_SEQUEL = frozenset({"then", "later", "afterwards", "subsequently", "meanwhile", "separately", "elsewhere", "another", "second", "third", "further", "next"})
_OPENING = 2
_PERHAPS = frozenset({"could", "may", "might"})
_CHARGING = frozenset({"conviction", "arrest", "designation", "sanction"})
_WHOEVER = frozenset({"those", "one", "ones", "anyone", "anybody", "everyone", "everybody", "whoever", "someone"})
_DYING = frozenset({"die", "succumb"})
_OF_THEM = frozenset({"whom", "them", "who"})
_CLAIMED = frozenset({"responsibility", "claim", "credit", "authorship"})
_QUOTES = frozenset({'"', "''", "``", "“", "”", "«", "»"})
_MANY, _HEADLINE, _NEVER = 5, 14, 10**6
_LONGEST = {DatePrecision.DAY: 5, DatePrecision.WEEK: 14, DatePrecision.MONTH: 62, DatePrecision.YEAR: 366}


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("18", "19", "20")


def _is_inside(act: ActMention, other: ActMention) -> bool:
    """Is a noun only a word of another act's phrase: "hostilities" in "the cessation of hostilities"?"""
    if act is other or act.start < other.start or other.end < act.end:
        return False
    return other.form != "noun" or other.end - other.start > act.end - act.start


class Telling:
    """Look at one sentence: the acts it names, its dates, and whose words it gives."""

    def __init__(
        self, sentence: Sentence, acts: Sequence[ActMention], times: Sequence[TimeMention], speech: Sequence[AttributionMention],
        roles: Roles, table: ActTable,
    ) -> None:
        self._sentence, self._acts, self._times = sentence, acts, times
        self._speech, self._roles, self._table = speech, roles, table

    def is_aside(self, act: ActMention) -> bool:
        """Is the act only part of a date ("two days after the attack"), or of a motive given in quotation marks?"""
        if any(t.start <= act.start and act.end <= t.end for t in self._times) or self._is_date_anchor(act):
            return True
        if act.form != "noun":
            return self._is_find_told_before(act) or self._is_forecast(act) or self._is_moment(act)
        if self._is_motive(act) or self._is_charge(act):
            return True
        if any(_is_inside(act, o) and o.refusal is None for o in self._acts):
            return True
        if any(o.action == "weapons_disrupted" and o.head == self._sentence.tokens[act.head].head for o in self._acts if o is not act):
            return True
        quotes = [t.start for t in self._sentence.tokens if t.text in _QUOTES]
        quoted = sum(q < act.start for q in quotes) % 2 == 1 and any(q > act.start for q in quotes)
        return quoted and any(o.refusal is None and o.head < act.head for o in self._acts)

    def _is_motive(self, act: ActMention) -> bool:
        """Is a death only what another act was to pay for: "fired rockets for the death of their leader"?"""
        token = self._sentence.tokens[act.head]
        above = self._sentence.tokens[token.head]
        if token.dep != "pobj" or above.lower != "for" or self._table.role_of(act) != "harm":
            return False
        return any(o.head == above.head and o.form == "active" and o.action in VIOLENT for o in self._acts)

    def _is_find_told_before(self, act: ActMention) -> bool:
        """Does a relative clause only tell where a weapon came from: "a shell that they had found"?"""
        token = self._sentence.tokens[act.head]
        return act.action == "weapons_disrupted" and token.dep == "relcl" and token.lemma in ("find", "discover", "locate")

    def _is_forecast(self, act: ActMention) -> bool:
        """Is a warning only about what could come: "the air force warned that another wave might follow"?"""
        if act.action != "threat" or self._sentence.tokens[act.head].lemma != "warn":
            return False
        below = (c for c in self._sentence.children[act.head] if self._sentence.tokens[c].dep == "ccomp")
        return any(self._sentence.tokens[k].lower in _PERHAPS and self._sentence.tokens[k].dep == "aux" for c in below for k in self._sentence.children[c])

    def _is_moment(self, act: ActMention) -> bool:
        """Does a departure only set the time of something else: "before the attackers left"?"""
        token = self._sentence.tokens[act.head]
        return act.action == "withdrawal" and token.dep == "advcl" and any(
            self._sentence.tokens[c].lower == "before" and self._sentence.tokens[c].dep == "mark" for c in self._sentence.children[act.head])

    def _is_charge(self, act: ActMention) -> bool:
        """Is an undated deed only what somebody was convicted or arrested for: "convicted of the murders at Kelda"?"""
        token = self._sentence.tokens[act.head]
        above = self._sentence.tokens[token.head]
        if token.dep != "pobj" or above.lower not in ("of", "for", "over") or any(t.first and t.start > act.end for t in self._times):
            return False
        return any(o.action in _CHARGING and o.head in self._sentence.ancestors(act.head) for o in self._acts)

    def _is_date_anchor(self, act: ActMention) -> bool:
        token = self._sentence.tokens[act.head]
        prep = self._sentence.tokens[token.head]
        if token.dep != "pobj" or prep.lower not in ("after", "before", "since", "following"):
            return False
        return any(t.end <= act.start and t.end >= prep.start - 2 for t in self._times)

    def is_spoken(self, act: ActMention) -> bool:
        """Does the sentence give the act in the words of a party?"""
        return any(covers(m, act.start, act.end) for m in self._speech)

    def is_outside_speech(self, act: ActMention, time: TimeMention) -> bool:
        """Does the date stand with the saying, not with what is said?"""
        voice = next((m for m in self._speech if covers(m, act.start, act.end)), None)
        return voice is not None and not covers(voice, time.start, time.end)

    def is_claimed(self, lead: ActMention) -> bool:
        """Is the act only the object of a claim ("claimed responsibility for the attack")?"""
        return any(self._sentence.tokens[i].lemma in _CLAIMED for i in self._sentence.ancestors(lead.head))

    def is_behind(self, lead: ActMention) -> bool:
        """Does a noun only set the time of something else ("after the attack")?"""
        token = self._sentence.tokens[lead.head]
        above = self._sentence.tokens[token.head]
        over = self._sentence.tokens[above.head]
        due = (above.lower == "to" and over.lower == "due") or (above.lower == "of" and over.lower in _CAUSES)
        return lead.form == "noun" and token.dep in ("pobj", "pcomp") and (above.lower in _BEHIND or due)

    def is_topic(self, lead: ActMention) -> bool:
        """Is a noun only the topic of something said, known or written ("a blog about the protests")?"""
        token = self._sentence.tokens[lead.head]
        above = self._sentence.tokens[token.head]
        return lead.form == "noun" and token.dep == "pobj" and above.lower in _ABOUT and self._sentence.tokens[above.head].pos in ("NOUN", "PROPN", "VERB")

    def is_sequel(self, lead: ActMention) -> bool:
        """Does "then", "later", "another" or "separately" tell that this is one more event?"""
        tokens = self._sentence.tokens
        near = {tokens[c].lower for c in self._sentence.children[lead.head]} | {t.lower for t in tokens[:2]}
        return bool(near & _SEQUEL)

    def stands_alone(self, lead: ActMention) -> bool:
        """Is a noun the news itself: a sentence without a verb, or a change that is announced?"""
        if lead.form != "noun":
            return False
        token = self._sentence.tokens[lead.head]
        finite = any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") for t in self._sentence.tokens)
        verbless = not finite and (token.dep == "ROOT" or lead.head <= _OPENING) and not self._has_article(lead)
        return verbless or self._is_news(lead) or (lead.action in ANNOUNCED and not self._has_article(lead) and is_announced(lead, self._sentence))

    def _has_article(self, lead: ActMention) -> bool:
        return any(self._sentence.tokens[c].lower in ("the", "this", "that") for c in self._sentence.children[lead.head])

    def _is_news(self, lead: ActMention) -> bool:
        """Does a main clause in the past bring up "an explosion", "an ambush"?"""
        token = self._sentence.tokens[lead.head]
        verb = self._sentence.tokens[token.head]
        indefinite = any(self._sentence.tokens[c].lower in ("a", "an", "two", "three", "several") for c in self._sentence.children[lead.head])
        return indefinite and token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and verb.dep == "ROOT" and verb.tag == "VBD" and self._table.role_of(lead) != "harm"

    def is_anaphoric(self, lead: ActMention, *, dated: bool) -> bool:
        """Does a noun with "the", "this", "same", or after "following", or a pronoun, only point back to an act?"""
        if lead.form != "noun":
            return self._is_of_pronoun(lead) or self._tells_who(lead)
        tokens = self._sentence.tokens
        below = [tokens[c] for c in self._sentence.children[lead.head] if tokens[c].dep in ("det", "poss", "amod")]
        words = {t.lower for t in below}
        if tokens[lead.head].dep == "attr" or any(t.tag == "JJS" for t in below) or "same" in words:
            return True
        return (bool(words & _DEFINITE) and not dated and not self._roles.parties(lead)[1]) or self.is_behind(lead)

    def is_harm_recalled(self, lead: ActMention) -> bool:
        """Does a noun with a possessive recall what befell somebody: "confirmed his death"?"""
        below = self._sentence.children[lead.head]
        return lead.form == "noun" and self._table.role_of(lead) == "harm" and any(self._sentence.tokens[c].tag == "PRP$" for c in below)

    def _is_of_pronoun(self, lead: ActMention) -> bool:
        """Does a verb speak of a thing only by a pronoun: "it went off early", "they had fired them"?"""
        tokens, frame = self._sentence.tokens, frame_of(self._sentence, lead.head)
        means = self._table.role_of(lead) == "means"
        things = frame.agents if means else frame.patients
        pronouns = [i for i in things if tokens[i].lower in (_THINGS if means else _ITSELF)]
        return bool(pronouns) and len(pronouns) == len(things) and not any(self._roles.actor_at(i) for i in pronouns)

    def is_later_fate(self, act: ActMention) -> bool:
        """Does a clause go on with the later death of one of the victims: "one of whom died on Friday"?"""
        token = self._sentence.tokens[act.head]
        if token.lemma.lower() not in _DYING or token.dep not in ("relcl", "advcl", "ccomp", "conj"):
            return False
        frame = frame_of(self._sentence, act.head)
        below = {self._sentence.tokens[k].lower for i in frame.agents for k in self._sentence.subtree(i)}
        near = {self._sentence.tokens[c].lower for c in self._sentence.children[act.head]}
        return bool(below & _OF_THEM) or bool(near & {"later", "subsequently", "hospital"})

    def _tells_who(self, lead: ActMention) -> bool:
        """Does a clause only tell or ask which people are meant: "those who had laid down their weapons", "who fired"?"""
        tokens = self._sentence.tokens
        token = tokens[lead.head]
        if token.dep == "relcl":
            return tokens[token.head].lower in _WHOEVER
        return token.dep == "ccomp" and any(tokens[c].lower == "who" and tokens[c].dep == "nsubj" for c in self._sentence.children[lead.head])

    def is_total(self, lead: ActMention, time: TimeMention | None, *, counted: bool) -> bool:
        """Does the sentence count many events together: "41 raids", or a toll "since March"?"""
        tokens = self._sentence.tokens
        if lead.form == "noun" and tokens[lead.head].tag == "NNS":
            numbers = [tokens[c] for c in self._sentence.children[lead.head] if tokens[c].dep == "nummod"]
            return any(self._counts_many(n) for n in numbers)
        if time is None or not (time.first and time.last and counted):
            return False
        if time.rule in ("so_far", "covered"):
            return True
        return (time.last - time.first).days >= _LONGEST.get(time.precision, _NEVER)

    def _counts_many(self, number: Token) -> bool:
        """Is it a number of many events, and no part of a date ("on 20 December two bombs went off")?"""
        digits = number.text.replace(",", "")
        dated = any(t.start <= number.start and number.end <= t.end for t in self._times)
        return digits.isdigit() and int(digits) >= _MANY and not _is_year(digits) and not dated

    def is_headline(self) -> bool:
        """Is the sentence as short as a headline, and says nobody said it?"""
        return len(self._sentence.tokens) <= _HEADLINE and not any(t.dep in ("ccomp",) for t in self._sentence.tokens)
