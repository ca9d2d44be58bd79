"""A template of a site's own is given up for what it takes, not for how busy the machine is."""

from __future__ import annotations

import time

import pytest

from dateline.publishing.looks.time_limit import TimeLimitError, time_limit


def test_waiting_for_the_processor_does_not_count() -> None:
    with time_limit(0.1):
        time.sleep(0.4)


def test_a_loop_without_end_is_given_up() -> None:
    def loop() -> None:
        while True:
            pass

    with pytest.raises(TimeLimitError), time_limit(0.1):
        loop()
