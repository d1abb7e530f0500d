"""What every source must keep: its reading adds up, no bytes break it, problems name a row, equal bytes read equal."""

import io
import random
from collections.abc import Iterator
from typing import ClassVar

from askwell import sources
from askwell.domain.messages import Message
from askwell.domain.reading import Note, Reading
from askwell.sources.found import Found, Kind


def found(data: bytes, kind: Kind, *, file: str = "given.bin") -> Found:
    """A file that is only bytes, sniffed already."""
    return Found(file, file, kind, lambda: io.BytesIO(data), len(data))


def read(data: bytes | str, kind: Kind, *, file: str = "given.bin", region: str = "", zone: str = "") -> Reading:
    raw = data.encode() if isinstance(data, str) else data
    reading = sources.read(found(raw, kind, file=file), region=region, zone=zone)
    reading.messages = list(reading.messages)
    return reading


def given(reading: Reading) -> int:
    messages = reading.messages
    assert isinstance(messages, list)
    return len(reading.cards) + len(messages) + len(reading.applications)


def adds_up(reading: Reading) -> bool:
    return reading.read == given(reading) + len(reading.left_out) + len(reading.unreadable)


def messages(reading: Reading) -> list[Message]:
    assert isinstance(reading.messages, list)
    return reading.messages


class Contract:
    """Inherited by the tests of each source, with its kind and small samples of real shape."""

    kind: ClassVar[Kind]
    called: ClassVar[str] = "some.file"
    samples: ClassVar[dict[str, bytes]]

    def read(self, data: bytes) -> Reading:
        return read(data, self.kind, file=self.called)

    def damaged(self) -> Iterator[bytes]:
        """Each sample cut off, with bytes changed, and turned around."""
        dice = random.Random(7)
        for sample in self.samples.values():
            step = max(1, len(sample) // 25)
            yield from (sample[:end] for end in range(0, len(sample), step))
            for _ in range(25):
                garbled = bytearray(sample)
                for _ in range(1 + len(sample) // 50):
                    garbled[dice.randrange(len(garbled))] = dice.randrange(256)
                yield bytes(garbled)
            yield sample[::-1]
            yield sample + b"\0\xff\xfe" * 20
            yield b'"' + sample

    def test_reading_adds_up(self) -> None:
        for name, sample in self.samples.items():
            assert adds_up(self.read(sample)), name

    def test_samples_are_sniffed_as_what_they_are(self) -> None:
        from askwell.sources.sniff import sniff

        assert {name: sniff(self.called, sample).kind for name, sample in self.samples.items()} == dict.fromkeys(
            self.samples, self.kind
        )

    def test_nothing_is_swallowed(self) -> None:
        """Every index from 1 to `read` turns up once: as a card, message or application, or as a note."""
        for name, sample in self.samples.items():
            reading = self.read(sample)
            assert sorted(indexes(reading)) == list(range(1, reading.read + 1)), name

    def test_the_same_bytes_twice_give_equal_readings(self) -> None:
        for sample in self.samples.values():
            assert self.read(sample) == self.read(sample)

    def test_keys_are_unique_within_a_file(self) -> None:
        for sample in self.samples.values():
            keys = [card.key for card in self.read(sample).cards]
            assert len(keys) == len(set(keys))
            assert "" not in keys

    def test_no_damage_raises_and_what_is_read_still_adds_up(self) -> None:
        for data in self.damaged():
            reading = self.read(data)
            assert adds_up(reading), data[:200]

    def test_problems_name_file_and_row(self) -> None:
        for data in self.damaged():
            reading = self.read(data)
            assert reading.file == self.called
            for note in (*reading.left_out, *reading.unreadable):
                assert 0 <= note.at <= reading.read
                assert is_sentence(note)

    def test_a_huge_garbage_file_is_refused_in_time(self) -> None:
        reading = self.read(b"\x93\xfe,;\t\"' \r" * 20_000)
        assert adds_up(reading)


def indexes(reading: Reading) -> Iterator[int]:
    yield from (card.origin.index for card in reading.cards)
    yield from (message.origin.index for message in messages(reading))
    yield from (a.origin.index for a in reading.applications if a.origin)
    yield from (note.at for note in (*reading.left_out, *reading.unreadable))


def is_sentence(note: Note) -> bool:
    return 4 < len(note.reason) < 200 and "!" not in note.reason and note.reason.isprintable()
