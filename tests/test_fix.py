"""What a machine mends: only what changes no meaning, in the author's own text, with all else left byte for byte."""

import re
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nations import DAY, ROOT, content, invoke, lay

from generator.files import Files
from schema.load import load
from schema.reading.positions import Positions
from schema.tree import read_tree
from schema.workspace import by_region
from validate.diagnostic import Diagnostic
from validate.examples import AS_OF, read_example
from validate.manual import is_mended
from validate.mending.changes import diff, sentence
from validate.mending.fixing import Mended, mend
from validate.rule import Rule
from validate.rulebook import rule_by_id, rules
from validate.run import run
from validate.wording.invisible import INVISIBLE

UNIT = "regions/exempel/units/vc.yaml"
REGION = "regions/exempel/region.yaml"
LIST = "regions/exempel/lists/piloter.csv"
SLOW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def _check(files: Mapping[str, bytes]) -> list[Diagnostic]:
    return run(load(files, AS_OF), rules())


def _mend(files: Mapping[str, bytes], wanted: Callable[[Diagnostic], bool] = lambda _: True) -> Mended:
    return mend(files, _check, wanted)


def _files(example: str = "") -> Files:
    return dict(read_example(example).workspace.files)


def _with_information(written: str) -> Files:
    """The smallest tree, in which a unit's information is written so."""
    files = _files()
    files[UNIT] += f"settings:  # det som gäller här\n  information: {written}\n  # sist\n".encode()
    return files


def _mended_information(written: str) -> tuple[str, Mended]:
    files = _with_information(written)
    mended = _mend(files)
    text = mended.files.get(UNIT, files[UNIT]).decode()
    before, after = files[UNIT].decode().split(written)
    assert text.startswith(before)
    assert text.endswith(after)
    return text[len(before) : len(text) - len(after)], mended


# How a scalar is written.

STYLES = [
    ("Ring klockan\xa08.", "Ring klockan 8."),
    ("Ring klockan\xa08.\xa0", "Ring klockan 8."),
    ("Ring klockan 8. \xa0", "Ring klockan 8. "),
    ("'Ring klockan\xa08, ''säger hon''.'  # så", "'Ring klockan 8, ''säger hon''.'  # så"),
    ('"Ring klockan\xa08, \\"säger hon\\"."', '"Ring klockan 8, \\"säger hon\\"."'),
    ('"Ring \\u00e5t oss klockan\\u00a08."', '"Ring \\u00e5t oss klockan 8."'),
    ('"Ring klockan\\_8.\\u200B"', '"Ring klockan 8."'),
    ('"Ring o\\u0308ver klockan 8."', '"Ring över klockan 8."'),
    (">-\n    Ring\n    klockan\xa08\n    i dag.", ">-\n    Ring\n    klockan 8\n    i dag."),
    (">-\n    Ring\xa0\n    klockan 8\n    i dag.", ">-\n    Ring\n    klockan 8\n    i dag."),
    ("|\n    Ring klockan\xa08.\n\n    Du\u200b får svar.", "|\n    Ring klockan 8.\n\n    Du får svar."),
    ("|-\n    Ring klockan 8.\xa0\n    Du får svar.", "|-\n    Ring klockan 8.\n    Du får svar."),
    ("Ring\n    klockan\xa08.", "Ring\n    klockan 8."),
    ("Ring\xa0\n    klockan 8.", "Ring\n    klockan 8."),
    (">-\n    O\u0308ppet\n    i dag\n    pa\u030a o\u0308n.", ">-\n    Öppet\n    i dag\n    på ön."),
    ("|\n    O\u0308ppet.\n\n    Pa\u030a o\u0308n.", "|\n    Öppet.\n\n    På ön."),
    ("Va\u030ard, sta\u0308ngt.\xa0Cafe\u0301.", "Vård, stängt. Café."),
    ("Vård\tidag.", "Vård idag."),
    ("Vårdcen\u200btralen, mottag\xadningen.", "Vårdcentralen, mottagningen."),
    ("Ring\u200e oss\u202a i dag\u202c.", "Ring oss i dag."),
    ("Vi har Ã¶ppet pÃ¥ lÃ¶rdagar.", "Vi har öppet på lördagar."),
    ("Ã–ppet i dag â€“ vÃ¤lkommen.", "Öppet i dag – välkommen."),
    ("Ring oss i V\u0430rberg.", "Ring oss i Varberg."),
    ('"Ring oss. \\u0415nheten har öppet."', '"Ring oss. Enheten har öppet."'),
]


