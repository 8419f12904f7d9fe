"""The baseline: old findings are counted and stop nothing, however the files around them change, and only go away."""

from pathlib import Path

import pytest
from nations import DAY, invoke, lay, region

OLD = '-- units/vc.yaml --\nactivities: ["1502", "1598"]\n'
BASELINE = "regions/halland/baseline.yaml"
UNIT = "regions/halland/units/vc.yaml"


@pytest.fixture
def indebted(tmp_path: Path) -> Path:
    root = lay(tmp_path, region("halland", OLD))
    result = invoke("baseline", "--root", root, "--as-of", DAY)
    assert (result.exit_code, result.stderr) == (0, f"halland: gamla fel sparade i {BASELINE}: 1.\n")
    return root


def _check(root: Path, *more: str) -> tuple[int, str]:
    result = invoke("check", "--root", root, "--as-of", DAY, "--fail-on", "warning", *more)
    return result.exit_code, result.output


def _edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def test_an_old_finding_stops_nothing(indebted: Path) -> None:
    status, output = _check(indebted)
    assert status == 0
    assert "activity-code-unknown" not in output
    assert "1 gam" in output


def test_it_says_the_rule_the_object_and_a_digest_and_no_line(indebted: Path) -> None:
    entries = [line for line in (indebted / BASELINE).read_text().splitlines() if not line.startswith("#")]
    assert entries == [
        "- {rule: activity-code-unknown, object: 'units/vc.yaml#activities/1598', value: 'a6f03d78161fa3c3'}"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('activities: ["1502", "1598"]', '# En rad till.\n\nactivities: ["1502", "1598"]'),
        ('["1502", "1598"]', '["1598", "1502"]'),
        ('["1502", "1598"]', "\n  - '1502'\n  - '1598'  # ny i HSA"),
    ],
    ids=["moved", "reordered", "laid out anew"],
)
def test_it_stays_old_when_the_file_around_it_changes(indebted: Path, old: str, new: str) -> None:
    _edit(indebted, UNIT, old, new)
    assert _check(indebted)[0] == 0


def test_another_value_is_a_new_finding(indebted: Path) -> None:
    _edit(indebted, UNIT, '"1598"', '"1597"')
    status, output = _check(indebted)
    assert status == 1
    assert "[activity-code-unknown]" in output
    assert "[baseline-entry-unused]" in output


def test_a_second_finding_of_the_same_kind_is_new(indebted: Path) -> None:
    _edit(indebted, UNIT, '"1598"]', '"1598", "1597"]')
    status, output = _check(indebted)
    assert status == 1
    assert output.count("[activity-code-unknown]") == 1


def test_it_only_gets_shorter(indebted: Path) -> None:
    _edit(indebted, UNIT, '"1598"]', '"1597"]')
    result = invoke("baseline", "--root", indebted, "--as-of", DAY)
    assert result.stderr == f"halland: rättade fel borttagna ur {BASELINE}: 1. Kvar: 0.\n"
    assert (indebted / BASELINE).read_text().endswith("\n[]\n")
    assert invoke("baseline", "--root", indebted, "--as-of", DAY).exit_code == 0
    assert (indebted / BASELINE).read_text().endswith("\n[]\n")
    assert _check(indebted)[0] == 1


def test_a_region_without_findings_gets_no_file(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland"))
    result = invoke("baseline", "--root", root, "--as-of", DAY)
    assert (result.exit_code, result.output) == (0, "")
    assert not (root / BASELINE).exists()


def test_a_mandatory_rule_is_never_old(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland", "-- units/vc.yaml --\ncasetypes: {kontakta-mej: {}}\n"))
    invoke("baseline", "--root", root, "--as-of", DAY)
    status, output = _check(root)
    assert status == 1
    assert "[unknown-casetype]" in output


def test_a_baseline_that_cannot_be_read_is_left_as_it_is(indebted: Path) -> None:
    (indebted / BASELINE).write_text("- rule: [\n", encoding="utf-8")
    result = invoke("baseline", "--root", indebted, "--as-of", DAY)
    assert result.exit_code == 1
    assert (
        result.stderr == f"halland: {BASELINE} går inte att granska som den är. Rätta den först, se basutbud check.\n"
    )
    assert (indebted / BASELINE).read_text() == "- rule: [\n"


@pytest.mark.parametrize("file", [UNIT, "casetype_templates/kontakta-mig.yaml", "regions/halland/region.yaml"])
def test_what_cannot_be_seen_is_not_taken_for_mended(indebted: Path, file: str) -> None:
    before = (indebted / BASELINE).read_bytes()
    (indebted / file).write_text("x: [\n", encoding="utf-8")
    result = invoke("baseline", "--root", indebted, "--as-of", DAY)
    assert result.exit_code == 1
    assert f"halland: {file} går inte att granska som den är." in result.stderr
    assert (indebted / BASELINE).read_bytes() == before


def test_a_file_that_could_not_be_read_again_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.baselines.SIZE_LIMIT", 100)
    root = lay(tmp_path, region("halland", OLD))
    result = invoke("baseline", "--root", root, "--as-of", DAY)
    assert (result.exit_code, "fler än" in result.stderr) == (1, True)
    assert not (root / BASELINE).exists()


def test_nothing_is_said_to_be_kept_that_is_not(tmp_path: Path) -> None:
    root = lay(tmp_path, region("halland", OLD))
    (root / BASELINE).mkdir()
    result = invoke("baseline", "--root", root, "--as-of", DAY)
    assert (result.exit_code, "sparade" in result.output) == (3, False)


def test_a_build_goes_on_and_its_manifest_counts_the_old_ones(indebted: Path, tmp_path: Path) -> None:
    _edit(
        indebted,
        "regions/halland/region.yaml",
        "name: Region Halland",
        "rules: {activity-code-unknown: error}\nname: Region Halland",
    )
    result = invoke("build", "--root", indebted, "--out", tmp_path / "out", "--as-of", DAY)
    assert result.exit_code == 0
    manifest = (tmp_path / "out/bundles/halland/manifest.json").read_text()
    assert '"old":1' in manifest
