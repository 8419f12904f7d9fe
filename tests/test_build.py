"""Building: the same configuration gives the same bytes everywhere, and only what is right is built."""

import hashlib
import io
import json
import os
import random
import subprocess
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from nations import DAY, ROOT, basutbud, content, invoke, lay, loaded, nation, region

from generator import processes
from generator.building import Outcome, build
from generator.files import Files, canonical, digest
from generator.formats import site
from generator.inputs import Tree
from generator.source import source_of
from generator.verdict import Source
from generator.work import check
from generator.writing import build_into
from schema.tree import read_tree
from schema.workspace import region_of

HERE = Source("0" * 40, False)
RICH = """
-- region.yaml --
cancellation_limit: {primary: 24 h}
defaults: {service_area: [{region: whole-country}], reminders: {staff_after_days: 2}}
-- casetypes/kontakta-mig.yaml --
extends: kontakta-mig
name: Ring mig
variables: {vem: {type: text, label: Vem som ringer, default: sköterskan}}
terms: ring-mig
illustrative: true
-- casetypes/egen.yaml --
name: Be om råd
kind: form
category: Kontakt
form:
  - {id: fraga, question: Vad vill du ha råd om?, type: text}
terms: rad
illustrative: true
-- terms/ring-mig.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - {id: om, text: "Här kan du be {enhet} att ringa dig. {vem} ringer."}
  - {id: svarstid, text: "Du får svar inom {svarstid}."}
illustrative: true
-- terms/rad.yaml --
layout: points
status: approved
approved: {on: 2026-03-01, by: redaktionen}
version: 1
points:
  - {id: om, text: Här kan du be om råd.}
  - {id: svarstid, text: "Du får svar inom {svarstid}."}
illustrative: true
-- messages/svar.yaml --
{name: Svar, kind: information, subject: Svar från oss, text: "Hej från {enhet}.", illustrative: true}
-- units/vc.yaml --
casetypes:
  kontakta-mig: {values: {vem: läkaren}, extra_points: [{id: extra, text: "Ring {telefon}."}]}
  egen: {sort_order: 2}
"""


def _tree(files: Files) -> Tree:
    return Tree(files, (), date.fromisoformat(DAY))


def _silent(_regions: int) -> None:
    pass


def _built(files: Files, source: Source = HERE) -> Outcome:
    return build(_tree(files), source, (), _silent)


def _bundle(files: Files) -> Files:
    """The files of the only region's bundle."""
    [(id, built)] = _built(files).built.items()
    return {path.removeprefix(f"{id}/"): data for path, data in built.outputs["bundles"].items()}


