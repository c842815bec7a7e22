"""The bench of the sync holds its own laws on a small account, and its exit code tells when they break."""

import pytest

from plugins.article_sync.bench_scale import main


@pytest.mark.slow
def test_edits_arrive_on_both_sides_and_quiet_runs_stay_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["45", "4", "20"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "45 articles, 4 edited on each side, 20 ms a call counted"
    quiet = "no change: 6 calls {'draft/batchget': 3, 'draft/count': 2, 'stable_token': 1}, rules {}, exit 0"
    assert [line[: len(quiet)] == quiet for line in told[1:]] == [False, True, False, True]
    assert "'draft/update': 4" in told[3]
    assert "rules {'7': 4, '8': 4}, exit 0" in told[3]
