"""What somebody wrote or did, as a letter can say it again."""

from askwell.guide.drafts.quotes import deed, first_clean


def test_what_she_noted_of_a_help_reads_as_a_sentence() -> None:
    assert deed("Read my cover letter.") == ("", "read my cover letter")
    assert deed("feedback on my CV") == ("your feedback on my CV", "")
    assert deed("how the panel works") == ("telling me how the panel works", "told me how the panel works")
    assert deed("Kaffee, dann alles") == ("", "")


def test_what_she_noted_of_them_is_said_to_them() -> None:
    assert deed("Kim explained how the panel works", "Kim") == ("", "explained how the panel works")
    assert deed("She showed me the cold store") == ("", "showed me the cold store")
    assert deed("She told me about her team") == ("", "")
    assert deed("Ben explained how the panel works", "Kim") == ("", "")


def test_of_several_sentences_one_that_can_be_said_again_is_taken() -> None:
    told = "I was away. The panel is two people and a stopwatch. Call me."
    assert first_clean(told) == "The panel is two people and a stopwatch"
    assert first_clean("I was away. Call me.") == ""
