"""Holt-Winters at the parameters that R found, and our own search beside R's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyalty.insight.smoothing import Smoothing, Standing, first_standing, fitted, smooth

# Visitor nights in Australia by quarter, 1999 to 2015 (R package fpp2, as in the tests of
# statsmodels, BSD-3); starting states and results of R's ets from the same place.
WORDS = """
    30.052513 19.148496 25.317692 27.591437 32.076456 23.487961 28.47594 35.123753
    36.838485 25.007017 30.72223 28.693759 36.640986 23.824609 29.311683 31.770309
    35.177877 19.775244 29.60175 34.538842 41.273599 26.655862 28.279859 35.191153
    42.20566386 24.64917133 32.66733514 37.25735401 45.24246027 29.35048127 36.34420728 41.78208136
    49.27659843 31.27540139 37.85062549 38.83704413 51.23690034 31.83855162 41.32342126 42.79900337
    55.70835836 33.40714492 42.31663797 45.15712257 59.57607996 34.83733016 44.84168072 46.9712496
    60.01903094 38.37117851 46.97586413 50.73379646 61.64687319 39.29956937 52.67120908 54.33231689
    66.83435838 40.87118847 51.82853579 57.49190993 65.25146985 43.06120822 54.76075713 59.83447494
    73.25702747 47.69662373 61.09776802 66.05576122
    """
NIGHTS = [float(word) for word in WORDS.split()]
PLAIN = Smoothing(0.20281952, 0.00016979, 0.4645238)
PLAIN_START = Standing(23.06996036, 0.57786622, (8.50287244, -8.97988612, -1.17750326, 1.65451693))
DAMPED = Smoothing(0.35445427, 0.03200749, 0.39993387, 0.97999997)
DAMPED_START = Standing(24.01278357, 0.97770147, (5.34956637, -6.61171798, -0.50735902, 1.76951063))


@pytest.mark.parametrize(
    ("by", "start", "likelihood", "ahead", "first"),
    [
        (PLAIN, PLAIN_START, -201.27311461, (75.3445, 50.7585, 63.0502, 67.4839), 32.15069902),
        (DAMPED, DAMPED_START, -200.02361522, (76.0777, 51.6174, 63.9646, 68.2789), 30.32049735),
    ],
    ids=["plain", "damped"],
)
def test_the_smoother_is_rs_at_rs_parameters(
    by: Smoothing, start: Standing, likelihood: float, ahead: tuple[float, ...], first: float
) -> None:
    run = smooth(NIGHTS, by, start)
    assert len(NIGHTS) == 68
    assert run.ahead(4) == pytest.approx(ahead, abs=1e-4)
    assert run.fitted[0] == pytest.approx(first, abs=1e-6)
    assert run.log_likelihood == pytest.approx(likelihood, abs=1e-5)


@pytest.mark.parametrize(("damped", "likelihood"), [(False, -201.273), (True, -200.024)])
def test_our_search_is_not_worse_than_rs(damped: bool, likelihood: float) -> None:
    run = fitted(NIGHTS, 4, damped)
    assert run.log_likelihood > likelihood - 0.1
    assert 0 < run.smoothing.beta <= run.smoothing.alpha < 1


@given(st.lists(st.floats(-5, 5), min_size=4, max_size=4), st.integers(1, 9), st.floats(-2, 2))
def test_a_series_without_surprise_goes_on_as_it_was(
    season: list[float], steps: int, trend: float
) -> None:
    start = Standing(100.0, trend, tuple(season))
    series = [100 + trend * (step + 1) + season[step % 4] for step in range(8 + steps)]
    run = smooth(series[:8], PLAIN, start)
    assert run.ahead(steps) == pytest.approx(series[8:])
    assert run.squares == pytest.approx(0, abs=1e-12)


def test_a_flat_series_is_fitted_without_a_stumble() -> None:
    assert fitted([5.0] * 30, 7).ahead(3) == pytest.approx((5, 5, 5))


def test_less_than_two_rounds_are_no_season() -> None:
    with pytest.raises(ValueError, match="7 steps"):
        first_standing([1.0] * 7, 4)
    with pytest.raises(ValueError, match="at least one"):
        smooth([1.0], PLAIN, Standing(1.0, 0.0, ()))
