"""Exporting and importing vCards at the command line."""

from pathlib import Path

from tests.cli.conftest import Shop


def test_a_book_goes_out_as_cards_and_comes_back_unchanged(any_shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "book.vcf"
    for changed in (10, 0):  # the small company has names that nobody divided: that is done the first time
        done = any_shop.call("export", "book", "--as", "001", "--out", str(file), "--json")
        assert done.code == 0, done.err
        assert (done.document["exported"], done.document["format"]) == (10, "vcard")
        done = any_shop.call("import", "customers", str(file), "--store", "S01", "--json")
        assert done.code == 0, done.err
        files = done.document["files"]
        assert isinstance(files, list)
        (report,) = files
        assert (report["created"], report["changed"], report["unchanged"]) == (0, changed, 10 - changed)
    assert file.read_text(encoding="utf-8").count("BEGIN:VCARD") == 10


def test_filters_decide_who_goes_out(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "book.csv"
    done = shop.call("export", "book", "--as", "003", "--store", "--filter", "holder=Jens Holm", "--out", str(file))
    assert (done.code, done.out) == (0, f"6 customers written to {file}.\n")
    assert len(file.read_text(encoding="utf-8").splitlines()) == 7


def test_an_associate_may_not_export_the_store(shop: Shop, tmp_path: Path) -> None:
    done = shop.call("export", "book", "--as", "001", "--store", "--out", str(tmp_path / "a.csv"))
    assert done.code == 1
    assert "Export customers of others" in done.err
    assert not (tmp_path / "a.csv").exists()


def test_pictures_are_left_out_and_that_is_said(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "a.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nPHOTO;ENCODING=b:AAAA\nEND:VCARD\n")
    done = shop.call("import", "customers", str(file), "--store", "S01")
    assert done.code == 0, done.err
    assert "a.vcf has more than there is a place for, which is left out: PHOTO 1" in done.out


def test_cards_need_somebody_whose_customers_they_are(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "a.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lovelace\nEND:VCARD\n")
    assert shop.call("import", "customers", str(file)).code == 1
    assert shop.call("import", "all", str(tmp_path), "--store", "S01").code == 2
