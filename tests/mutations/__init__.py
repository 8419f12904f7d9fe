"""Faults made one at a time in the shipped configuration, each found by exactly one rule at its exact place."""
