"""What the rules find in a sentence, told to the model beside the words: it learns how far each is to be trusted."""

from collections.abc import Callable

from askwell.domain.phrases import Phrases
from askwell.domain.wording import Sentence
from askwell.guide.review import aims, courtesy, outcome, questions, requests, tone
from askwell.method import openness

ROOMS = {
    "aims": aims.WORDING,
    "courtesy": courtesy.WORDING,
    "outcome": outcome.WORDING,
    "questions": questions.WORDING,
    "requests": requests.WORDING,
    "tone": tone.WORDING,
    "openness": openness.WORDING,
}
SETS: dict[str, Phrases] = {f"{room}/{name}": one for room, sets in ROOMS.items() for name, one in sets.items()}
JUDGED: dict[str, Callable[[Sentence], object]] = {
    "asks-referral": requests.asks_for_referral,
    "ashamed": openness.ashamed,
    "apologetic": openness.apologetic,
    "pushy": tone.pushy,
    "euphemism": openness.euphemism,
    "status": openness.stated,
    "vague": questions.vague_request,
    "question": questions.is_specific,
    "goal": lambda sentence: aims.names_a_goal((sentence,)),
    "targets": lambda sentence: aims.names_targets((sentence,)),
    "return": courtesy.offers,
    "gift": courtesy.is_a_gift,
    "thanks": lambda sentence: courtesy.thanks((sentence,)),
    "thanks-for": outcome.says_for_what,
    "outcome": outcome.tells_what_came_of_it,
    "job": outcome.tells_the_job,
    "played": outcome.tells_the_part,
}


def marks(sentence: Sentence) -> tuple[str, ...]:
    """The sets of phrases of which the sentence holds one, and the labels that the rules by themselves would give."""
    found = []
    for name, phrases in SETS.items():
        hit = phrases.find(sentence)
        if hit is not None:
            found.append(f"{name} not" if sentence.negated(hit.first) else name)
    found += [label for label, judge in JUDGED.items() if judge(sentence) not in {None, False}]
    return tuple(found)
