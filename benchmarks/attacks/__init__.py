"""What a hostile client does, each against a server of its own; see benchmarks/hostile.py.

An attack takes the server's port, and gives how much it asked for and what it was answered.
"""

from collections import Counter
from collections.abc import Callable

from benchmarks.session import own_address

# Numbers of the addresses of their own: bounds of a client are its alone.
NUMBER, HONEST = 0, 1
HOSTILE = own_address(NUMBER)
OTHERS = [own_address(number) for number in (2, 3, 4)]

Attack = Callable[[int], tuple[int, Counter[str]]]
