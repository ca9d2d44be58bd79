"""Pelican reads the same front matter as the others, lists and all."""

from pathlib import Path

import yaml
from markdown import Markdown
from pelican import signals
from pelican.readers import BaseReader

SITENAME = "The Lower Rivers Courier"
SITEURL = "https://courier.example"
PATH = "content"
ARTICLE_PATHS = ["briefs"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = []
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_CATEGORY = "news"
DEFAULT_PAGINATION = False
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_RSS = "feed.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = (
    None
)
FEED_MAX_ITEMS = 20
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FrontMatterReader(BaseReader):
    """Front matter in YAML, then Markdown."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path):
        _, front, body = Path(source_path).read_text("utf-8").split("---\n", 2)
        metadata = {
            name: self.process_metadata(name, value) if isinstance(value, str) else value
            for name, value in yaml.load(front, Loader=_LOADER).items()  # noqa: S506 - a safe one
        }
        return Markdown().convert(body), metadata


def _add_reader(readers):
    readers.reader_classes["md"] = FrontMatterReader


signals.readers_init.connect(_add_reader)
