"""The command as people and programs use it: what it writes, prints and returns."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from textwrap import dedent

import pytest

from dateline import REPOSITORY
from dateline.cli import main
from tests.faults.table import tried
from tests.small_site import ARTICLE, FIGURES, write_content

ROOT = Path(__file__).parent.parent


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the content of one small briefing, on a fixed day."""
    monkeypatch.chdir(write_content(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1726142400")
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(dedent(text), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}


def test_build_makes_the_pages_and_says_what_it_made(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    made = contents(world / "_site")
    assert {"index.html", "404.html", "about/index.html", "line/index.html"} <= made.keys()
    assert {"line/article/index.html", "line/key-figures/index.html"} <= made.keys()
    assert "line/facts/length/index.html" in made
    assert "line/timeline/index.html" not in made
    assert capsys.readouterr().out.startswith("_site: 1 briefing, ")


def test_a_second_build_writes_nothing(world: Path) -> None:
    assert main([]) == 0
    before = times(world / "_site"), contents(world / "content")
    assert main([]) == 0
    assert (times(world / "_site"), contents(world / "content")) == before


@tried(1, "A page of the site: {harm}", "The next build repairs it")
@pytest.mark.parametrize("harm", ["delete", "change", "cut"])
def test_damage_to_the_site_is_repaired(world: Path, harm: str) -> None:
    assert main([]) == 0
    page, made = world / "_site/index.html", contents(world / "_site")
    if harm == "delete":
        page.unlink()
    else:
        page.write_bytes(page.read_bytes()[:-1] + (b"x" if harm == "change" else b""))
    assert main([]) == 0
    assert contents(world / "_site") == made


@tried(3, "Each entry of the cache is spoilt: `{spoilt:.12}`", "The same bytes")
@pytest.mark.parametrize("spoilt", ["", "{", '{"key": 1}', "null", "[" * 9999])
def test_a_spoilt_memory_costs_nothing_but_time(world: Path, spoilt: str) -> None:
    assert main([]) == 0
    made = contents(world / "_site")
    for memory in (world / ".dateline/_site/cache").iterdir():
        memory.write_text(spoilt)
    assert main([]) == 0
    assert contents(world / "_site") == made


@tried(3, "The site is built from the cache and without it", "The same bytes")
def test_cached_and_fresh_builds_are_the_same_bytes(world: Path) -> None:
    write(world, "content/other/article.md", ARTICLE)
    assert main([]) == 0
    write(world, "content/other/article.md", ARTICLE.replace("A line", "A road"))
    assert main(["build", "--format", "json"]) == 0
    assert main(["build", "--fresh", "--output", "fresh"]) == 0
    assert contents(world / "_site") == contents(world / "fresh")


def test_a_briefing_called_site_does_not_make_the_site_forgotten(
    world: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(world, "content/site/article.md", ARTICLE)
    assert main([]) == 0
    monkeypatch.setattr(
        "dateline.publishing.remembering.work_out_site", lambda *_: pytest.fail("built again")
    )
    assert main([]) == 0


@tried(1, "A sheet no longer agrees with its article", "Exit 1; the old site, untouched")
def test_a_refused_build_leaves_the_old_site_as_it_was(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    before = times(world / "_site"), contents(world / "_site")
    write(world, "content/line/figures.yaml", FIGURES.replace("32 kilometres", "33 kilometres"))
    assert main([]) == 1
    assert (times(world / "_site"), contents(world / "_site")) == before
    output = capsys.readouterr().err
    assert "content/line/figures.yaml:7:15: error:" in output
    assert "Traceback" not in output


@tried(
    7,
    "The name of a file in the content is not UTF-8",
    "Exit 1, with a position that can be printed",
)
@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
def test_a_file_name_that_is_not_utf_8_is_reported(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    before = contents(world / "_site")
    try:
        (world / "content/line" / os.fsdecode(b"b\xff.md")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system refuses such names")
    assert main([]) == 1
    assert contents(world / "_site") == before
    assert "content/line/b?.md:1:1: error:" in capsys.readouterr().err
    (world / "content").rename(content := world / os.fsdecode(b"c\xff"))
    assert main(["build", "--content", str(content)]) == 1
    assert "c?/line/b?.md:1:1: error:" in capsys.readouterr().err


@tried(1, "The disk fails (EIO) as it writes", "Exit 2; the old site, untouched")
def test_an_error_while_the_disk_writes_ends_with_a_message_and_the_old_site(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    assert main([]) == 0
    before = times(world / "_site"), contents(world / "_site")
    write(world, "content/line/article.md", ARTICLE.replace("A line", "A road"))
    monkeypatch.setattr(os, "fsync", fail)
    assert main([]) == 2
    assert (times(world / "_site"), contents(world / "_site")) == before
    assert capsys.readouterr().err.endswith("\ndateline: _site: Input/output error\n")


@tried(1, "The first build is refused", "Not a file is written")
def test_a_refused_first_build_leaves_nothing_but_what_it_remembers(world: Path) -> None:
    write(world, "content/line/figures.yaml", "figures: [\n")
    before = contents(world)
    assert main([]) == 1
    left = contents(world).keys() - before.keys()
    assert left == {".dateline/.gitignore", ".dateline/_site/cache/line.json"}
    assert not (world / "_site").exists()


@tried(1, "`check`, with problems and without", "Not a file is written")
def test_check_writes_nothing_and_says_the_same(world: Path) -> None:
    before = times(world)
    assert main(["check"]) == 0
    write(world, "content/line/figures.yaml", FIGURES.replace("length", "Length"))
    assert main(["check"]) == 1
    assert times(world).keys() == before.keys()


def test_json_holds_the_problems_and_what_was_built(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["version"] == 2
    assert set(report["built"]) == {"briefings", "pages", "bytes", "seconds", "remembered"}
    verdicts = {"covered", "waived", "undecided", "open", "offered"}
    assert set(report["coverage"]["line"]) == verdicts
    write(world, "content/line/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main(["check", "--format", "json"]) == 1
    (problem,) = (
        found
        for found in json.loads(capsys.readouterr().out)["problems"]
        if found["severity"] == "error"
    )
    assert problem["path"] == "content/line/figures.yaml"
    assert (problem["line"], problem["column"]) == (4, 12)
    assert problem["rule"] == "agreement.value"
    assert problem["related"][0]["path"] == "content/line/article.md"
    assert set(problem) >= {"message", "fix"}


NOTICE = "The site has no address, so it has no canonical links"


def test_a_site_without_an_address_says_what_it_does_without_and_nothing_is_wrong(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    summary, notice = capsys.readouterr().out.splitlines()
    assert summary.startswith("_site: 1 briefing, ")
    assert notice.startswith(NOTICE)
    assert main([]) == 0
    assert NOTICE in capsys.readouterr().out, "a cached build says so, too"
    assert main(["check"]) == 0
    assert NOTICE in capsys.readouterr().out
    assert main(["build", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [notice.startswith(NOTICE) for notice in report["notices"]] == [True]
    assert {problem["rule"] for problem in report["problems"]} == {"coverage.open"}


def test_the_notice_is_for_those_who_want_it_and_for_sites_without_an_address(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["build", "--site-url", "https://line.example/"]) == 0
    assert NOTICE not in capsys.readouterr().out
    write(world, "content/line/figures.yaml", "figures: [\n")
    assert main([]) == 1
    output = capsys.readouterr()
    assert NOTICE not in output.out + output.err


def test_github_gets_annotations(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(world, "content/line/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main(["check", "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert "::error file=content/line/figures.yaml,line=4,col=12" in out


def test_check_prints_coverage_only_as_text_and_not_when_quiet(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    block = "content/line/article.md: 2 dates, numbers, quotations and names: 1 covered"
    for arguments, shown in (
        (["check"], True),
        (["check", "--quiet"], False),
        (["check", "--format", "github"], False),
        (["check", "--format", "json"], False),
        (["build"], False),
    ):
        assert main(arguments) == 0
        assert (block in capsys.readouterr().out) == shown, arguments
    write(world, "content/line/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main(["check"]) == 1
    assert "content/line/article.md: 2 dates" in capsys.readouterr().out


def test_check_looks_at_the_briefings_that_it_was_given(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = (
        "\n[The line](../../line/article/index.html#about) and [nothing](../../sea/index.html).\n"
    )
    write(world, "content/road/article.md", f"{ARTICLE}{link}")
    write(world, "content/line/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main(["check", "road"]) == 1
    output = capsys.readouterr()
    assert "content/line/" not in output.out + output.err
    assert "sea/index.html" in output.err, "a link to no briefing is dead"
    assert "line/article" not in output.err, "a briefing that was not asked for is not looked into"
    write(world, "content/road/article.md", ARTICLE)
    assert main(["check", "road"]) == 0
    assert "covered" in capsys.readouterr().out
    assert main(["check", "road", "line"]) == 1


def test_a_draft_is_checked_when_it_is_asked_for(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(world, "content/draft/article.md", ARTICLE.replace("title:", "draft: true\ntitle:"))
    write(world, "content/draft/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main(["check"]) == 0
    assert main(["check", "draft"]) == 1


def test_what_is_wrong_with_the_settings_is_reported_for_a_single_briefing(world: Path) -> None:
    write(world, "content/site.yaml", "title: T\n")
    assert main(["check", "line"]) == 1


@tried(
    11, "A briefing that is not there is asked for: `{arguments}`", "Exit 2, with the nearest name"
)
@pytest.mark.parametrize("arguments", [["check", "lime"], ["build", "--only", "line", "lime"]])
def test_a_briefing_that_is_not_there_is_wrong_use(
    world: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "there is no briefing ‘lime’ in content: did you mean line?" in capsys.readouterr().err
    assert not (world / "_site").exists()


@tried(11, "`--strict`, and the content has a warning", "Exit 1")
def test_strict_treats_warnings_as_errors(world: Path) -> None:
    write(world, "content/line/article.md", ARTICLE.replace("It is", "Ann Lee said it is"))
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1


@tried(11, "Wrong use: `{arguments}`", "Exit 2; not a file is written")
@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--content", "nowhere"],
        ["build", "--output", "."],
        ["build", "--output", "content"],
        ["build", "--output", "content/line"],
        ["build", "--today", "2024-13-01"],
        ["build", "--today", "yesterday"],
        ["build", "--today", "2024-W37-3"],
        ["build", "--today", "20240911"],
        ["build", "--jobs", "0"],
        ["build", "--site-url", "example.org"],
        ["build", "--site-url", "mailto:a@b.org"],
        ["build", "--site-url", "https://example.org/?page=1"],
        ["build", "--what"],
        ["check", "--output", "_site"],
        ["make"],
        ["test"],
    ],
)
def test_wrong_use_gets_a_message_and_writes_nothing(
    world: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(world)
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
    assert code == 2
    assert contents(world) == before
    message = capsys.readouterr().err
    assert message.strip()
    assert "Traceback" not in message


@tried(2, "The output is a folder of somebody else’s files", "Exit 2; they stay")
def test_a_folder_that_dateline_did_not_make_is_left_alone(world: Path) -> None:
    write(world, "_site/mine.txt", "mine")
    assert main([]) == 2
    assert contents(world / "_site") == {"mine.txt": b"mine"}


@tried(2, "A CNAME is saved in the output", "It stays")
def test_files_of_others_in_the_site_stay(world: Path) -> None:
    assert main([]) == 0
    write(world, "_site/CNAME", "example.org")
    write(world, "content/line/article.md", ARTICLE.replace("A line", "The line"))
    assert main([]) == 0
    assert (world / "_site/CNAME").read_text() == "example.org"


def test_a_page_whose_sheet_has_no_facts_left_goes(world: Path) -> None:
    assert main([]) == 0
    removed = "removed:\n  - {id: length, on: 2024-09-12, why: It was measured wrongly.}\n"
    write(world, "content/line/figures.yaml", removed)
    assert main([]) == 0
    assert not (world / "_site/line/key-figures").exists()


def test_drafts_are_left_out_unless_asked_for(world: Path) -> None:
    draft = ARTICLE.replace("title:", "draft: true\ntitle:")
    write(world, "content/draft/article.md", draft)
    assert main([]) == 0
    assert not (world / "_site/draft").exists()
    assert main(["--drafts"]) == 0
    assert (world / "_site/draft/index.html").exists()


def test_what_is_wrong_with_a_draft_holds_nothing_up(world: Path) -> None:
    write(world, "content/draft/article.md", ARTICLE.replace("title:", "draft: true\ntitle:"))
    write(world, "content/draft/figures.yaml", FIGURES.replace("32\n", "33\n"))
    assert main([]) == 0
    assert main(["check", "--drafts"]) == 1


def test_a_refusal_for_warnings_says_so(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(world, "content/line/article.md", ARTICLE.replace("It is", "Ann Lee said it is"))
    assert main(["build", "--strict"]) == 1
    assert (
        "nothing was published, because --strict treats warnings as errors.\n"
        in capsys.readouterr().err
    )


@tried(11, "`address: {address}`", "Exit 1")
@pytest.mark.parametrize("address", ["mailto:a@b.org", "https://example.org/?a=b", "/news/"])
def test_the_address_of_a_site_is_one(world: Path, address: str) -> None:
    write(world, "content/site.yaml", f"title: T\ndescription: D\naddress: {address}\n")
    assert main([]) == 1


def test_cached_problems_name_files_relative_to_the_working_directory(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 0
    assert "content/line/article.md:" in capsys.readouterr().err
    monkeypatch.chdir(world / "content")
    assert main(["build", "--content", ".", "--output", "../_site"]) == 0
    assert capsys.readouterr().err.startswith("./line/article.md:")


@tried(11, "The program that reads the output has ended", "The exit code is as it would have been")
def test_the_exit_code_is_right_when_nobody_reads_the_output(world: Path) -> None:
    write(world, "content/line/figures.yaml", FIGURES.replace("32\n", "33\n"))
    script = f"set -o pipefail; {sys.executable} -m dateline check --format json | true"
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ["bash", "-c", script]
    done = subprocess.run(command, cwd=world, env=variables, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


def test_quiet_says_nothing(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )


@tried(
    3,
    "Another time zone, locale, hash seed, umask, working folder, and two processes",
    "The same bytes",
)
def test_the_same_content_makes_the_same_bytes_anywhere(world: Path) -> None:
    """From another folder, time zone, locale, hash seed and umask, with several processes."""
    for number in range(9):
        write(world, f"content/line-{number}/article.md", ARTICLE)
        write(world, f"content/line-{number}/figures.yaml", FIGURES)
    assert (
        run(world, "--output", "a", TZ="Pacific/Apia", LC_ALL="C", PYTHONHASHSEED="1").returncode
        == 0
    )
    elsewhere = world / "else/where"
    elsewhere.mkdir(parents=True)
    arguments = ["--content", str(world / "content"), "--output", "b", "--jobs", "2"]
    environment = {"TZ": "America/Adak", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "2"}
    old = os.umask(0o077)
    try:
        assert run(elsewhere, "build", *arguments, **environment).returncode == 0
    finally:
        os.umask(old)
    assert contents(world / "a") == contents(elsewhere / "b")
    modes = {path.stat().st_mode & 0o777 for path in (elsewhere / "b").rglob("*.html")}
    assert modes == {0o644}


HEAVY = ("pydantic", "jinja2", "markdown", "nh3", "yaml", "livereload", "tornado", "asyncio")


def test_a_build_with_nothing_to_do_imports_nothing_heavy(world: Path) -> None:
    assert main([]) == 0
    code = (
        "import sys; from dateline.cli import main; code = main([]);"
        f"print(code, [name for name in {HEAVY} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=world, env=variables, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "0 []"


def test_help_needs_only_the_standard_library(world: Path) -> None:
    for arguments in (["--help"], ["build", "--help"], ["check", "--help"]):
        command = [sys.executable, "-I", "-S", str(ROOT / "build.py"), *arguments]
        done = subprocess.run(command, cwd=world, capture_output=True, text=True, check=True)
        assert "usage:" in done.stdout


def test_a_checkout_alone_has_the_verb_test_and_what_it_needs(world: Path) -> None:
    checkout = [sys.executable, "-I", "-S", str(ROOT / "build.py"), "--help"]
    listed = subprocess.run(checkout, cwd=world, capture_output=True, text=True, check=True).stdout
    assert re.search(r"usage: build\.py .*^ +test ", listed, re.DOTALL | re.MULTILINE)
    installed = run(world, "--help").stdout
    assert installed.startswith("usage: dateline ")
    assert not re.search(r"\btest\b|build\.py", installed)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["dateline"]
    assert set(wheel["force-include"]) == {"static", "templates"}
    assert {"tools", "tests"}.isdisjoint(path.name for path in (ROOT / "dateline").iterdir())


def test_pages_and_data_name_the_version_that_the_command_says(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    named = capsys.readouterr().out.strip().capitalize()
    assert main(["build", "--site-url", "https://t.example/"]) == 0
    page = (world / "_site/index.html").read_text("utf-8")
    assert f'<meta name="generator" content="{named}">' in page
    facts = json.loads((world / "_site/line/data/facts.json").read_text("utf-8"))
    assert f"{facts['generator']} {facts['generator_version']}" == named
    feed = (world / "_site/feed.xml").read_text("utf-8")
    assert '<generator version="{1}">{0}</generator>'.format(*named.split()) in feed


def test_what_the_command_keeps_for_itself_stays_out_of_git(world: Path) -> None:
    assert main([]) == 0
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "-A"], check=True)
    listed = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout
    assert "content/line/article.md" in listed
    assert ".dateline" not in listed


def test_on_the_index_every_link_of_the_readme_is_whole_and_all_name_one_home() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    home = f"https://github.com/{REPOSITORY}"
    assert all(address.startswith(home) for address in project["project"]["urls"].values())
    text = (ROOT / "README.md").read_text("utf-8")
    hook = project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
    for change in hook["substitutions"]:
        assert f"/{REPOSITORY}/" in change["replacement"]
        text = re.sub(change["pattern"], change["replacement"], text)
    targets = re.findall(r"\]\(([^)]*)\)", text)
    assert len(targets) > 10
    assert [target for target in targets if not target.startswith("https://")] == []