@pytest.mark.parametrize(("written", "expected"), STYLES)
def test_a_text_is_mended_in_the_way_that_it_is_written(written: str, expected: str) -> None:
    text, mended = _mended_information(written)
    assert text == expected
    assert mended.made
    assert mended.left == ()


LEFT = [
    ("Obs:\xa0ring oss.", "read-otherwise"),
    ("Ring\xa0#4.", "read-otherwise"),
    ('"Ring oss \xa0\n    i dag."', "read-otherwise"),
    ("Ring 070\u200b-123 45 67.", "new-finding"),
]


@pytest.mark.parametrize(("written", "obstacle"), LEFT)
def test_what_would_be_read_otherwise_or_be_a_new_fault_is_left(written: str, obstacle: str) -> None:
    text, mended = _mended_information(written)
    assert [fix.obstacle for fix in mended.left] == [obstacle]
    assert text == written


def test_what_can_be_mended_is_mended_beside_what_cannot() -> None:
    text, mended = _mended_information("Kom\xa0in. Obs:\xa0ring. Vi\xa0finns på\xa0#4.\u200b")
    assert text == "Kom in. Obs:\xa0ring. Vi finns på\xa0#4."
    assert len(mended.made) == 3
    assert [fix.obstacle for fix in mended.left] == ["read-otherwise"] * 2


# What may have meant something.

DOUBTFUL = [
    "Du får svar inom 2\xad3 dagar.",
    "Barn\xad och ungdomspsykiatrin",
    "Din e\xadtjänst",
    "Ditt IT\xadsystem",
    "Du får svar inom 2\u200b3 dagar.",
    '"Du får svar inom 2\\x1e3 dagar."',
    '"Rad ett\\LRad två"',
    '"Rad ett\\vRad två"',
    "Pris \ue0ff",
    "V\ufffdlkommen",
    "Ring \u200f1177 \u200f- 112.",
    "Ring \u202etxet\u202c nu.",
    "Familj \U0001f468\u200d\u200d\U0001f469",
    "Läs om к\u0438лo.",
    "Σsomeprazol finns.",
    "Hundar\u2061och katter",
    "Tecknet â”– betyder hörn.",
    "10Ã\x8d000",
]


@pytest.mark.parametrize("written", DOUBTFUL)
def test_what_may_have_meant_something_is_left_to_people(written: str) -> None:
    files = _with_information(written)
    mended = _mend(files)
    assert (mended.files, mended.made) == ({}, ())


def test_no_guess_is_ever_made() -> None:
    files = _files("-- units/vc.yaml --\nstatus: aktive\ncare_level: primry\ncasetypes:\n  kontakta-mg: {}\n")
    assert _check(files)
    assert _mend(files).files == {}


# Values that are no prose.

VALUES = [
    ("-- region.yaml --\nadministration: {name: F, phone: 031 390 06 00}", "031 390 06 00", "031-390 06 00"),
    ("-- region.yaml --\nadministration: {name: F, phone: (031) 390 06 00}", "(031) 390 06 00", "031-390 06 00"),
    ("-- region.yaml --\nadministration: {name: F, phone: 0980 – 319 200}", "0980 – 319 200", "0980-319 200"),
    ("-- units/vc.yaml --\nphone: '031/390 06 00'", "031/390 06 00", "031-390 06 00"),
    ("-- units/vc.yaml --\nstatus: 'active '", "'active '", "'active'"),
    ("-- units/vc.yaml --\ngoverned_by: !B forvaltning\xa0", "forvaltning\xa0", "forvaltning"),
    ('-- units/vc.yaml --\nactivities: [" 1502", "1502x"]', '" 1502"', '"1502"'),
    (
        '-- region.yaml --\nadministration: {name: F, email: "\\ufefff@region.example\\_"}',
        "\\ufefff@region.example\\_",
        "f@region.example",
    ),
    (
        "-- region.yaml --\npromise: {answer_within: 2 working days\u200b}",
        "2 working days\u200b",
        "2 working days",
    ),
    ('-- units/vc.yaml --\nhsa_id: " SE2321000115-PAHITT\xa00001\u200b"', " SE2321000115-PAHITT\xa00001\u200b", None),
]


