import pytest
from hypothesis import settings

# A slow machine is no failure, and a failure in CI comes again at home.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick tests first; and Playwright keeps an event loop, which nothing then runs beside."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
