#!/usr/bin/env python3
"""The jobs of the benchmarks by Python libraries, where they are installed: scikit-learn, sacreBLEU, NLTK, rouge_score.

Data of the same size and kind as the benchmarks' own. Prints a Markdown table; times are medians of three runs.
"""
import importlib.metadata
import random
import statistics
import time

RUNS = 3
ROWS = []


def measure(package, what, prepare):
    try:
        version = importlib.metadata.version(package)
        job = prepare()
    except (ImportError, importlib.metadata.PackageNotFoundError):
        ROWS.append((what, package, "not installed"))
        return
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    ROWS.append((what, f"{package} {version}", f"{statistics.median(times):.3f}"))


def labels(count, classes=77):
    draw = random.Random(7)
    references = [draw.randrange(classes) for _ in range(count)]
    answers = [r if draw.randrange(5) else draw.randrange(classes) for r in references]
    return references, answers


def report():
    from sklearn.metrics import classification_report

    references, answers = ([f"label_{i}" for i in side] for side in labels(1_000_000))
    return lambda: classification_report(references, answers, zero_division=0)


def counts():
    import numpy
    from sklearn.metrics import precision_recall_fscore_support

    draw = numpy.random.default_rng(7)
    references = draw.integers(77, size=10_000_000)
    answers = numpy.where(draw.integers(5, size=len(references)) > 0, references, draw.integers(77, size=len(references)))
    return lambda: precision_recall_fscore_support(references, answers, zero_division=0)


def area():
    import numpy
    from sklearn.metrics import roc_auc_score

    draw = numpy.random.default_rng(3)
    truth = draw.integers(4, size=10_000_000) == 0
    scores = draw.random(len(truth)) + 0.3 * truth
    return lambda: roc_auc_score(truth, scores)


def bootstrap():
    import numpy
    from sklearn.metrics import f1_score

    references, answers = (numpy.array(side) for side in labels(3_080))
    draw = numpy.random.default_rng(1)

    def resamples():
        for _ in range(1_000):
            rows = draw.integers(len(references), size=len(references))
            f1_score(references[rows], answers[rows], average="macro", zero_division=0)

    return resamples


def segments():
    draw = random.Random(5)
    words = [f"w{i}" for i in range(5_000)]
    references = [[draw.choice(words) for _ in range(30)] for _ in range(1_000)]
    answers = [["another" if j % 7 == i % 7 else w for j, w in enumerate(r)] for i, r in enumerate(references)]
    return [" ".join(r) for r in references], [" ".join(a) for a in answers]


def sacrebleu(metric):
    import sacrebleu as library

    references, answers = segments()
    score = getattr(library, metric)
    return lambda: score(answers, [references])


def nltk_bleu():
    from nltk.translate.bleu_score import corpus_bleu

    references, answers = segments()
    return lambda: corpus_bleu([[r.split()] for r in references], [a.split() for a in answers])


def rouge():
    from rouge_score import rouge_scorer

    references, answers = segments()
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"])
    return lambda: [scorer.score(r, a) for r, a in zip(references, answers)]


measure("scikit-learn", "classification report on 1 million strings, 77 classes", report)
measure("scikit-learn", "precision, recall, F1 on 10 million integers", counts)
measure("scikit-learn", "ROC-AUC on 10 million scores", area)
measure("scikit-learn", "1,000 resamples of macro F1, 3,080 rows", bootstrap)
measure("sacrebleu", "BLEU of 1,000 segments", lambda: sacrebleu("corpus_bleu"))
measure("sacrebleu", "chrF of 1,000 segments", lambda: sacrebleu("corpus_chrf"))
measure("nltk", "BLEU of 1,000 segments", nltk_bleu)
measure("rouge_score", "ROUGE-1, -2, -L of 1,000 segments", rouge)
print("| what | by | s |\n|---|---|---:|")
for row in ROWS:
    print("| " + " | ".join(row) + " |")
