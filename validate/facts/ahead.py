"""How far ahead of a written day a rule may look: on those days too a verdict can change."""

from datetime import timedelta

LONGEST_WAIVER = timedelta(days=366)
"""How far ahead the last day of a waiver may lie: a year, be it a leap year."""

NOTICE_OF_GAP = timedelta(days=92)
"""How long before a decision ends it is told that no other takes over: three months."""

LOOKING_AHEAD = (LONGEST_WAIVER, NOTICE_OF_GAP)
"""Every such stretch of time; a rule that looks ahead has its own here, or looking at the horizon would miss it."""
