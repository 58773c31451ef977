package io.llmops.eval.metric.span;

import java.util.ArrayList;
import java.util.List;

/**
 * How the tags of tokens say where spans are. {@link #spans} reads strictly, as seqeval's strict mode does: what the scheme
 * does not allow is no span, and a tag it does not have is outside. {@link #lenientSpans} makes the most of any tags, as
 * conlleval and seqeval's default mode do. Immutable.
 */
public enum TagScheme {
    /** I inside a span, B at its start only right after a span of the same type (Ramshaw and Marcus 1995). */
    IOB1("IOB", "OI* II! BI* IB= BB=", "BI= II=", "II! IO* IB* BO* BI! BB="),
    /** B at the start of every span, I inside (CoNLL-2002). */
    IOB2("IOB", "?B*", "BI= II=", "II! IO* IB* BO* BI! BB*"),
    /** I inside a span, E at its end only right before a span of the same type. */
    IOE1("IOE", "OI* II! EI* EE=", "II= IE=", "II! IO* IE! EI= EE="),
    /** E at the end of every span, I before it. */
    IOE2("IOE", "OI* OE* EI* EE* II! IE!", "II= IE=", "E?*"),
    /** B at the start, E at the end, I between, S for a span of one token. */
    IOBES("IOBES", "?B* ?S*", "BI= BE= II= IE=", "S?* E?*"),
    /** B at the start, L at the end, I between, U for a span of one token. */
    BILOU("BILOU", "?B* ?U*", "BI= BL= II= IL=", "U?* L?*");

    /** Three characters, and a space between two rules. */
    private static final int RULE = 4;

    private final String prefixes;
    private final String starts;
    private final String continuations;
    private final String ends;

    /**
     * Rules are a prefix, the next one ({@code ?} for any), and how their types relate: the same, different, or any.
     *
     * @param starts pairs of which the second starts a span
     * @param continuations pairs of which the second goes on with the first's span
     * @param ends pairs of which the first may be the last of a span
     */
    TagScheme(String prefixes, String starts, String continuations, String ends) {
        this.prefixes = prefixes;
        this.starts = starts;
        this.continuations = continuations;
        this.ends = ends;
    }

    /**
     * Reads tags strictly.
     *
     * @param tags one for each token, e.g. {@code B-PER}
     * @return the spans in tokens, in order; empty for no tags
     */
    public List<EntitySpan> spans(List<String> tags) {
        var known = new Tag[tags.size()];
        for (var i = 0; i < known.length; i++) {
            var tag = Tag.parse(tags.get(i));
            known[i] = prefixes.indexOf(tag.prefix()) < 0 ? Tag.OUTSIDE : tag;
        }
        var spans = new ArrayList<EntitySpan>();
        var at = 0;
        while (at < known.length) {
            var end = at + 1;
            if (holds(starts, tag(known, at - 1), tag(known, at))) {
                while (holds(continuations, tag(known, end - 1), tag(known, end))) {
                    end++;
                }
                if (holds(ends, tag(known, end - 1), tag(known, end))) {
                    spans.add(new EntitySpan(known[at].type(), at, end));
                } else {
                    end = at + 1;
                }
            }
            at = end;
        }
        return List.copyOf(spans);
    }

    private static Tag tag(Tag[] tags, int at) {
        return at < 0 || at >= tags.length ? Tag.OUTSIDE : tags[at];
    }

    private static boolean holds(String rules, Tag first, Tag second) {
        for (var rule = 0; rule < rules.length(); rule += RULE) {
            var types = rules.charAt(rule + 2);
            if (fits(rules.charAt(rule), first)
                    && fits(rules.charAt(rule + 1), second)
                    && (types == '*' || first.type().equals(second.type()) == (types == '='))) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(char prefix, Tag tag) {
        return prefix == '?' || prefix == tag.prefix();
    }

    /**
     * Reads tags of any scheme with B, I, E and S: a span starts where a B or S is, after an E or S, after what is outside,
     * and where the type changes; it ends before the next one. BILOU is better read strictly: as in seqeval's default mode,
     * L and U go on with a span, and one that a B or S cuts off after them is lost.
     *
     * @param tags one for each token, e.g. {@code B-PER}
     * @return the spans in tokens, in order; empty for no tags
     */
    public static List<EntitySpan> lenientSpans(List<String> tags) {
        var spans = new ArrayList<EntitySpan>();
        var start = 0;
        var previous = Tag.OUTSIDE;
        for (var at = 0; at <= tags.size(); at++) {
            var tag = at < tags.size() ? Tag.parse(tags.get(at)) : Tag.OUTSIDE;
            var changes = !previous.type().equals(tag.type());
            var starts = oneOf("BS", tag);
            if (!previous.isOutside() && (changes || oneOf("ES", previous) || (starts && oneOf("BI", previous)))) {
                spans.add(new EntitySpan(previous.type(), start, at));
            }
            if (starts || changes || oneOf("ES", previous)) {
                start = at;
            }
            previous = tag;
        }
        return List.copyOf(spans);
    }

    private static boolean oneOf(String prefixes, Tag tag) {
        return prefixes.indexOf(tag.prefix()) >= 0;
    }
}
