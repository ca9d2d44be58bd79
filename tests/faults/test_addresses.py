"""Addresses that lead elsewhere than they seem to: refused where they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.cli import main
from dateline.facts.editor_addresses import fault_of_editor
from dateline.facts.web_addresses import WEB, fault_of
from dateline.reading.briefing_files import parse_site
from tests.faults.table import tried
from tests.small_site import SETTINGS, article, assemble, write_content

USER = "it has the name of a user before its host"
UNSEEN = "it has a character that cannot be seen"
PORT = "its port is not a number from 1 to 65535"
# In each of these, a reader, a browser and the program could take another host for the one meant.
DISGUISED = {
    "https://bank.example@evil.example/": USER,
    "https://bank.example:x@evil.example/": USER,
    "https://@evil.example/": USER,
    "https://a.example%40evil.example/": "its host has a percent sign",
    "https://%65vil.example/": "its host has a percent sign",
    "https:\\\\evil.example/": "it has a backslash, which browsers read as a slash",
    "https://a.example\\@evil.example/": "it has a backslash, which browsers read as a slash",
    "https://a.example/\n": "it has a space or a line break",
    "https://evil\t.example/": "it has a space or a line break",
    "ht\ntps://evil.example/": "it has a space or a line break",
    "https://a.example/\u202egnp.exe": UNSEEN,
    "https://a.example/\x01": UNSEEN,
    "https://a\u00ad.example/": UNSEEN,
    "https://a\u200d.example/": UNSEEN,
    "https://a.example/\udcff": UNSEEN,
    "https:evil.example": "it has no host after //",
    "https:/evil.example": "it has no host after //",
    "https:///evil.example": "it has no host after //",
    "https://:80/": "it has no host after //",
    "https://a.example:65536/": PORT,
    "https://a.example:0/": PORT,
    "https://a.example:-1/": PORT,
    "https://a.example:٨٠/": PORT,
    "https://a.example:80:80/": PORT,
    "https://[::1/": "its host cannot be read",
    "https://[::1]evil.example/": PORT,
    "https://[fe80::1%25eth0]/": "its host has a percent sign",
    "https://[v1.a]/": "its host is not an IPv6 address",
    "https://0x7f.1/": "its host is a number that browsers read as another",
    "https://2130706433/": "its host is a number that browsers read as another",
    "https://0177.0.0.1/": "its host is a number that browsers read as another",
    "https://a..example/": "its host is not a name",
    f"https://{'a' * 64}.example/": "its host is not a name",
    "https://a.example℀evil.example/": "its host cannot be read",
    "https://a,b.example/": "its host has “,”",
    "https://a<b.example/": "its host has “<”",
    "https://bаnk.example/": "“bаnk” in its host has the letter “cyrillic small letter a” (U+0430)",
    "https://bοnk.example/": "“bοnk” in its host has the letter “greek small letter omicron” (U+03BF)",
    "https://сосо.example/": "every letter of “сосо” in its host looks like one of another alphabet",
    "https://ｂank.example/": "its host has “ｂank”, which browsers read as “bank”",
    "https://bank。example/": "its host has “。”",
    "https://❤.example/": "its host has “❤”",
    "ftp://a.example/": "it begins with ftp:",
    "wss://a.example/": "it begins with wss:",
    "blob:https://a.example/1": "it begins with blob:",
    "view-source:https://a.example/": "it begins with view-source:",
    "javascript:alert(1)": "it begins with javascript:",
    "java\x01script:alert(1)": UNSEEN,
    "data:text/html,a": "it begins with data:",
    "file:///etc/passwd": "it begins with file:",
    "intent://a.example/#Intent;end": "it begins with intent:",
    "//evil.example/": "it begins with no scheme",
    "evil.example": "it begins with no scheme",
    "mailto:": "it names nobody to write to",
    "mailto://a@b.example": "it names nobody to write to",
    "mailto:a@b.example@evil.example": "it names nobody to write to",
    "mailto:a@bаnk.example": "“bаnk” in its host has the letter “cyrillic small letter a” (U+0430)",
    "mailto:a@b.example%0aBcc:c@d.example": "it names nobody to write to",
    "mailto:a@b.example?subject=a%0D%0ABcc:c@d.example": (
        "its field subject has a line break or a control character"
    ),
}


@tried(8, "The address `{address}`", "Refused: {fault}")
@pytest.mark.parametrize(("address", "fault"), DISGUISED.items())
def test_no_address_leads_elsewhere_than_it_seems_to(address: str, fault: str) -> None:
    assert fault_of(address).startswith(fault)


HOSTILE = {
    "a user": "https://bank.example@evil.example/",
    "a look-alike": "https://bаnk.example/",
    "a port": "https://bank.example:99999/",
}
FIELDS = {
    "address": "address: {}",
    "publisher": "publisher: {{name: A, address: {}}}",
    "licence": "licence: {{name: A, address: {}}}",
    "report": "report: {}",
    "contact": "contact: {}",
    "corrections": "corrections: {}",
    "imprint": "imprint: {}",
    "social": "social: [{}]",
    "editor": "editor: {}{{path}}",
}


@tried(8, "`{field}` of site.yaml has an address with {kind}", "Refused at its line")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_every_address_of_the_settings_is_parsed(field: str, kind: str) -> None:
    line = FIELDS[field].format(HOSTILE[kind])
    _, found = parse_site(f"{SETTINGS}{line}\n".encode(), "site.yaml")
    assert [(problem.rule, problem.position.line) for problem in found] == [("address.form", 3)]


SHEETS = {
    "sources.yaml": "sources:\n  - {{id: a, title: A, address: '{}'}}\n",
    "people.yaml": "people:\n  - {{id: a, name: A, role: b, why: c, evidence: quiet, same_as: '{}'}}\n",
}


@tried(8, "An address in {file} has {kind}", "Refused at its line")
@pytest.mark.parametrize("file", SHEETS)
@pytest.mark.parametrize("kind", HOSTILE)
def test_every_address_of_a_sheet_is_parsed(file: str, kind: str) -> None:
    sheet = SHEETS[file].format(HOSTILE[kind])
    site = assemble({"b/article.md": article(), f"b/{file}": sheet})
    assert [(p.rule, p.position.line) for p in site.problems if p.severity == "error"] == [
        ("address.form", 2)
    ]


LINKS = {
    **HOSTILE,
    "a slash too many": "//evil.example/",
    "backslashes": "\\\\\\\\evil.example/",
    "a slash and a backslash": "/\\evil.example/",
}


@tried(8, "A link of an article has {kind}: `{address}`", "Refused at its line")
@pytest.mark.parametrize(("kind", "address"), LINKS.items())
def test_every_link_of_an_article_is_parsed(kind: str, address: str) -> None:
    site = assemble({"b/article.md": article(f"[The bank]({address}) says so.")})
    rule = "address.form" if kind in HOSTILE else "link.dead"
    assert [(p.rule, p.position.line) for p in site.problems if p.severity == "error"] == [
        (rule, 7)
    ]


EDITORS = (
    "http://localhost:x@evil.example/{path}",
    "http://localhost@evil.example/{path}",
    "http://localhost.evil.example/{path}",
    "http://127.0.0.1.evil.example/{path}",
    "http://0x7f.1/{path}",
    "http://localhost%2eevil.example/{path}",
    "http://localhost\\@evil.example/{path}",
    "http://localhost#@evil.example/{path}\n",
    "http://[::ffff:192.0.2.1]/{path}",
    "http://localhost:{path}",
    "http://{path}.evil.example/",
    "https://evil.example/{path}",
    "HTTPS:{path}",
    "//evil.example/{path}",
    "ftp://evil.example/{path}",
    "wss://evil.example/{path}",
    "blob:http://localhost/{path}",
    "view-source:http://evil.example/{path}",
    "javascript:alert('{path}')",
    "java\tscript:alert('{path}')",
    "data:text/html,{path}",
    "file://evil.example/{path}",
    "mailto:a@evil.example?body={path}",
    "smb://evil.example/{path}",
    "unheard-of://open/{path}",
    "vscode://vscode-remote/ssh-remote+evil.example/{path}",
    "vscode://some.extension/{path}",
    "cursor://anysphere.cursor-deeplink/mcp/install?name={path}",
    "vscode://file//evil.example/share/{path}",
    "vscode://file/%5C%5Cevil.example/{path}",
    "vscode://file/%2F%2Fevil.example/{path}",
    "vscode://file/%252Fevil.example/{path}",
    "txmt://open?url=https://evil.example/{path}",
    "txmt://open?url=file://evil.example/{path}",
    "emacs://open?file=/ssh:evil.example:{path}",
    "zed://ssh/evil.example/{path}",
    "jetbrains://gateway/evil.example/{path}",
    "idea://me@evil.example/open?file={path}",
    "vscode://file/",
    "{path}",
    "vscode://file/{path}:{row}",
    "vscode://file/{path}}",
)


@tried(9, "The editor of the preview is `{address}`", "Refused: no path leaves the machine")
@pytest.mark.parametrize("address", EDITORS)
def test_no_editor_is_on_another_machine(address: str) -> None:
    assert fault_of_editor(address)


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_content(tmp_path))
    return tmp_path


@tried(9, "`EDITOR_URL={address} serve`", "Exit 2, and what is wrong with it")
@pytest.mark.parametrize("address", [EDITORS[0], "ftp://a/{path}", "vscode://file/{path}\n"])
def test_the_editor_of_the_environment_is_parsed(
    world: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    monkeypatch.setenv("EDITOR_URL", address)
    assert main(["serve"]) == 2
    assert f"EDITOR_URL is {address!r}: {fault_of_editor(address)}; " in capsys.readouterr().err


SITES = (
    "https://news.example/\n",
    "https://news.example/?a=b",
    "https://news.example/#a",
    "https://news.example//evil.example/",
    "https://news.example/../a/",
    "https://news.example/%2e%2e/",
    "https://me@news.example/",
    "https://news.example:99999/",
    "https://nеws.example/",
    "https:news.example",
    "mailto:a@news.example",
    'https://news.example/"><script>',
)


@tried(11, "`build --site-url` is given `{address}`", "Exit 2, and nothing is written")
@pytest.mark.parametrize("address", SITES)
def test_the_address_of_the_command_line_is_parsed(
    world: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    with pytest.raises(SystemExit) as end:
        main(["build", "--site-url", address])
    assert end.value.code == 2
    assert f"{address!r} is not the address of a site: " in capsys.readouterr().err
    assert not (world / "_site").exists()


@tried(11, "`build --previous` is given `{address}`", "Exit 2, and nothing is asked for")
@pytest.mark.parametrize(
    "address",
    ["ftp://news.example/", "https://me:secret@news.example/", "http://0x7f.1/", "file:///a"],
)
def test_the_published_site_is_at_an_address_of_the_web(
    world: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    assert main(["build", "--previous", address]) == 2
    assert (
        f"{address!r} is not the address of a site: {fault_of(address, WEB)}"
        in capsys.readouterr().err
    )


@tried(7, "`look:` names the file `{file}`", "Refused at its line")
@pytest.mark.parametrize(
    "file",
    [
        "look/../site.yaml",
        "look/..",
        "look/.",
        "/etc/logo.svg",
        "https://a.example/a.svg",
        "look/a/b.svg",
        "look\\\\a.svg",
        "look/a%2fb.svg",
        "data:image/svg+xml,a",
        "look/a.svg?b",
    ],
)
def test_a_logo_is_a_file_of_the_sites_own(file: str) -> None:
    settings = f'{SETTINGS}look:\n  logo: "{file}"\n'
    site = assemble({"b/article.md": article()}, settings=settings)
    assert [p.position.line for p in site.problems if p.severity == "error"] == [4]


@tried(7, "An article has the picture `{file}`", "Refused at its line")
@pytest.mark.parametrize(
    "file",
    [
        "images/../article.md",
        "images/..",
        "/etc/a.png",
        "https://a.example/a.png",
        "images/a/b.png",
        "data:image/png;base64,aaaa",
        "images/%2e%2e",
        "images%2f..%2fa.png",
        "//a.example/a.png",
    ],
)
def test_a_picture_is_a_file_of_the_briefings_own(file: str) -> None:
    site = assemble(
        {"b/article.md": article(f"It is here.\n\n![A bridge]({file})\n\nAll was quiet.")}
    )
    assert 9 in {p.position.line for p in site.problems if p.severity == "error"}
