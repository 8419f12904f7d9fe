"""What a YAML syntax error is to the one who wrote the file: one of a few problems, and the place that helps most."""

import re

from yaml.error import MarkedYAMLError, YAMLError
from yaml.tokens import (
    BlockEndToken,
    DirectiveToken,
    DocumentEndToken,
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
    Token,
)

from schema.places import Misfit, Related, Stretch
from schema.reading.lookalikes import in_lines_of_error

PROBLEMS = frozenset(
    {
        "colon-in-value",
        "extra-comma",
        "hard-space",
        "list-in-text",
        "misplaced-dash",
        "missing-colon",
        "missing-comma",
        "missing-dash",
        "missing-space",
        "other",
        "reserved-character",
        "tab-indentation",
        "text-after-block-sign",
        "text-after-bracket",
        "text-after-quote",
        "unclosed-bracket",
        "unclosed-quote",
        "under-brackets",
        "unexpected-bracket",
        "unknown-escape",
        "wrong-indentation",
    }
)

# Those of libyaml's problems that mean one thing wherever they occur, and which of its two marks shows it.
_PLAIN_CASES = {
    "found a tab character that violates indentation": ("tab-indentation", "problem"),
    "found a tab character where an indentation space is expected": ("tab-indentation", "problem"),
    "found unexpected ':'": ("colon-in-value", "problem"),
    "block sequence entries are not allowed in this context": ("misplaced-dash", "problem"),
    "mapping keys are not allowed in this context": ("reserved-character", "problem"),
    "found unexpected end of stream": ("unclosed-quote", "context"),
    "found unexpected document indicator": ("unclosed-quote", "context"),
    "did not find expected alphabetic or numeric character": ("reserved-character", "context"),
    "did not find expected '!'": ("reserved-character", "context"),
    "did not find the expected '>'": ("reserved-character", "context"),
    "did not find expected tag URI": ("reserved-character", "context"),
    "did not find expected whitespace or line break": ("reserved-character", "context"),
    "did not find URI escaped octet": ("reserved-character", "context"),
    "found an incorrect leading UTF-8 octet": ("reserved-character", "context"),
    "found an incorrect trailing UTF-8 octet": ("reserved-character", "context"),
    "invalid UTF-8 octet": ("reserved-character", "context"),
}
_ESCAPES = {
    "found unknown escape character",
    "did not find expected hexdecimal number",
    "found invalid Unicode character escape code",
}
_MISPLACED = {
    "did not find expected key",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
}
_IN_BRACKETS = {"did not find expected ',' or ']'", "did not find expected ',' or '}'"}
_DIRECTIVES = {"found incompatible YAML document", "found duplicate %YAML directive", "found duplicate %TAG directive"}

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{0,2}|u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|.)")
_GAP = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_BREAK = re.compile(r"[\r\n]")
_LEAD = re.compile(r" *(?:- +)*")
_NO_SPACE = re.compile(r"(?P<dash>-)[^\s-]|[^\s:\"'\[{]+(?P<colon>:)[^\s/]")


class Before:
    """What the scanner had passed before a syntax error: the token before it and the brackets still open."""

    def __init__(self) -> None:
        self.previous: Token | None = None
        self.opened: list[int] = []
        self.closed = 0

    def pass_by(self, token: Token) -> None:
        if isinstance(token, BlockEndToken):
            return
        self.previous = token
        if isinstance(token, (FlowSequenceStartToken, FlowMappingStartToken)):
            self.opened.append(token.start_mark.index)
        elif isinstance(token, (FlowSequenceEndToken, FlowMappingEndToken)) and self.opened:
            self.closed = self.opened.pop()


def line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """The end of the line without the blanks before it, but not before `at`."""
    match = _BREAK.search(text, at)
    end = match.start() if match else len(text)
    return max(at, at + len(text[at:end].rstrip(" \t")))


def explain(file: str, text: str, error: YAMLError, before: Before) -> Misfit | None:
    """The misfit of a syntax error, or None where something else that is refused has caused it."""
    return _Explanation(file, text, error, before).misfit()


