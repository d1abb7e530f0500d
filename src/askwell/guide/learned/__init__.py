"""What small linear models, trained on sentences written and labeled by hand, read in a sentence."""

from askwell.guide.learned.model import Model, load
from askwell.guide.learned.reading import features

__all__ = ["Model", "features", "load"]
