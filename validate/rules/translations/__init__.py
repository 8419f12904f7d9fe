"""Translations of terms texts."""