class _Explanation:
    def __init__(self, file: str, text: str, error: YAMLError, before: Before) -> None:
        marked = error if isinstance(error, MarkedYAMLError) else MarkedYAMLError()
        self.file = file
        self.text = text
        self.before = before
        self.problem = marked.problem or ""
        self.doing = marked.context or ""
        self.at = marked.problem_mark.index if marked.problem_mark else 0
        self.context = marked.context_mark.index if marked.context_mark else self.at
        self.char = text[self.at : self.at + 1]

    def misfit(self) -> Misfit | None:
        if self.problem in _DIRECTIVES or "directive" in self.doing:
            start = line_start(self.text, self.at)
            end = line_end(self.text, start)
            return Misfit("directive", Stretch(self.file, start, end), {"text": self.text[start:end]})
        if self.problem == "found undefined tag handle":
            end = self.at + len(self.text[self.at : line_end(self.text, self.at)].split()[0])
            return Misfit("tag", Stretch(self.file, self.at, end), {"text": self.text[self.at : end]})
        previous = self.before.previous
        if self.problem == "did not find expected <document start>":
            if isinstance(previous, DirectiveToken):
                return None
            if isinstance(previous, DocumentEndToken):
                end = line_end(self.text, self.at)
                return Misfit("second-document", Stretch(self.file, self.at, end), {})
        return self._not_yaml()

    def _not_yaml(self) -> Misfit:
        if self._within_quote_that_ran_on():
            return self._unclosed("unclosed-quote", self.before.previous.start_mark.index)  # type: ignore[union-attr]
        case, mark = _PLAIN_CASES.get(self.problem, ("", ""))
        if case == "unclosed-quote":
            return self._unclosed(case, self.context)
        if self._outside_open_bracket():
            return self._unclosed("unclosed-bracket", self.before.opened[-1])
        if case:
            start = self.at if mark == "problem" else self.context
            return self._told(case, start, start + 1)
        if self.problem == "found character that cannot start any token":
            return self._told("tab-indentation" if self.char == "\t" else "reserved-character", self.at, self.at + 1)
        if "block scalar" in self.doing:
            return self._told("text-after-block-sign", self.context, line_end(self.text, self.context))
        if self.problem in _ESCAPES:
            return self._escape()
        if self.problem in _IN_BRACKETS:
            return self._in_brackets()
        return self._structural()

    def _structural(self) -> Misfit:
        """A problem of how lines belong together."""
        hard = in_lines_of_error(self.text, self.context, self.at)
        if hard:
            return self._told(hard[0], hard[1], hard[1] + 1)
        if self.problem == "could not find expected ':'":
            return self._missing_colon(self.context)
        if self.problem == "mapping values are not allowed in this context":
            return self._colon()
        if self.problem == "did not find expected node content":
            return self._no_content()
        if self.problem in _MISPLACED:
            return self._misplaced()
        return self._told("other", self.at, self.at + 1)

    def _told(self, problem: str, start: int, end: int, *related: Related) -> Misfit:
        size = len(self.text)
        stretch = Stretch(self.file, min(start, size), min(end, size))
        return Misfit("not-yaml", stretch, {"problem": problem}, related)

    def _related(self, role: str, start: int, end: int) -> Related:
        return Related(role, Stretch(self.file, start, min(end, len(self.text))))

    def _unclosed(self, problem: str, start: int) -> Misfit:
        return self._told(problem, start, start + 1, self._related("noticed-here", self.at, self.at + 1))

    def _same_line(self, start: int, end: int) -> bool:
        return not _BREAK.search(self.text, start, end)

    def _within_quote_that_ran_on(self) -> bool:
        """A quoted text over several lines with something after it: most likely the next text's quote closed it."""
        quoted = self.before.previous
        if not isinstance(quoted, ScalarToken) or quoted.style not in ("'", '"'):
            return False
        start, end = quoted.start_mark.index, quoted.end_mark.index
        return self._same_line(end, self.at) and not self._same_line(start, end)

    def _outside_open_bracket(self) -> bool:
        """Whether the error stands on a later line that is not indented under the line of an open bracket."""
        if not self.before.opened:
            return False
        if _GAP.fullmatch(self.text, self.at):
            return True
        opened = line_start(self.text, self.before.opened[-1])
        here = line_start(self.text, self.at)
        lead, own = _LEAD.match(self.text, opened), len(self.text[here:]) - len(self.text[here:].lstrip(" "))
        return here > opened and own <= (lead.end() if lead else 0) - opened and self.char not in ("]", "}")

    def _escape(self) -> Misfit:
        start = self.text.rfind("\\", self.context, self.at + 1)
        match = _ESCAPE.match(self.text, start)
        return self._told("unknown-escape", start, match.end() if match else self.at + 1)

    def _missing_colon(self, start: int) -> Misfit:
        end = line_end(self.text, start)
        if self.text[start : start + 1] in ("'", '"') and self._quote_runs_on(start):
            return self._unclosed("unclosed-quote", start)
        glued = _NO_SPACE.match(self.text, start, end)
        if glued:
            sign = "dash" if glued["dash"] else "colon"
            return self._told("missing-space", glued.start(sign), glued.end(sign))
        return self._told("missing-colon", start, end)

    def _quote_runs_on(self, start: int) -> bool:
        closing = self.text.find(self.text[start], start + 1)
        return closing > line_end(self.text, start)

    def _colon(self) -> Misfit:
        """A colon that makes no key: of the line's second key, or of a line that continues the one above."""
        here = line_start(self.text, self.at)
        previous = self.before.previous
        if isinstance(previous, ScalarToken):
            start = previous.start_mark.index
        else:
            gap = _GAP.match(self.text, previous.end_mark.index if previous else 0)
            start = gap.end() if gap else self.at
        if start >= here:
            return self._told("colon-in-value", self.at, self.at + 1)
        if not self.text[line_start(self.text, start) : start].strip(" "):
            return self._missing_colon(start)
        first = here + len(self.text[here : self.at]) - len(self.text[here : self.at].lstrip(" \t"))
        if self.text[first] == "-":
            return self._told("list-in-text", first, first + 1, self._related("begins-here", start, start + 1))
        return self._told("wrong-indentation", first, self.at)

    def _in_brackets(self) -> Misfit:
        if self.char in ("]", "}"):
            return self._wrong_bracket()
        opened = self._related("opened-here", self.context, self.context + 1)
        return self._told("missing-comma", self.at, self.at + 1, opened)

    def _wrong_bracket(self) -> Misfit:
        opened = self.before.opened[-1:]
        related = [self._related("opened-here", start, start + 1) for start in opened]
        return self._told("unexpected-bracket", self.at, self.at + 1, *related)

    def _no_content(self) -> Misfit:
        if self.char in ("]", "}"):
            return self._wrong_bracket()
        problem = {",": "extra-comma", "-": "misplaced-dash", ":": "other", "?": "other", ".": "other"}.get(self.char)
        if problem:
            return self._told(problem, self.at, self.at + 1)
        return self._told("wrong-indentation", self.at, line_end(self.text, self.at))

    def _misplaced(self) -> Misfit:
        if self.char in ("]", "}"):
            return self._wrong_bracket()
        end = line_end(self.text, self.at)
        previous = self.before.previous
        is_beside = previous is not None and self._same_line(previous.end_mark.index, self.at)
        if isinstance(previous, ScalarToken) and is_beside and previous.style in ("'", '"'):
            begun = self._related("begins-here", previous.start_mark.index, previous.start_mark.index + 1)
            return self._told("text-after-quote", self.at, end, begun)
        if isinstance(previous, (FlowSequenceEndToken, FlowMappingEndToken)) and (is_beside or self._is_under_closed()):
            begun = self._related("begins-here", self.before.closed, self.before.closed + 1)
            return self._told("text-after-bracket" if is_beside else "under-brackets", self.at, end, begun)
        if self.problem == "did not find expected key" and self.char == "-":
            return self._told("misplaced-dash", self.at, self.at + 1)
        if self.char == ":":
            return self._told("other", self.at, self.at + 1)
        column = self.at - line_start(self.text, self.at)
        if "'-'" in self.problem and column == self.context - line_start(self.text, self.context):
            return self._told("missing-dash", self.at, end)
        return self._told("wrong-indentation", self.at, end)

    def _is_under_closed(self) -> bool:
        """Whether the error stands deeper than the line on which the last bracket that is closed was opened."""
        above = self.text[line_start(self.text, self.before.closed) : self.before.closed]
        return self.at - line_start(self.text, self.at) > len(above) - len(above.lstrip(" "))