@pytest.mark.parametrize(("example", "old", "new"), VALUES)
def test_blanks_around_a_value_and_the_joint_of_a_number_are_mended(example: str, old: str, new: str | None) -> None:
    files = _files(example.replace("!B ", "") + "\n")
    mended = _mend(files)
    file = UNIT if "units/" in example else REGION
    right = new if new is not None else "SE2321000115-PAHITT0001"
    assert dict(mended.files) == {file: files[file].replace(old.encode(), right.encode())}


@pytest.mark.parametrize(
    "phone", ["031 3900600", "0313900600", "31 390 06 00", "031-390 06", "+46 31 390 06 00", "031 390 06 00 (växel)"]
)
def test_the_digits_of_a_number_and_their_groups_are_nobody_s_but_the_author_s(phone: str) -> None:
    assert _mend(_files(f"-- units/vc.yaml --\nphone: {phone}\n")).files == {}


def test_an_hsa_id_that_would_not_be_sound_is_left() -> None:
    for written in ("SE2321000115-PAHITT0001 SE2321000115-PAHITT0002", "SE2321000115\xadPAHITT0001", "SE 2321"):
        assert _mend(_files(f'-- units/vc.yaml --\nhsa_id: "{written}"\n')).files == {}


# Lists.

_GROUP = (
    "-- groups.yaml --\npiloter: {title: Mottagningar som provar först, list: piloter.csv}\n-- lists/piloter.csv --\n"
)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_list_is_mended_and_keeps_its_mark_and_its_line_ends(mark: bytes, end: bytes) -> None:
    files = _files(_GROUP + "a\n")
    files[LIST] = mark + b'hsa-id;namn\r\n"SE2321000115-%sPAHITT0001";"VC\0"' % "\u200b".encode() + end
    assert dict(_mend(files).files) == {LIST: mark + b'hsa-id;namn\r\n"SE2321000115-PAHITT0001";"VC"' + end}


def test_a_list_s_unknown_id_is_no_matter_of_characters() -> None:
    assert _mend(_files(_GROUP + "SE2321000115-PAHITT0010\n")).files == {}


# Files that cannot be read.


def test_a_byte_order_mark_is_taken_away_and_nothing_else() -> None:
    files = _files()
    right = files[UNIT].replace(b"\n", b"\r\n").rstrip()
    files[UNIT] = b"\xef\xbb\xbf" + right
    assert dict(_mend(files).files) == {UNIT: right}


def test_hard_spaces_null_and_stray_marks_are_taken_away_however_many_they_are() -> None:
    files = _files()
    right = files[UNIT]
    hard = right.replace(b": ", ":\xa0".encode()).replace(b"  ", "\u202f ".encode())
    files[UNIT] = hard.replace(b"a", b"a\0\x7f")
    assert dict(_mend(files).files) == {UNIT: right}


def test_what_was_hidden_in_a_file_that_could_not_be_read_is_mended_too() -> None:
    files = _files()
    right = files[UNIT] + b"settings: {information: Ring oss i dag.}\n"
    files[UNIT] = b"\xef\xbb\xbf" + right.replace(b"oss i", "oss\xa0i".encode()).replace(b"i dag", b"i\0 dag")
    assert dict(_mend(files).files) == {UNIT: right}


UNREADABLE = [
    b"\xef\xbb\xbfname: a: b\n",
    b"\xef\xbb\xbfname: \xe5\xe4\xf6\n",
    b"name: \0\xe5\n",
    b"<<<<<<< a\nname: \0b\n=======\nname: c\n>>>>>>> d\n",
    "name:\xa0&a b\nphone: *a\n".encode(),
    b"\xef\xbb\xbf",
    b"\0",
    b"\0" * 50_000 + b"a: [",
    b"a: \0" + b"[" * 5000,
    "name: P\0\n".encode("utf-16"),
    b"\0" * 1_100_000,
]


@pytest.mark.parametrize("data", UNREADABLE, ids=range(len(UNREADABLE)))
def test_a_file_that_cannot_be_made_readable_is_left_as_it_is(data: bytes) -> None:
    files = {**_files(), UNIT: data}
    mended = _mend(files)
    assert mended.files == {}
    assert mended.made == ()
    assert {fix.obstacle for fix in mended.left} <= {"illegible"}


def test_a_text_as_large_as_a_file_may_be_is_mended_or_left_without_an_error() -> None:
    many = "Kom\xa0in. " * 4000
    text, mended = _mended_information(f"'{many}'")
    assert text == f"'{many}'".replace("\xa0", " ")
    assert len(mended.made) == 4000
    stubborn, _ = _mended_information("Obs:\xa0ring.\xa0" * 500)
    assert "\xa0" in stubborn


