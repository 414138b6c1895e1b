"""Topics by themselves: ``python -m tests.evaluation.topics_report [dev|own]``.

Prints for every topic how often it was right, reported and in gold over the meetings of a set, and where the
errors come from: words that were not found, or words that were given to another meeting or to none.
"""

from __future__ import annotations

import json
import sys
from collections import Counter

from store.export.shape import reading_to_json
from store.model import Article
from store.reading.pipeline import read_article
from store.reading.surface import make_surface
from store.reading.topic_tables import TOPICS
from store.reading.topics import find_topics
from tests.evaluation.harness import HERE
from tests.evaluation.score import HEADER, Scorer


def report(name: str) -> str:
    """The table for the set of that name."""
    right, said, gold, why = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for path in sorted((HERE / name).glob("*.json")):
        raw = path.with_suffix(".txt").read_bytes().decode("utf-8-sig")
        header = HEADER.match(raw)
        article = Article(path.stem, HEADER.sub("", raw, count=1), header[1] if header else None)
        wanted = json.loads(path.read_text("utf-8"))
        reading = reading_to_json(article, read_article(article))
        scorer = Scorer()
        scorer.meetings(path.stem, reading["meetings"], wanted["meetings"])
        surface = make_surface(article.text).text
        in_text = {hit.topic for hit in find_topics(surface)}
        told = {topic for meeting in reading["meetings"] for topic in meeting["topics"]}
        for meeting in wanted["meetings"]:
            gold.update(meeting["topics"])
        for meeting in reading["meetings"]:
            said.update(meeting["topics"])
        for line in scorer.errors:
            if ": meeting.topics: " in line:
                topic = line.rsplit("'", 2)[1]
                if "too much" in line:
                    right[topic] -= 1
                    anywhere = any(topic in meeting["topics"] for meeting in wanted["meetings"])
                    why["too much: of another meeting" if anywhere else "too much: of no meeting"] += 1
                elif topic in told:
                    why["missing: told of another meeting"] += 1
                else:
                    why[f"missing: words {'found' if topic in in_text else 'not found'}"] += 1
    right.update(said)
    rows = [f"{'topic':<24}{'right':>6}{'said':>6}{'gold':>6}"]
    rows += [f"{topic:<24}{right[topic]:6}{said[topic]:6}{gold[topic]:6}" for topic in TOPICS]
    rows.append(f"{'all':<24}{right.total():6}{said.total():6}{gold.total():6}")
    return "\n".join(rows + [f"{count:4} {reason}" for reason, count in why.most_common()])


if __name__ == "__main__":
    print(report(sys.argv[1] if len(sys.argv) > 1 else "dev"))
