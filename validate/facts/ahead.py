"""How far ahead of the day rules look."""

from datetime import timedelta

LONGEST_WAIVER = timedelta(days=366)
"""How far ahead the last day of a waiver may lie: a year, be it a leap year."""

NOTICE_OF_GAP = timedelta(days=92)
"""How long before a decision ends it is told that no other takes over: three months."""
