"""Making very many frozen values fast: see `domain.twins`."""

from askwell.domain.twins import maker

__all__ = ["maker"]
