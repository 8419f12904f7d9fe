"""The preview of a tree: reads it anew when somebody saves, and answers for what it is just now."""

import gc
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

from generator.cache import NATIONWIDE, keys_of
from generator.inputs import Tree
from generator.serving.moment import Moment
from generator.serving.pages import Answer, Pages, region_at, tells_of_all, unchanging
from generator.serving.watching import marks_of, pause_for, settled
from generator.source import source_of
from schema.tree import read_tree
from validate.rule import Language

_MUCH = 500_000
"""So many objects more than there were are worth looking for those that nobody holds any longer."""


class Preview:
    """Answers for the tree below a root from several threads, of which one works on it at a time.

    `say` is told what went wrong with ourselves.
    """

    def __init__(
        self, root: Path, as_of: date, chosen: tuple[str, ...], language: Language, say: Callable[[str], None]
    ) -> None:
        self._root = root
        self._as_of = as_of
        self._chosen = chosen
        self._language = language
        self._say = say
        self._said = ""
        self._was_asked = False
        self._work = threading.RLock()
        self._news = threading.Condition()
        self._stopped = threading.Event()
        # Looked at before it is read, so that what is saved meanwhile is seen to have changed.
        self._marks = marks_of(root)
        self._moment = Moment(self._read(), source_of(root), chosen)

    def answer(self, path: str) -> Answer:
        """What is shown at a path below the site; raises nothing but for what is wrong with ourselves."""
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        if path in unchanging():
            return unchanging()[path]
        moment, self._was_asked = self._moment, True
        if tells_of_all(path):
            # One at a time, so that other pages need not wait for them all.
            for region in moment.regions:
                with self._work:
                    moment.part(region)
        with self._work:
            return Pages(moment, self._language).at(path)

    def version(self, path: str) -> str:
        """What tells the pages of the region at a path from what they were before somebody saved."""
        moment = self._moment
        return moment.version(region_at(path, moment))

    def wait_for_news(self, path: str, version: str, seconds: float) -> str:
        """The version when it is another one, or when the time is out."""
        with self._news:
            self._news.wait_for(lambda: self.has_stopped or self.version(path) != version, seconds)
        return self.version(path)

    @property
    def has_stopped(self) -> bool:
        return self._stopped.is_set()

    def stop(self) -> None:
        self._stopped.set()
        self._tell()

    def watch(self) -> None:
        """Follow the tree until the preview is stopped. When nothing happens, look at what nobody has asked for yet,
        so that the regions can be held against each other."""
        while not self._stopped.wait(pause_for(self._marks)):
            try:
                self._look()
            except Exception as error:
                self.tell_fault("Det gick inte att följa filerna", error)

    def tell_fault(self, where: str, error: Exception) -> None:
        """What went wrong with ourselves, in one line; not the same one over and over."""
        said = f"{where}: {type(error).__name__}: {error}"
        if said != self._said:
            self._said = said
            self._say(said)

    def _look(self) -> None:
        marks = marks_of(self._root)
        if marks != self._marks:
            marks = settled(self._root, marks, self._stopped.wait)
            self._read_anew()
            self._marks = marks
        elif self._was_asked:
            self._was_asked = False  # somebody is reading, and may want the next page soon
        elif unknown := next((part for part in ("", *self._moment.regions) if not self._moment.is_known(part)), None):
            with self._work:
                self._moment.part(unknown)
            self._tell()
        elif gc.get_count()[0] > _MUCH:
            gc.collect()

    def _read_anew(self) -> None:
        tree = self._read()
        source = source_of(self._root)
        if keys_of(tree)[NATIONWIDE] == self._moment.keys[NATIONWIDE] and source == self._moment.source:
            return
        with self._work:
            self._moment = Moment(tree, source, self._chosen, self._moment)
        self._tell()

    def _read(self) -> Tree:
        files, misfits = read_tree(self._root)
        return Tree(files, tuple(misfits), self._as_of)

    def _tell(self) -> None:
        with self._news:
            self._news.notify_all()
