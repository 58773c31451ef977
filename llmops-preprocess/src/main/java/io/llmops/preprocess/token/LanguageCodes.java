package io.llmops.preprocess.token;

import java.util.HashMap;
import java.util.Map;

/** From the codes of the language detector to those of the shelves. */
final class LanguageCodes {

    /** ISO 639-3 and ISO 639-1; single languages (Mandarin, Bokmål) stand for what the shelves call Chinese, Norwegian. */
    private static final String PAIRS = "afr af ara ar aze az bak ba bel be ben bn bos bs bre br bul bg cat ca ces cs"
            + " che ce cmn zh cym cy dan da deu de ekk et ell el eng en epo eo est et eus eu fao fo fas fa fin fi"
            + " fra fr fry fy gle ga glg gl guj gu heb he hin hi hrv hr hun hu hye hy ind id isl is ita it jav jv"
            + " jpn ja kan kn kat ka kaz kk kir ky kor ko lat la lav lv lim li lit lt ltz lb lvs lv mal ml mar mr"
            + " mkd mk mlt mt mon mn mri mi msa ms nep ne nld nl nno no nob no oci oc pan pa pes fa plt mg pol pl"
            + " por pt pus ps ron ro rus ru san sa sin si slk sk slv sl som so spa es sqi sq srp sr sun su swa sw"
            + " swe sv tam ta tat tt tel te tgk tg tgl tl tha th tur tr ukr uk urd ur uzb uz vie vi vol vo zul zu";

    private static final Map<String, String> SHORT = new HashMap<>();

    static {
        var codes = PAIRS.split(" ", -1);
        for (var i = 0; i < codes.length; i += 2) {
            SHORT.put(codes[i], codes[i + 1]);
        }
    }

    private LanguageCodes() {}

    /** The two-letter code, or the same where there is none. */
    static String shorter(String code) {
        return SHORT.getOrDefault(code, code);
    }
}
