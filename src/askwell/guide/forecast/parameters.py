"""What a forecast takes as given: each parameter with its range, where it is from, and how far that may be trusted.

The ranges are those of evidence.md section 6. `Grade` follows its grades: X is computed from peer-reviewed or official
data, B comes from industry. Whatever rests on less (graded C or D there, or kept in memory) is an assumption, and
is never shown as anything else.
"""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How far a parameter may be trusted."""

    COMPUTED = "X"
    INDUSTRY = "B"
    ASSUMED = "assumption"


@dataclass(frozen=True, slots=True)
class Range:
    """A parameter: the likeliest value, with nine in ten between `low` and `high`; `what` and `source` in words.

    `refs` are rows of evidence.md.
    """

    low: float
    likely: float
    high: float
    grade: Grade
    what: str
    source: str
    refs: str = ""

    @property
    def spread(self) -> float:
        """The standard deviation of a distribution nine tenths of which lie between `low` and `high`."""
        return (self.high - self.low) / 3.29

    @property
    def assumed(self) -> bool:
        return self.grade is Grade.ASSUMED


LAB = "no field trial compared ways to ask; a reading of studies on asking", "2.1 to 2.5, 2.7"
PARTIAL = "a reading of several partial sources", "1.25, 1.30, 1.35"

# How much somebody does in a week.
ASKS_WAITING = Range(
    1,
    2,
    3,
    Grade.INDUSTRY,
    "people asked a week while mostly waiting",
    "a survey of job seekers: eight contacts a month (UpMo and Robert Half, 2010)",
    "1.30",
)
ASKS_ASKING = Range(
    8, 15, 20, Grade.ASSUMED, "people asked a week while asking openly, most days", "three a working day", "1.34"
)
APPLICATIONS_WAITING = Range(
    2,
    6,
    15,
    Grade.ASSUMED,
    "applications a week while mostly waiting",
    "a reading of how many a search holds (Resume Genius, 2026)",
    "1.31",
)

# Whom there is to ask: evidence.md section 6 has 15 close, 50 known, 185 barely known or dormant.
POOL = Range(
    29,
    250,
    611,
    Grade.INDUSTRY,
    "people there are to ask, where your own list is shorter",
    "29 recent colleagues to 611 acquaintances",
    "1.26, 1.30",
)
AGAIN_AFTER_WEEKS = 26  # an assumption: after half a year somebody may be asked something else

# Who answers a first message, by tie.
ANSWER_CLOSE = Range(
    0.58,
    0.70,
    0.80,
    Grade.INDUSTRY,
    "friends who answer",
    "about 3,000 people who each asked five friends (Roghanizad and Bohns)",
    "2.5",
)
# Any mail back within a week was counted there, of which much is no answer at all: so these are no published figures.
ANSWER_KNOWN = Range(
    0.42,
    0.55,
    0.60,
    Grade.ASSUMED,
    "acquaintances who answer",
    "a reading of mail within one research organization, where some of what came back was no answer",
    "2.29",
)
ANSWER_FAR = Range(
    0.25,
    0.40,
    0.50,
    Grade.ASSUMED,
    "people barely known, or not seen for years, who answer",
    "a reading of the same mail, and of chains of forwarded mail",
    "1.25, 2.29",
)
ANSWER_NAMED = Range(
    0.36,
    0.45,
    0.65,
    Grade.ASSUMED,
    "people somebody named who answer",
    "at least as many as passed on a chain of mail (Dodds, Muhamad and Watts, 2003)",
    "1.25, 1.35",
)
ANSWER = Range(
    0.25,
    0.45,
    0.80,
    Grade.ASSUMED,
    "people who answer, before your own are known",
    "from people barely known to friends; how far one seeker differs from another was not measured",
    "2.5, 2.29",
)
REMINDED_WAITING = Range(0.15, 0.30, 0.45, Grade.ASSUMED, "silences that are reminded of while waiting", *PARTIAL)
REMINDED_ASKING = Range(0.80, 0.90, 0.97, Grade.ASSUMED, "silences that are reminded of while asking", *PARTIAL)
ANSWER_REMINDER = Range(
    0.10, 0.21, 0.30, Grade.INDUSTRY, "reminders that are answered", "500,000 sales mails (Yesware, 2014)", "2.23"
)
REMINDER_AT = 0.40  # the chance of a first answer at which that figure holds; others in proportion

# What comes of an answer.
HELPS_WAITING = Range(0.40, 0.45, 0.60, Grade.ASSUMED, "answers that help, to a vague request", *LAB)
HELPS_ASKING = Range(0.60, 0.75, 0.90, Grade.ASSUMED, "answers that help, to one clear question", *LAB)
NAMES_WAITING = Range(0.05, 0.12, 0.20, Grade.ASSUMED, "people named in a conversation, to a vague request", *PARTIAL)
NAMES_ASKING = Range(0.30, 0.50, 0.70, Grade.ASSUMED, "people named in a conversation, to one clear question", *PARTIAL)
THANKS_WAITING, THANKS_ASKING = 0.90, 1.23  # on further names; assumed from a laboratory's 66 to 32 % (A-, 3.1)
HELPS = Range(0.40, 0.60, 0.90, Grade.ASSUMED, "answers that help, before your own are known", *LAB)
NAMES = Range(0.05, 0.31, 0.70, Grade.ASSUMED, "people named in a conversation, before your own are known", *PARTIAL)
OPENING = Range(0.10, 0.25, 0.35, Grade.ASSUMED, "people named who lead to an opening", "no source was found")

# From an opening to an offer.
REFERRED_INTERVIEW = Range(
    0.13,
    0.30,
    0.40,
    Grade.INDUSTRY,
    "referred applications that come to an interview",
    "13 in 100 at one firm (Brown, Setren and Topa, 2016) to 40 (Ashby)",
    "1.2, 1.8",
)
REFERRED_OFFER = Range(
    0.16,
    0.18,
    0.21,
    Grade.INDUSTRY,
    "interviews by referral that come to an offer",
    "16 in 100 (Ashby) to 21 at one firm (Brown, Setren and Topa, 2016)",
    "1.2, 1.8",
)
# Section 6 has .02 to .12 and .09 to .28, with a product of .002 to .007; the narrower ends here keep to the product.
COLD_INTERVIEW = Range(
    0.02,
    0.04,
    0.07,
    Grade.INDUSTRY,
    "other applications that come to an interview",
    "2 to 3 in 100 (Brown, Setren and Topa, 2016; CareerPlug, 2024)",
    "1.2, 1.7, 1.11",
)
COLD_OFFER = Range(
    0.09,
    0.13,
    0.19,
    Grade.INDUSTRY,
    "such interviews that come to an offer",
    "9 to 14 in 100 at one firm (Brown, Setren and Topa, 2016)",
    "1.2, 1.7",
)
DECIDER = Range(
    1 / 20, 1 / 15, 1 / 10, Grade.ASSUMED, "conversations with somebody who decides", "a rule of thumb", "1.34"
)
DECIDER_OFFER = Range(
    1 / 35,
    1 / 30,
    1 / 25,
    Grade.ASSUMED,
    "conversations with somebody who decides that come to an offer",
    "a rule of thumb",
    "1.34",
)

# How time passes.
LAG_WEEKS = Range(
    3,
    5,
    9,
    Grade.INDUSTRY,
    "weeks from an opening to an offer",
    "29 to 55 days to hire (Jobvite, 2012); NACE, 2023",
    "1.6, 4.8",
)
SHAPE = Range(
    0.8,
    0.9,
    1.0,
    Grade.COMPUTED,
    "how chances change as weeks pass (1 is not at all)",
    "3,343 displaced workers (McCall, 1996); callbacks fall with time (Kroft, 2013)",
    "4.3, 4.4",
)
AVERAGE_WEEKS = 26  # the rates above are averages of half a year, at which the Weibull weighs 1 on average
FRAILTY = Range(
    0.3,
    0.5,
    0.8,
    Grade.ASSUMED,
    "how much chances differ from one person to another",
    "no source was found; spells differ more than chance would make them",
    "4.3",
)

# What changing one's ways does to offers, as a part of the way on the scale of log-odds: the calibration guard.
EFFECT = Range(
    0.13,
    0.30,
    0.50,
    Grade.ASSUMED,
    "how far a change of ways moves the chance of an offer, of what the steps alone would say",
    "a reading of trials of help to search: odds 1.3 (JOBS II) to 2.7 (47 studies, Liu, Huang and Wang, 2014)",
    "1.41, 1.43",
)

ALL = (
    ASKS_WAITING,
    ASKS_ASKING,
    APPLICATIONS_WAITING,
    POOL,
    ANSWER_CLOSE,
    ANSWER_KNOWN,
    ANSWER_FAR,
    ANSWER_NAMED,
    ANSWER,
    REMINDED_WAITING,
    REMINDED_ASKING,
    ANSWER_REMINDER,
    HELPS,
    HELPS_WAITING,
    HELPS_ASKING,
    NAMES,
    NAMES_WAITING,
    NAMES_ASKING,
    OPENING,
    REFERRED_INTERVIEW,
    REFERRED_OFFER,
    COLD_INTERVIEW,
    COLD_OFFER,
    DECIDER,
    DECIDER_OFFER,
    LAG_WEEKS,
    SHAPE,
    FRAILTY,
    EFFECT,
)
