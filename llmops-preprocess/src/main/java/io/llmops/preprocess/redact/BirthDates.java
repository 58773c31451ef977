package io.llmops.preprocess.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * Dates that a word before them calls somebody's birth, in 20 languages. The word stands in the 48 characters before the
 * date, with no other digit between.
 */
final class BirthDates {

    private static final Cues CUES =
            Cues.of("born|birth|birthdate|birthday|date of birth|dob|d.o.b|geboren|geburtsdatum"
                    + "|geburtstag|geb|né le|née le|né|née|naissance|nacido|nacida|nació|nacimiento|nato|nata|nascita|nascido|nascida"
                    + "|nasceu|nascimento|geboortedatum|född|födelsedatum|født|fødselsdato|syntyn*|syntymä*|urodz*|narozen*|narodzen*"
                    + "|született|születés*|născut*|naștere*|γεννήθηκε|γέννησης|родил*|рожден*|народ*|doğum*|doğdu|תאריך לידה|نولد"
                    + "|ولد|الميلاد|जन्म*|出生|生年月日|生まれ|생년월일|출생|生日|วันเกิด");

    private BirthDates() {}

    static List<Finding> find(String text) {
        var found = new ArrayList<Finding>();
        var from = 0;
        for (var at = Characters.nextDigit(text, 0); at < text.length(); ) {
            var start = Dates.start(text, at, from);
            var end = Dates.end(text, start, at);
            if (end > 0 && CUES.before(text, from, start)) {
                found.add(new Finding(EntityType.DATE_OF_BIRTH, start, end));
            }
            from = end > 0 ? end : Characters.endOfRun(text, at);
            at = Characters.nextDigit(text, from);
        }
        return found;
    }
}
