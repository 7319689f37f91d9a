"""Figures beside the bounds that they must hold: medians of many goes, the 95th percentile with them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Final

Figure = dict[str, float]
Figures = dict[str, Figure]
ROUNDS: Final = 40


def timed(act: Callable[[int], object], *, rounds: int = ROUNDS, bound: float | None = None) -> Figure:
    """Milliseconds of `act`, called with 0, 1, 2, …; the processor's beside the clock's."""
    taken, worked = [], []
    for number in range(rounds):
        began, cpu = time.perf_counter(), time.process_time()
        act(number)
        taken.append(1000 * (time.perf_counter() - began))
        worked.append(1000 * (time.process_time() - cpu))
    return summary(taken, worked, bound=bound)


def summary(values: Sequence[float], worked: Sequence[float] = (), *, bound: float | None = None) -> Figure:
    ordered = sorted(values)
    figure = {
        "median": statistics.median(ordered),
        "p95": ordered[round(0.95 * (len(ordered) - 1))],
        "runs": len(ordered),
    }
    if worked:
        figure["processor"] = statistics.median(worked)
    return figure if bound is None else {**figure, "bound": bound}


def show(figures: Mapping[str, Figure]) -> None:
    """A table: median, 95th percentile, processor time, and the bound where there is one, with whether it holds."""
    width = max(map(len, figures))
    print(f"{'':{width}}  {'median':>10}  {'p95':>10}  {'processor':>10}  {'bound':>10}")
    for name, figure in figures.items():
        print(f"{name:{width}}  {figure['median']:10.2f}  {figure['p95']:10.2f}  {_worked(figure)}  {_bound(figure)}")


def holds(figure: Figure) -> bool:
    return "bound" not in figure or figure["median"] <= figure["bound"]


def _worked(figure: Figure) -> str:
    return f"{figure['processor']:10.2f}" if "processor" in figure else " " * 10


def _bound(figure: Figure) -> str:
    if "bound" not in figure:
        return ""
    return f"{figure['bound']:10.2f}  {'holds' if holds(figure) else 'does not'}"
