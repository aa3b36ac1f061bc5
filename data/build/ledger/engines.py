"""What builds the dataset: this process and its children, or Apache Spark."""

import re
from dataclasses import dataclass

LOCAL = "local"
ENGINE = re.compile(r"local|spark|spark://[^\s/:]+:\d+")
SETTING = re.compile(r"spark\.[\w.]+=.*")


class UnknownEngine(Exception):
    """Neither of the two engines that build the dataset, or no setting of Spark's."""


@dataclass(frozen=True)
class Engine:
    """Which engine, how many workers it has on this machine, and settings of Spark's own."""

    name: str = LOCAL
    workers: int = 2
    settings: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether this process and its children do the work."""
        return self.name == LOCAL

    def require_known(self) -> None:
        """Raise UnknownEngine for what is no engine, or no setting."""
        if not ENGINE.fullmatch(self.name):
            raise UnknownEngine(
                f"There is no engine {self.name}: local, spark (on this machine), or "
                "spark://HOST:PORT of a cluster."
            )
        wrong = [one for one in self.settings if not SETTING.fullmatch(one)]
        if wrong:
            raise UnknownEngine(f"{wrong[0]} is no setting: spark.executor.memory=4g is one.")

    def master(self, attempts: int) -> str:
        """``spark`` -> so many workers on this machine; else the cluster that is named."""
        return f"local[{self.workers},{attempts}]" if self.name == "spark" else self.name

    def set_by_hand(self) -> dict[str, str]:
        """Give the settings by name."""
        pairs = (one.split("=", 1) for one in self.settings)
        return {name: value for name, value in pairs}


class NoSpark(Exception):
    """Spark, or the Java that it runs on, is not installed."""


class ClusterFailed(Exception):
    """A task failed on every worker that tried it."""
