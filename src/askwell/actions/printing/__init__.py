"""Her one page as a PDF: set on one sheet, its fonts inside, the same bytes for the same words."""

from askwell.actions.printing.sheet import Paper, Unset, print_page, unset

__all__ = ["Paper", "Unset", "print_page", "unset"]