# The rule book.

_GIVES = re.compile(r"\b(?:replacement|mended)=")


def _gives_replacements(rule: Rule) -> bool:
    path = ROOT / "validate/rules" / rule.topic / f"{rule.id.replace('-', '_')}.py"
    return _GIVES.search(path.read_text(encoding="utf-8")) is not None


MENDED = [rule for rule in rules() if _gives_replacements(rule)]


@pytest.mark.parametrize("rule", MENDED, ids=lambda rule: rule.id)
def test_the_bad_example_gets_better_and_nothing_gets_worse(rule: Rule) -> None:
    workspace = read_example(rule.bad).workspace
    before = [found for found in _check(workspace.files) if found.rule == rule.id]
    mended = _mend(workspace.files)
    after = _check({**workspace.files, **mended.files})
    assert mended.made
    assert len([found for found in after if found.rule == rule.id]) < len(before)
    assert _mend({**workspace.files, **mended.files}).files == {}


def test_a_rule_that_gives_replacements_shows_one_in_its_bad_example() -> None:
    assert [rule.id for rule in rules() if is_mended(rule)] == [rule.id for rule in MENDED]


def test_the_manual_page_says_what_is_mended() -> None:
    assert "Rättas med basutbud fix" in invoke("rule", "invisible-character").stdout
    assert "Rättas med basutbud fix" not in invoke("rule", "unknown-key").stdout
    assert "Fixed with basutbud fix" in invoke("rule", "mojibake", "--lang", "en").stdout


def test_a_good_example_is_left_as_it_is() -> None:
    for rule in MENDED:
        assert _mend(read_example(rule.good).workspace.files).files == {}


# Random texts of the shipped tree.


def _shipped() -> Files:
    layers = by_region(read_tree(ROOT)[0])
    return {**layers[""], **layers["halland"]}


SHIPPED = _shipped()
TEXTS = [
    (writing.text, writing.place)
    for writing in load(SHIPPED, AS_OF).writings
    if writing.is_swedish and writing.place.file.startswith("regions/") and "{" not in writing.text
]
BETWEEN_LETTERS = re.compile("(?<=[a-zåäö]{2})(?=[a-zåäö]{2})")
PURE = ["\u200b", "\u200b\u200b", "\u200e", "\u2060", "\ufeff", "\xad", "\u202a", "\u200d"]


@SLOW
@given(st.data())
def test_invisible_characters_put_into_words_leave_without_a_trace(data: st.DataObject) -> None:
    files, before = dict(SHIPPED), dict(SHIPPED)
    for text, place in data.draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6)):
        spots = [match.start() for match in BETWEEN_LETTERS.finditer(text)]
        if spots:
            spot = data.draw(st.sampled_from(spots))
            # The offset is that of the file as it was, so that each file is written in once.
            if files[place.file] is before[place.file]:
                at = Positions(place.file, files[place.file]).offsets(place.within(spot, spot + 1))[0]
                written = files[place.file].decode()
                files[place.file] = (written[:at] + data.draw(st.sampled_from(PURE)) + written[at:]).encode()
    # What YAML refuses to read is mended as well, and then the file is whole again.
    mended = _mend(files)
    assert {**files, **mended.files} == before


ODD = [
    *PURE,
    "\xa0",
    "\u2009",
    "\t",
    "\0",
    "\x7f",
    "\x1e",
    "\u2028",
    "\u202e",
    "\u0430",
    "\u030a",
    "Ã¥",
    "'",
    '"',
    "\\",
]


def _seen(data: bytes) -> str:
    """The text without what cannot be seen, blanks, and how letters are made up."""
    return re.sub(r"\s+", "", INVISIBLE.sub("", data.decode()))


@SLOW
@given(st.data())
def test_whatever_stands_anywhere_only_characters_that_are_not_seen_change(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(name for name in SHIPPED if name.startswith("regions/"))))
    text = SHIPPED[file].decode()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(ODD[:-7])) + text[at:]
    files = {**SHIPPED, file: text.encode()}
    mended = _mend(files)
    assert set(mended.files) <= {file}
    for after in mended.files.values():
        assert _seen(after) == _seen(files[file])
        assert after.count(b"\n") == files[file].count(b"\n")
    assert _mend({**files, **mended.files}).files == {}


