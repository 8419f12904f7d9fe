"""The check digit that organisation numbers and personal numbers have in common."""


def luhn_agrees(digits: str) -> bool:
    """Whether the last digit is the Luhn (modulus 10) check digit of those before it."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
