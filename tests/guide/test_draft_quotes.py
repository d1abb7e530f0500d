"""What somebody wrote or did, as a letter can say it again."""

from askwell.guide.draft_quotes import deed


def test_what_she_noted_of_a_help_reads_as_a_sentence() -> None:
    assert deed("Read my cover letter.") == ("", "read my cover letter")
    assert deed("feedback on my CV") == ("your feedback on my CV", "")
    assert deed("how the panel works") == ("telling me how the panel works", "told me how the panel works")
    assert deed("Kaffee, dann alles") == ("", "")