@pytest.fixture(scope="module")
def bundle() -> Files:
    return _bundle(region("halland", RICH))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A nation of three regions on disk, outside every repository."""
    return lay(tmp_path_factory.mktemp("nation"), nation(text=RICH))


@pytest.fixture(scope="module")
def output(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """What the command builds of it."""
    out = tmp_path_factory.mktemp("out")
    process = basutbud("build", "--root", root, "--out", out, "--as-of", DAY)
    assert process.returncode == 0, process.stderr
    return content(out)


def test_the_small_nation_has_no_fault_and_is_built_whole() -> None:
    outcome = _built(nation(text=RICH))
    assert outcome.diagnostics == []
    assert list(outcome.built) == ["halland", "skane", "stockholm"]


ELSEWHERE = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "sv_SE.UTF-8", "LANG": "sv_SE.UTF-8", "TZ": "America/Los_Angeles"},
    {"PYTHONHASHSEED": "4", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "NO_COLOR": "1"},
    {"PYTHONHASHSEED": "5", "LC_ALL": "en_US.ISO-8859-1", "FORCE_COLOR": "1", "TERM": "xterm"},
]


@pytest.mark.parametrize("variables", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_a_build_on_another_machine_gives_the_same_bytes(
    root: Path, output: Files, tmp_path: Path, variables: dict[str, str]
) -> None:
    process = basutbud(
        "build", "--root", os.path.relpath(root, tmp_path), "--out", "here", "--as-of", DAY, cwd=tmp_path, **variables
    )
    assert process.returncode == 0, process.stderr
    assert output == content(tmp_path / "here")


def test_the_day_may_be_given_by_source_date_epoch(root: Path, output: Files, tmp_path: Path) -> None:
    process = basutbud("build", "--root", root, "--out", tmp_path, SOURCE_DATE_EPOCH="1780272000", TZ="Asia/Tokyo")
    assert process.returncode == 0, process.stderr
    assert output == content(tmp_path)


def test_a_second_build_to_the_same_place_changes_nothing(root: Path, tmp_path: Path) -> None:
    said = []
    for _ in range(2):
        said.append(invoke("build", "--root", root, "--out", tmp_path, "--as-of", DAY, "--lang", "en").stderr)
    assert "3 regions built, 0 files changed." not in said[0]
    assert "3 regions built, 0 files changed." in said[1]


def test_the_order_in_which_files_are_found_means_nothing() -> None:
    files = nation(text=RICH)
    names = list(files)
    expected = _built(files)
    for seed in range(3):
        random.Random(seed).shuffle(names)
        assert expected == _built({name: files[name] for name in names})


FAULTY = {
    "no fault": {},
    "a fault in a region": region("skane", "-- units/vc.yaml --\nstatus: aktiv\n"),
    "a fault in a national file": {"casetype_templates/kontakta-mig.yaml": b"kind: form\n"},
    "a fault between regions": {
        path.replace("vc.yaml", "vc2.yaml"): data
        for path, data in region("halland").items()
        if path.endswith("units/vc.yaml")
    },
    "a file beside the regions": {"regions/x.yaml": b"a: b\n"},
}


@pytest.mark.parametrize("faults", FAULTY.values(), ids=FAULTY)
def test_one_process_and_several_find_and_build_the_same(faults: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {**nation(text=RICH), **faults}
    done: list[int] = []
    alone = (check(_tree(files), _silent), _built(files))
    monkeypatch.setattr(processes, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", _counted(processes.ProcessPoolExecutor, done))
    assert alone == (check(_tree(files), _silent), _built(files))
    assert done == [3, 3]


def _counted(pool: Callable[..., object], done: list[int]) -> Callable[..., object]:
    def make(processes: int, *arguments: object) -> object:
        done.append(processes)
        return pool(processes, *arguments)

    return make


def test_one_process_and_several_find_and_build_the_same_of_what_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = Tree(read_tree(ROOT)[0], (), date(2026, 12, 1))
    monkeypatch.setattr(processes, "_processors", lambda: 1)
    alone = build(tree, HERE, (), _silent)
    monkeypatch.setattr(processes, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(processes, "_processors", lambda: 2)
    assert alone == build(tree, HERE, (), _silent)


def test_one_process_and_several_write_the_same_of_one_region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path: data for path, data in read_tree(ROOT)[0].items() if region_of(path) in ("", "skane")}
    tree, done = Tree(files, (), date(2026, 12, 1)), list[int]()
    build_into(tmp_path / "one", tree, HERE, (), _silent)
    monkeypatch.setattr(processes, "_WORTH_A_PROCESS", 0)
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    monkeypatch.setattr(processes, "ProcessPoolExecutor", _counted(processes.ProcessPoolExecutor, done))
    monkeypatch.setattr(site, "_TOGETHER", 20)
    _, written = build_into(tmp_path / "several", tree, HERE, (), _silent)
    assert done == [3]
    assert content(tmp_path / "one") == content(tmp_path / "several")
    assert written == len(content(tmp_path / "several"))
    assert build_into(tmp_path / "several", tree, HERE, (), _silent)[1] == 0


def test_progress_is_told_of_each_region() -> None:
    told: list[int] = []
    build(_tree(nation()), HERE, (), told.append)
    assert sum(told) == 3


# What is built when something is wrong.


def _write(root: Path, out: Path, *arguments: str) -> tuple[int, Files]:
    status = invoke("build", "--root", root, "--out", out, "--as-of", DAY, *arguments).exit_code
    return status, content(out / "bundles")


def _of(id: str, files: Files) -> Files:
    return {path: data for path, data in files.items() if path.startswith((f"{id}/", f"{id}."))}


def test_a_region_with_an_error_keeps_its_old_bundle_and_the_others_are_built(tmp_path: Path) -> None:
    root, out = lay(tmp_path / "root", nation()), tmp_path / "out"
    status, before = _write(root, out)
    assert status == 0
    lay(root, nation(text="-- units/vc.yaml --\nname: Nya namnet\n"))
    lay(root, region("skane", "-- units/vc.yaml --\nname: Nya namnet\nstatus: aktiv\n"))
    status, after = _write(root, out)
    assert status == 1
    assert _of("skane", before) == _of("skane", after)
    for id in ("halland", "stockholm"):
        assert set(_of(id, before)) == set(_of(id, after))
        assert _of(id, before)[f"{id}.tar"] != _of(id, after)[f"{id}.tar"]


def test_an_error_in_the_national_files_stops_every_region(tmp_path: Path) -> None:
    root, out = lay(tmp_path / "root", nation()), tmp_path / "out"
    before = _write(root, out)[1]
    lay(root, nation(text="-- units/vc.yaml --\nname: Nya namnet\n"))
    lay(root, {"casetype_templates/annan.yaml": b"kind: form\n"})
    assert (1, before) == _write(root, out)


def test_with_an_error_everywhere_and_nothing_built_before_there_is_nothing(tmp_path: Path) -> None:
    root = lay(tmp_path / "root", nation(text="-- units/vc.yaml --\nstatus: aktiv\n"))
    assert _write(root, tmp_path / "out") == (1, {})


def test_only_the_chosen_region_is_built_and_judged(tmp_path: Path) -> None:
    root, out = lay(tmp_path / "root", nation()), tmp_path / "out"
    before = _write(root, out)[1]
    lay(root, nation(text="-- units/vc.yaml --\nname: Nya namnet\n"))
    lay(root, region("skane", "-- units/vc.yaml --\nname: Nya namnet\nstatus: aktiv\n"))
    status, after = _write(root, out, "--region", "halland")
    assert status == 0
    assert _of("halland", before) != _of("halland", after)
    for id in ("skane", "stockholm"):
        assert _of(id, before) == _of(id, after)
    assert (1, after) == _write(root, out, "--region", "skane")


def test_a_region_that_is_no_more_leaves_the_output(tmp_path: Path) -> None:
    root, out = lay(tmp_path / "root", nation()), tmp_path / "out"
    _write(root, out)
    for path in region("skane"):
        if path.startswith("regions/"):
            (root / path).unlink()
    status, after = _write(root, out)
    assert status == 0
    assert _of("skane", after) == {}
    assert {"halland", "stockholm"} == {path.split("/")[0].removesuffix(".tar") for path in after}


def test_a_unit_that_is_no_more_leaves_the_bundle(tmp_path: Path) -> None:
    other = {
        "regions/halland/units/annan.yaml": region("halland")["regions/halland/units/vc.yaml"]
        .replace(b"PAHITT0001", b"PAHITT0002")
        .replace("Påhittade".encode(), b"Andra")
    }
    root, out = lay(tmp_path / "root", {**region("halland"), **other}), tmp_path / "out"
    both = _write(root, out)[1]
    (root / "regions/halland/units/annan.yaml").unlink()
    one = _write(root, out)[1]
    assert set(both) - set(one) == {"halland/units/SE2321000115-PAHITT0002.json"}


@pytest.mark.parametrize(
    "hsa_id", ["../../../outside", "/tmp/outside", "a/../../../../outside", "..", "SE2321000115-/../../../x"]
)
@pytest.mark.parametrize("switched_off", [False, True])
def test_an_hsa_id_can_not_lead_a_build_out_of_its_folder(tmp_path: Path, hsa_id: str, switched_off: bool) -> None:
    text = f"-- units/vc.yaml --\nhsa_id: {hsa_id}\n"
    text += "-- region.yaml --\nrules: {hsa-id-form: off, invented-hsa-id: off}\n" if switched_off else ""
    root, out = lay(tmp_path / "root", region("halland", text)), tmp_path / "out"
    status, built = _write(root, out)
    assert (status, built) == (1, {})
    assert sorted(os.listdir(tmp_path)) == ["out", "root"]


def test_writing_takes_only_what_was_built_for_granted(tmp_path: Path) -> None:
    """A start page's summaries that somebody has broken are made anew."""
    files = nation()
    build_into(tmp_path, _tree(files), HERE, (), _silent)
    before = content(tmp_path)
    for path in tmp_path.rglob(".summaries.json"):
        path.write_bytes(b'{"halland": 1}')
    build_into(tmp_path, _tree(files), HERE, (), _silent)
    assert before == content(tmp_path)


