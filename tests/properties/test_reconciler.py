"""A reconciler that reports are added to and removed from in any order equals one call over what is left."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reconcile import Reconciler, Report, reconcile
from tests.benchmarks.generator import report, scene
from tests.properties.comparing import plain


class Adding(RuleBasedStateMachine):
    """Three scenes, a few reports of each."""

    def __init__(self) -> None:
        super().__init__()
        self.reconciler = Reconciler()
        self.kept: dict[str, Report] = {}

    @rule(number=st.integers(0, 2), seed=st.integers(0, 3))
    def add(self, number: int, seed: int) -> None:
        new = report(scene(number), seed, 60)
        if new.id in self.kept:
            return
        self.reconciler.add(new)
        self.kept[new.id] = new

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        gone = data.draw(st.sampled_from(sorted(self.kept)))
        self.reconciler.remove(gone)
        del self.kept[gone]

    @invariant()
    def equals_one_call(self) -> None:
        assert plain(self.reconciler.result()) == plain(reconcile(list(self.kept.values())))


TestAdding = Adding.TestCase
TestAdding.settings = settings(max_examples=max(6, settings().max_examples // 10), stateful_step_count=6, deadline=None)
