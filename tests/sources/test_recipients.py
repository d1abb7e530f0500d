"""Names and profiles in two cells, where a comma may be part of a name."""

from askwell.domain.people import Party
from askwell.sources.recipients import Known, recipients

KNOWN = Known(
    [("Mara Okoye", "in/mara"), ("Al Bo", "in/al"), ("Al Bo", "in/al-2"), ("", "in/x"), ("Li, Wei", "in/wei")]
)
URL = "https://www.linkedin.com/in/"


def test_one_profile_takes_the_whole_name() -> None:
    assert recipients("Doe, Jane, MBA", f"{URL}jane", KNOWN) == [Party("Doe, Jane, MBA", "in/jane")]


def test_names_are_told_apart_from_degrees() -> None:
    urls = f"{URL}mara,{URL}raman;{URL}lee"
    assert recipients("Mara Okoye, Priya Raman, CSCP, Lee Hart, Jr.", urls, KNOWN) == [
        Party("Mara Okoye", "in/mara"),
        Party("Priya Raman, CSCP", "in/raman"),
        Party("Lee Hart, Jr.", "in/lee"),
    ]


def test_where_counts_differ_profiles_count_and_known_names_help() -> None:
    assert recipients("Mara Okoye, the kind, Lee", f"{URL}mara,{URL}lee", KNOWN) == [
        Party("Mara Okoye", "in/mara"),
        Party("", "in/lee"),
    ]


def test_names_alone_get_a_profile_only_if_one_person_bears_them() -> None:
    assert recipients("Mara Okoye, Al Bo", "", KNOWN) == [Party("Mara Okoye", "in/mara"), Party("Al Bo")]
    assert recipients("Li, Wei", "", KNOWN) == [Party("Li, Wei", "in/wei")]
    assert recipients("Li, Wei, Mara Okoye", "", KNOWN) == [Party("Li, Wei", "in/wei"), Party("Mara Okoye", "in/mara")]
    assert recipients("", "", KNOWN) == []