# What is in a bundle.


def test_a_bundle_is_canonical_json(bundle: Files) -> None:
    for path, data in bundle.items():
        if path.endswith(".json"):
            assert canonical(json.loads(data)) == data
            assert data.endswith(b"}\n")


def test_the_manifest_names_every_other_file_with_its_size_and_digest(bundle: Files) -> None:
    expected = [
        {"path": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        for path, data in sorted(bundle.items())
        if path not in ("manifest.json", "halland.tar")
    ]
    assert expected == loaded(bundle, "manifest.json")["files"]


def test_the_revision_is_the_digest_of_the_manifest_without_it(bundle: Files) -> None:
    manifest = loaded(bundle, "manifest.json")
    revision = manifest.pop("revision")
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    assert f"sha256:{hashlib.sha256(text.encode()).hexdigest()}" == revision


def test_the_manifest_says_what_was_found_and_where_it_came_from() -> None:
    manifest = loaded(_bundle(region("halland")), "manifest.json")
    assert (manifest["source"], manifest["region"], manifest["waivers"], manifest["findings"]) == (
        {"commit": "0" * 40, "dirty": False},
        {"id": "halland", "name": "Region Halland", "county": "13"},
        [],
        {"error": 0, "warning": 0, "advice": 0, "waived": 0, "old": 0},
    )


def test_the_archive_holds_the_tree_and_nothing_of_the_machine(bundle: Files) -> None:
    with tarfile.open(fileobj=io.BytesIO(bundle["halland.tar"])) as tar:
        members = tar.getmembers()
        found = {member.name: tar.extractfile(member).read() for member in members}  # type: ignore[union-attr]
    assert found == {f"halland/{path}": data for path, data in bundle.items() if path != "halland.tar"}
    assert [member.name for member in members] == sorted(found, key=str.encode)
    assert {(0, 0, 0, "", "", 0o644, tarfile.REGTYPE)} == {
        (member.mtime, member.uid, member.gid, member.uname, member.gname, member.mode, member.type)
        for member in members
    }


def test_every_reference_leads_to_a_file_of_that_id_and_digest(bundle: Files) -> None:
    [unit] = [loaded(bundle, path) for path in bundle if path.startswith("units/")]
    references = [("casetypes", offer["casetype"]) for offer in unit["casetypes"]]
    references += [("terms", offer["terms"]) for offer in unit["casetypes"] if offer["terms"]]
    assert [(folder, reference["id"]) for folder, reference in references] == [
        ("casetypes", "egen"),
        ("casetypes", "kontakta-mig"),
        ("terms", "rad"),
        ("terms", "ring-mig"),
    ]
    for folder, reference in references:
        data = bundle[f"{folder}/{reference['id']}.json"]
        assert reference["digest"] == digest(data)
        assert reference["id"] == json.loads(data)["id"]


def test_every_reference_of_what_is_shipped_leads_somewhere() -> None:
    built = build(Tree(read_tree(ROOT)[0], (), date(2026, 12, 1)), HERE, (), _silent).built
    followed = 0
    for id, region_built in built.items():
        files = region_built.outputs["bundles"]
        for path in [path for path in files if path.startswith(f"{id}/units/")]:
            for offer in loaded(files, path)["casetypes"]:
                for folder in ("casetype", "terms"):
                    reference = offer[folder]
                    if reference is not None:
                        folder_name = {"casetype": "casetypes", "terms": "terms"}[folder]
                        assert reference["digest"] == digest(files[f"{id}/{folder_name}/{reference['id']}.json"])
                        followed += 1
    assert followed > 100


def test_a_unit_s_offer_has_its_placeholders_filled_and_its_own_points(bundle: Files) -> None:
    [unit] = [loaded(bundle, path) for path in bundle if path.startswith("units/")]
    [_, offer] = unit["casetypes"]
    expected = {
        "enhet": "Påhittade vårdcentralen",
        "svarstid": "två arbetsdagar",
        "telefon": "031-390 06 00",
        "vem": "läkaren",
    }
    assert expected == offer["placeholders"]
    assert offer["extra_points"] == [{"id": "extra", "text": "Ring {telefon}."}]


# Where the configuration came from.


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    process = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return process.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    lay(tmp_path, {**region("halland"), "README.md": b"A\n"})
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-q", "-m", "A")
    return tmp_path


CHANGES: dict[str, tuple[dict[str, bytes], bool]] = {
    "nothing": ({}, False),
    "a file of the configuration": ({"regions/halland/region.yaml": b"name: A\n"}, True),
    "a new file of the configuration": ({"regions/halland/units/ny.yaml": b"name: A\n"}, True),
    "a new region": ({"regions/ny/region.yaml": b"name: A\n"}, True),
    "a template": ({"casetype_templates/ny.yaml": b"name: A\n"}, True),
    "something else": ({"README.md": b"B\n", "output/x": b"x"}, False),
}


@pytest.mark.parametrize(("changed", "is_dirty"), CHANGES.values(), ids=CHANGES)
def test_the_source_is_the_commit_and_whether_the_configuration_was_changed_since(
    repository: Path, changed: Files, is_dirty: bool
) -> None:
    lay(repository, changed)
    source = source_of(repository)
    assert (_git(repository, "rev-parse", "HEAD"), is_dirty) == (source.commit, source.dirty)


def test_a_file_that_was_removed_is_a_change(repository: Path) -> None:
    (repository / "regions/halland/units/vc.yaml").unlink()
    assert source_of(repository).dirty is True


def test_the_root_may_stand_inside_the_repository(repository: Path) -> None:
    lay(repository / "sub", region("skane"))
    commit = _git(repository, "rev-parse", "HEAD")
    source = source_of(repository / "sub")
    assert (source.commit, source.dirty) == (commit, True)
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "B")
    lay(repository, {"regions/halland/region.yaml": b"other"})
    source = source_of(repository / "sub")
    assert (source.commit, source.dirty) == (_git(repository, "rev-parse", "HEAD"), False)


def test_outside_a_repository_and_before_its_first_commit_there_is_no_source(tmp_path: Path) -> None:
    lay(tmp_path / "bare", region("halland"))
    assert Source(None, None) == source_of(tmp_path / "bare")
    _git(tmp_path, "init", "-q")
    assert Source(None, None) == source_of(tmp_path / "bare")


def test_without_git_on_the_machine_there_is_no_source_and_all_is_built(repository: Path) -> None:
    out = repository / "output"
    process = basutbud("build", "--root", repository, "--out", out, "--as-of", DAY, PATH="/nowhere")
    assert (process.returncode, process.stderr.count("Traceback")) == (0, 0)
    assert loaded(content(out), "bundles/halland/manifest.json")["source"] == {"commit": None, "dirty": None}


def test_the_commit_stands_in_the_manifest(repository: Path) -> None:
    out = repository / "output"
    invoke("build", "--root", repository, "--out", out, "--as-of", DAY)
    expected = {"commit": _git(repository, "rev-parse", "HEAD"), "dirty": False}
    assert expected == loaded(content(out), "bundles/halland/manifest.json")["source"]
