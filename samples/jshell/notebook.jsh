// A first look at the data: who writes, and what about?
var tickets = SupportDesk.tickets();
tickets.classBalance();
var first = tickets.take(3).examples();

// What does the preparation do to a text?
var terms = SupportDesk.terms();
var prepared = Analyzers.english().terms("I'm still waiting for my parcels…");

// Learn from 60 %, evaluate on 40 %.
var split = Splits.stratified(tickets, 0.4, 42);
var router = SupportDesk.lexicalRouter(split.train(), terms);
router.run("where is my parcel?");
var run = Evaluation.of(split.test(), router).metrics(Classification.report()).seed(42).run();
System.out.println(Reports.text(run));

// One number, with what it is worth.
run.metric("f1/macro");

// How much is the stemmer worth? The same examples with and without, in pairs.
var unstemmed = Tokenizers.words().then(TokenFilters.lowercase()).then(TokenFilters.stop("en"));
var without = Evaluation.of(split.test(), SupportDesk.lexicalRouter(split.train(), unstemmed)).named("unstemmed").metrics(Classification.report()).seed(42).run();
var comparison = Comparison.of(without, run);
System.out.println(Reports.text(comparison, List.of("f1/macro", "accuracy")));

// What differs between the two, and which messages lost most by it?
comparison.changes();
comparison.moved("accuracy").stream().filter(change -> change.gain() < 0).map(change -> change.pair().other().id()).limit(3).toList();

// May it ship?
var verdict = Gate.atLeast("f1/macro", 0.35).and(Gate.noWorseThan(without, "accuracy", 0.02)).check(run);
System.out.println(Reports.text(verdict));

// All of it as one page for a browser, and as Markdown for a pull request.
var report = Report.of(run).comparedWith(comparison).decidedBy(verdict);
report.write(Path.of("target/notebook/stemmer.html"));
report.write(Path.of("target/notebook/stemmer.md"));
System.out.println("open " + Path.of("target/notebook/stemmer.html").toAbsolutePath());
