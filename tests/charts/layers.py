"""What a chart's layers draw, read from its spec."""

from typing import Any


def marks_of(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Every layer's mark of one kind, with the rows it draws as `values` and a fixed place across as `x`."""
    return [_drawn(layer, spec) for layer in spec["layer"] if layer["mark"]["type"] == kind]


def _drawn(layer: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    data = layer.get("data", spec.get("data", {}))
    values = spec.get("datasets", {}).get(data.get("name"), data.get("values", []))
    place = layer.get("encoding", {}).get("x", {}).get("datum")
    return layer["mark"] | {"values": values} | ({} if place is None else {"x": place})


def words_in(spec: dict[str, Any]) -> set[str]:
    """Every word or figure written in the chart."""
    written = (value for mark in marks_of(spec, "text") for row in mark["values"] for value in row.values())
    return {value for value in written if isinstance(value, str)}
