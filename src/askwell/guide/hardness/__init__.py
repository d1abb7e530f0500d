"""How hard she networks, 0 to 100 from the last 28 days, in eight parts, and the one next stretch that raises it most.

Measured from what took place, never from a questionnaire. `measure` takes the books of a search and its promises.
"""

from askwell.guide.hardness.behavior import DAYS, Behavior, behavior
from askwell.guide.hardness.scale import WEIGHTS, Name
from askwell.guide.hardness.told import Band, Hardness, Part, measure, told_of

__all__ = ["DAYS", "WEIGHTS", "Band", "Behavior", "Hardness", "Name", "Part", "behavior", "measure", "told_of"]
