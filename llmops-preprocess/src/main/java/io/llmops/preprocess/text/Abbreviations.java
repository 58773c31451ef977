package io.llmops.preprocess.text;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Abbreviations that stand before a capital more often than they end a sentence. */
final class Abbreviations {

    private static final Map<String, String> LISTS = new TreeMap<>(Map.of(
            "de",
            "Abb Abs Abt Art Aufl Bd Bsp Dipl Dr Fa Fr Hr Hrsg Ing Nr Prof Red Sr St Str Tel Verf Vgl Bzw bzw "
                    + "ca d.h evtl ggf i.d.R o.ä s.o s.u sog u.a usw v.a vgl z.B z.T zzgl",
            "en",
            "Adm Apr Ave Aug Blvd Capt Cf Cmdr Col Dec Dept Dr Ed Eq Feb Fig Gen Gov Hon Inc Jan Jr Lt Ltd Maj Mr "
                    + "Mrs Ms Mt No Nov Oct Prof Rep Rev Sec Sen Sept Sgt Sr St Vol approx cf e.g eq fig i.e vs viz",
            "es",
            "Av Avda Cap D Da Dr Dra EE.UU Excmo Fig Gral Ing Lic Núm Pág Prof Sr Sra Srta St Sto Sta Ud Uds Vol "
                    + "art cap fig núm p.ej pág págs vol",
            "fr",
            "Art Av Bd Chap Dr Fig Gén Ing M MM Me Mgr Mlle Mme No Prof St Ste Vol art av cf chap env ex fig p.ex vol",
            "it",
            "Arch Avv Cap Dott Dr Egr Fig Geom Gent Ing No Pag Prof Rag Sig Sigg Spett Vol art cap cfr ecc fig pag vol",
            "pt",
            "Av Cap Dr Dra Eng Excia Fig Gen Ilmo Prof Profa Sr Sra Srta St Sto Vol art cap fig p.ex pág vol"));

    private Abbreviations() {}

    static Set<String> of(String language) {
        var list = LISTS.get(Objects.requireNonNull(language, "language"));
        if (list == null) {
            throw new IllegalArgumentException(
                    "no language '" + shortened(language) + "' with abbreviations; there are " + LISTS.keySet());
        }
        return Set.of(list.split(" ", -1));
    }

    private static String shortened(String language) {
        return language.length() <= 20 ? language : language.substring(0, 20) + "…";
    }
}