@SLOW
@given(st.data())
def test_whatever_bytes_a_file_holds_there_is_no_error_and_what_is_mended_is_no_worse(data: st.DataObject) -> None:
    files = _files()
    text = files[UNIT].decode()
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from([*ODD, "\n", ": ", "- ", "#", "[", "}", "|", ">"])) + text[at:]
    files[UNIT] = data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.encode()
    mended = _mend(files)
    errors = [found for found in _check({**files, **mended.files}) if found.stops_build]
    if mended.made:
        hidden = any(rule_by_id(fix.diagnostic.rule).topic == "structure" for fix in mended.made)  # type: ignore[union-attr]
        assert hidden or len(errors) < len([found for found in _check(files) if found.stops_build])


# The command.

NUMBER = "19800101-9804"


def _tree(root: Path, information: str = "Ring klockan\xa08.") -> Path:
    return lay(root, _with_information(information))


def _fix(root: Path, *more: str) -> tuple[int, str, str]:
    result = invoke("fix", "--root", root, "--as-of", DAY, *more)
    return result.exit_code, result.stdout, result.stderr


def test_without_write_the_change_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    before = content(_tree(tmp_path))
    status, shown, said = _fix(tmp_path)
    assert status == 1
    assert shown.splitlines()[:2] == [f"--- {UNIT}", f"+++ {UNIT}"]
    assert "-  information: Ring klockan<U+00A0>8." in shown.splitlines()
    assert "+  information: Ring klockan 8." in shown.splitlines()
    assert " settings:  # det som gäller här" in shown.splitlines()
    assert said.splitlines() == [
        f"{UNIT}:16:28: invisible-character: ”<U+00A0>” blir ” ”.",
        "1 rättelse i 1 fil. Skriv med --write.",
    ]
    assert content(tmp_path) == before


def test_with_write_the_file_is_written_and_keeps_its_mode(tmp_path: Path) -> None:
    file = _tree(tmp_path) / UNIT
    before = content(tmp_path)
    file.chmod(0o640)
    assert _fix(tmp_path, "--write")[:2] == (0, "")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert content(tmp_path) == {**before, UNIT: before[UNIT].replace("\xa0".encode(), b" ")}
    assert _fix(tmp_path, "--write") == (0, "", "Inget att rätta.\n")


def test_what_cannot_be_mended_gives_status_1_also_when_all_else_is_written(tmp_path: Path) -> None:
    _tree(tmp_path, "Kom\xa0in. Obs:\xa0ring.")
    status, _, said = _fix(tmp_path, "--write", "--lang", "en")
    assert status == 1
    assert said.splitlines()[-2:] == [
        "1 fix written in 1 file.",
        "Left for somebody to write anew by hand: 1.",
    ]
    assert "not fixed, as the line would be read in another way" in said


def test_one_rule_or_one_region_alone_can_be_mended(tmp_path: Path) -> None:
    _tree(tmp_path, "Va\u030ard klockan\xa08.")
    assert "not-normalised" not in _fix(tmp_path, "--rule", "invisible-character")[2]
    assert "invisible-character" not in _fix(tmp_path, "--rule", "not-normalised")[2]
    lay(
        tmp_path,
        {"casetype_templates/kontakta-mig.yaml": b"\xef\xbb\xbf" + _files()["casetype_templates/kontakta-mig.yaml"]},
    )
    assert "casetype_templates" in _fix(tmp_path)[1]
    assert "casetype_templates" not in _fix(tmp_path, "--region", "exempel")[1]
    status, shown, said = _fix(tmp_path, "--rule", "invisible-charakter")
    assert (status, shown) == (2, "")
    assert "Menade du invisible-character?" in said


def test_what_is_waived_is_let_be(tmp_path: Path) -> None:
    files = _with_information("Ring klockan\xa08.")
    files["regions/exempel/waivers.yaml"] = (
        b"- {rule: invisible-character, unit: vc, reason: Provas., owner: Chef, ticket: A-1, last_day: 2026-07-01}\n"
    )
    assert _fix(lay(tmp_path, files)) == (0, "", "Inget att rätta.\n")


