"""Whether an ask carried a clear question: what hardness measures, and what a forecast has no more to gain from."""

from askwell.domain.plans import Ask
from askwell.domain.search import Search

QUESTIONS = (1, 2)  # an ask with more of them is a questionnaire


def is_clear(search: Search, ask: Ask) -> bool:
    """Whether it puts one question, or two; where no words are kept, whether its need is known."""
    texts = [search.by_id[key].text for key in ask.interactions if key in search.by_id]
    if not any(text.strip() for text in texts):
        return bool(ask.need)
    return any(text.count("?") in QUESTIONS for text in texts)
