"""The parts that pages are made of; each knows how to show itself and tells what happened in one message."""
