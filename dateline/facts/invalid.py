"""The error that refuses what an editor wrote."""

from dateline.problems import Rule


class InvalidValueError(ValueError):
    """A refused value: `code` is the rule, `found` what it is now, `fix` what to write."""

    def __init__(self, code: Rule, found: str, fix: str) -> None:
        super().__init__(code, found, fix)
        self.code, self.found, self.fix = code, found, fix

    def __str__(self) -> str:
        return f"{self.found}; {self.fix}"
