import pytest

from clienteling.domain.customer import name_key, person_name


@pytest.mark.parametrize(
    ("first", "last", "name"), [("Anna", "Ozola", "Anna Ozola"), ("", "Ozola", "Ozola"), ("Anna", "", "Anna")]
)
def test_a_persons_name_is_made_of_what_is_known(first: str, last: str, name: str) -> None:
    assert person_name(first, last) == name


def test_names_are_ordered_without_regard_to_case_and_accents() -> None:
    names = ["Zoë", "anna", "Ērika", "Emil", "Ægir", "Ada"]
    assert sorted(names, key=name_key) == ["Ada", "Ægir", "anna", "Emil", "Ērika", "Zoë"]