def test_a_personal_number_is_never_shown_and_its_file_is_mended(tmp_path: Path) -> None:
    _tree(tmp_path, f"Kom\xa0in, {NUMBER}.")
    _, shown, said = _fix(tmp_path)
    assert NUMBER not in shown + said
    assert "-  information: Kom<U+00A0>in, *************." in shown
    hidden = _tree(tmp_path / "hidden", f"Kom in, {NUMBER[:4]}\u200b{NUMBER[4:8]}\xa0{NUMBER[8:]}.")
    assert NUMBER[-4:] not in "".join(map(str, _fix(hidden)[1:]))


def test_a_symbolic_link_is_left_and_its_file_is_mended(tmp_path: Path) -> None:
    file = _tree(tmp_path) / UNIT
    link = file.with_name("vc-2.yaml")
    link.symlink_to(file)
    _fix(tmp_path, "--write", "--rule", "invisible-character")
    assert link.is_symlink()
    assert b"\xc2\xa0" not in file.read_bytes()


def test_a_file_that_changed_meanwhile_is_left_and_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _tree(tmp_path) / UNIT

    def mend_late(*arguments: object) -> Mended:
        mended = mend(*arguments)  # type: ignore[arg-type]
        file.write_bytes(b"annat\n")
        return mended

    monkeypatch.setattr("validate.mending.fixing.mend", mend_late)
    result = invoke("fix", "--root", tmp_path, "--as-of", DAY, "--write")
    assert result.exit_code == 3
    assert UNIT in result.stderr
    assert file.read_bytes() == b"annat\n"
    assert [path.name for path in file.parent.iterdir()] == ["vc.yaml"]


def test_what_was_written_is_told_also_when_another_file_may_not_be(tmp_path: Path) -> None:
    files = {**_with_information("Ring klockan\xa08."), REGION: b"\xef\xbb\xbf" + _files()[REGION]}
    refused = lay(tmp_path, files) / UNIT
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.access", lambda path, _: path != refused)
        status, _, said = _fix(tmp_path, "--write")
    assert status == 3
    assert said.splitlines() == [
        f"{REGION}:1:1: wrong-encoding: byteordningsmärket först i filen tas bort.",
        "1 rättelse skriven i 1 fil.",
        f"Error: Det gick inte att skriva {UNIT}: Permission denied.",
    ]
    assert refused.read_bytes() == files[UNIT]


def test_a_folder_that_may_not_be_written_in_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = _tree(tmp_path) / UNIT
    before = file.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.replace", refuse)
    result = invoke("fix", "--root", tmp_path, "--as-of", DAY, "--write")
    assert result.exit_code == 3
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["vc.yaml"]


def test_the_check_says_how_many_can_be_mended(tmp_path: Path) -> None:
    result = invoke("check", "--root", _tree(tmp_path), "--as-of", DAY)
    assert result.stderr.splitlines()[-1] == "1 av dem kan rättas med basutbud fix."


# What is shown.


def _shown(before: str, after: str) -> Iterator[str]:
    return diff("a.yaml", before.encode(), after.encode())


def test_the_lines_around_are_shown_and_those_far_between_are_not() -> None:
    lines = [f"{number}" for number in range(30)]
    after = list(lines)
    for number in (0, 4, 20):
        after[number] = f"{number}!"
    shown = list(_shown("\n".join(lines), "\r\n".join(after)))
    assert shown[2:] == [
        "@@ -1,8 +1,8 @@",
        "-0",
        "+0!",
        " 1",
        " 2",
        " 3",
        "-4",
        "+4!",
        " 5",
        " 6",
        " 7",
        "@@ -18,7 +18,7 @@",
        " 17",
        " 18",
        " 19",
        "-20",
        "+20!",
        " 21",
        " 22",
        " 23",
    ]


def test_what_looks_the_same_before_and_after_is_told_apart_and_a_terminal_obeys_nothing() -> None:
    before, after = "x: \x1b v\u0430rd o\u0308 y\u0430\n", "x: \x1b vard ö y\u0430\n"
    assert list(_shown(before, after))[3:] == [
        "-x: <U+001B> v<U+0430>rd o<U+0308> yа",
        "+x: <U+001B> vard ö yа",
    ]


def test_every_fix_and_every_obstacle_has_a_sentence_in_both_languages() -> None:
    examples = [*(rule.bad for rule in MENDED)]
    for example in examples:
        mended = _mend(read_example(example).workspace.files)
        for fix in (*mended.made, *mended.left):
            assert sentence(fix, "sv").endswith(".")
            assert sentence(fix, "en").endswith(".")
            assert sentence(fix, "sv").isprintable()
