import time

from quiz import clock


def test_the_clock_of_rounds_goes_on_and_tells_seconds() -> None:
    earlier = clock.now()
    time.sleep(0.05)
    assert 0.05 <= clock.now() - earlier < 5
