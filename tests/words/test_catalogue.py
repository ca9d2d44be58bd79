"""All words of pages are messages of the catalogue, and a language is one catalogue and its formats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment

from dateline.words import _, deferred, ngettext, pgettext, speaking, spoken
from dateline.words.in_templates import TEMPLATE_WORDS
from dateline.words.interface import FOLDER, FORMATS, find_interface
from tests.catalogue import TEMPLATE, compiled, extracted, written
from tests.small_site import article, assemble
from tests.words.pseudo import PseudoCatalogue, all_unmarked, unmarked

GERMAN = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Updated %(date)s"
msgstr "Geändert am %(date)s"

msgid "%(number)s event"
msgid_plural "%(number)s events"
msgstr[0] "%(number)s Ereignis"
msgstr[1] "%(number)s Ereignisse"

msgid "Underlined words support a fact. The number after them, or the name itself, leads to it."
msgstr "Unterstrichene Wörter belegen einen Fakt."

msgid "Corrections"
msgstr "Korrekturen"

msgctxt "the month"
msgid "May"
msgstr "Mai"
"""


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A catalogue of a few messages, whose formats are those of English."""
    path = tmp_path / "de.po"
    path.write_text(GERMAN, "utf-8")
    path.with_suffix(".mo").write_bytes(compiled(path))
    monkeypatch.setattr("dateline.words.interface.FOLDER", tmp_path)
    find_interface.cache_clear()
    yield
    find_interface.cache_clear()


def test_a_message_is_in_the_language_that_is_spoken(german: None) -> None:
    assert _("Updated %(date)s", date="1. Mai") == "Updated 1. Mai"
    with speaking("de"):
        assert _("Updated %(date)s", date="1. Mai") == "Geändert am 1. Mai"
        assert ngettext("%(number)s event", "%(number)s events", 1) == "1 Ereignis"
        assert ngettext("%(number)s event", "%(number)s events", 2500) == "2,500 Ereignisse"
        assert pgettext("the month", "May") == "Mai"
        assert _("May") == "May"
    assert _("Updated %(date)s", date="1. Mai") == "Updated 1. Mai"


def test_a_briefing_is_made_in_its_own_language_and_the_site_in_that_of_the_site(
    german: None,
) -> None:
    made = assemble({"b/article.md": article("Alles war ruhig.", "language: de-AT")})
    sources, corrections = (
        made.files[f"{page}/index.html"].decode() for page in ("b/article", "corrections")
    )
    assert '<html lang="de-AT"' in sources
    assert "Unterstrichene Wörter belegen einen Fakt." in sources
    assert '<nav aria-label="Site">' in sources
    assert '<html lang="en"' in corrections
    assert "<h1>Corrections</h1>" in corrections


def test_a_message_in_a_template_escapes_its_values(german: None) -> None:
    templates = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    templates.newstyle_gettext = True  # type: ignore[attr-defined]
    templates.globals |= TEMPLATE_WORDS
    source = (
        "{% trans number=n %}{{ number }} event{% pluralize %}{{ number }} events{% endtrans %}"
    )
    with speaking("de"):
        assert templates.from_string(source).render(n=2500) == "2,500 Ereignisse"
        shown = templates.from_string('{{ _("Updated %(date)s", date=day) }}')
        assert shown.render(day="<1>") == "Geändert am &lt;1&gt;"


def test_a_language_without_a_catalogue_is_made_in_english() -> None:
    assert find_interface("tlh-Latn").language == "en"
    with speaking("tlh"):
        assert _("Updated %(date)s", date="1 May") == "Updated 1 May"
        assert spoken().formats.number(2500) == "2,500"


def test_where_a_language_has_no_catalogue_our_words_are_marked_as_english() -> None:
    made = assemble({"b/article.md": article("Tout était calme.", "language: fr")})
    page = made.files["b/article/index.html"].decode()
    assert '<html lang="fr"' in page
    assert '<nav class="row" aria-label="This briefing" lang="en">' in page
    assert '<footer class="foot" lang="en">' in page


def test_a_message_that_is_listed_is_translated_where_it_is_used(german: None) -> None:
    listed = deferred("Updated %(date)s")
    with speaking("de"):
        assert _(listed, date="1. Mai") == "Geändert am 1. Mai"


def test_the_list_of_messages_is_current() -> None:
    assert TEMPLATE.read_text("utf-8") == written(extracted()).decode(), (
        "run `python -m tests.catalogue`"
    )


def test_a_sentence_is_translated_once() -> None:
    """No two messages of several words differ only in what their values are called."""
    alike: dict[str, set[str]] = defaultdict(set)
    for message in extracted():
        words = message.id if isinstance(message.id, str) else message.id[0]
        bare = re.sub(r"%\(\w+\)s", "%", words)
        if len(re.findall(r"\w+", bare)) > 1:
            alike[bare].add(words)
    assert [words for words in alike.values() if len(words) > 1] == []


def test_catalogues_are_complete_and_compiled() -> None:
    assert [fault for path in FOLDER.glob("*.po") for fault in faults(path)] == []


def faults(path: Path) -> Iterator[str]:
    """What is wrong with a language's catalogue: a message missing, empty or with other values."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem.replace("-", "_"))
    for message in extracted():
        known = catalogue.get(message.id, message.context) if message.id else message
        if known is None or not known.string or known.fuzzy:
            yield f"{path.name}: {message.id!r} is not translated"
    used = {(message.id, message.context) for message in extracted()}
    for message in catalogue:
        if (message.id, message.context) not in used:
            yield f"{path.name}: {message.id!r} is on no page any more"
    for message, errors in catalogue.check():
        yield from (f"{path.name}: {message.id!r}: {error}" for error in errors)
    if path.stem not in FORMATS:
        yield f"{path.name}: interface.py names no formats for it"
    if path.with_suffix(".mo").read_bytes() != compiled(path):
        yield f"{path.name} was changed: run `python -m tests.catalogue`"


def test_a_catalogue_with_faults_is_refused(german: None, tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(
        GERMAN.replace("am %(date)s", "am %(day)s").replace("Korrekturen", ""), "utf-8"
    )
    found = "\n".join(faults(tmp_path / "de.po"))
    assert "'Corrections' is not translated" in found
    assert "placeholder 'day'" in found
    assert "'Updated %(date)s' is on no page any more" in found
    assert "names no formats" in found
    assert "de.po was changed" in found


def test_words_that_are_no_message_are_found() -> None:
    html = (
        """<p title="Not marked">⟦Updated <b>Ann Lee</b> on⟧ Ann Lee, <i>not marked</i> ⟦and⟧</p>"""
    )
    assert [*unmarked(html, frozenset({"ann lee"}))] == ["Not marked", "not marked"]


def test_all_words_of_pages_are_messages() -> None:
    catalogue = PseudoCatalogue()
    assert [*all_unmarked(catalogue)] == []
    messages = [message.id for message in extracted() if message.id]
    ids = [message if isinstance(message, str) else message[0] for message in messages]
    seen = [message for message in ids if message in catalogue.asked]
    assert len(seen) > 0.89 * len(ids), "the sites of tests/sites show nine messages in ten"
