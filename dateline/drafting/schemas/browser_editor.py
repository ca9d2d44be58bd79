"""The configuration of Pages CMS, an editor in the browser for repositories on GitHub.

It writes the whole of what it has fields for, without comments, and takes a single value for an empty
list where it expects a list. So it gets fields for single values of the front matter alone, keeps all others
(`merge`), and has the sheets as text, which it leaves as they are.
"""

from typing import Final

import yaml

from dateline.drafting.schemas.value_schemas import VALUE_SCHEMAS
from dateline.facts.described import DescribedField, Json, Reads, fields_of
from dateline.facts.records import FrontMatter
from dateline.reading.content import ABOUT, ARTICLE, AUTHORS, PAGES, SETTINGS

PAGES_CMS: Final = ".pages.yml"
_HEAD: Final = """\
# What Pages CMS (https://pagescms.org) shows of this site in the browser. Sheets are text there: as
# forms they would lose their comments, and values that stand alone where it expects a list.
"""
# A briefing is begun and removed where its address is looked after.
_NEITHER_NEW_NOR_GONE: Final = {"create": False, "rename": False, "delete": False}
_LONG: Final = ("standfirst",)


def pages_config() -> bytes:
    content = [_briefings(), _sheets(), _settings()]
    config = {"settings": {"content": {"merge": True}}, "content": content}
    text = yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=1000)
    return f"{_HEAD}{text}".encode()


def _briefings() -> Json:
    fields = [_field(field) for field in fields_of(FrontMatter) if _is_single(field)]
    article = {
        "name": "body",
        "label": "Article",
        "type": "code",
        "options": {"language": "markdown"},
    }
    return {
        "name": "briefings",
        "label": "Briefings",
        "type": "collection",
        "path": "content",
        "format": "yaml-frontmatter",
        "filename": ARTICLE,
        "exclude": [ABOUT, PAGES],
        "operations": {**_NEITHER_NEW_NOR_GONE},
        "view": {
            "primary": "title",
            "fields": ["title", "published"],
            "sort": ["published", "title"],
        },
        "fields": [*fields, article],
    }


def _sheets() -> Json:
    return {
        "name": "sheets",
        "label": "Fact sheets",
        "type": "collection",
        "path": "content",
        "format": "code",
        "filename": "sheet.yaml",
        "exclude": [SETTINGS, AUTHORS],
        "operations": {**_NEITHER_NEW_NOR_GONE},
    }


def _settings() -> Json:
    path = f"content/{SETTINGS}"
    return {"name": "settings", "label": "Site", "type": "file", "path": path, "format": "code"}


def _is_single(field: DescribedField) -> bool:
    return not (field.many or field.is_record)


def _field(field: DescribedField) -> Json:
    kind = "boolean" if field.value_type is bool else "text" if field.written in _LONG else "string"
    pattern = None if kind == "boolean" else _pattern(field)
    return {
        "name": field.written,
        "label": field.written.replace("_", " ").capitalize(),
        "type": kind,
        "description": field.help,
        "required": field.needed,
        **({"pattern": pattern} if pattern else {}),
    }


def _pattern(field: DescribedField) -> Json | None:
    """What the reader takes, where plain JavaScript can say it; what is not needed may be empty."""
    mark = field.mark(Reads)
    schema = VALUE_SCHEMAS[mark][1] if mark else {}
    regex = schema.get("pattern")
    if not regex or r"\p" in regex:
        return None
    return {"regex": regex if field.needed else f"^$|{regex}", "message": schema["errorMessage"]}
