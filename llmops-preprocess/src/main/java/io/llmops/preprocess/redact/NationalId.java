package io.llmops.preprocess.redact;

import static io.llmops.preprocess.redact.CheckDigits.dayAndMonth;
import static io.llmops.preprocess.redact.CheckDigits.number;
import static io.llmops.preprocess.redact.CheckDigits.weighted;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Numbers that states give to persons, each with the rule it is checked by. A form that a plain number fulfils too often
 * (one check digit, no punctuation) is taken only where a word before it says what it is. Immutable.
 */
@SuppressWarnings("ImmutableEnumChecker") // immutable values, of types that are not marked so
public enum NationalId {
    /** United States social security number: no check digit, but areas, groups and serials never given. */
    US_SSN("ssn|social security", IdChecks::usSsn, "999-99-9999", "?999 99 9999", "?999999999"),
    /** United States individual taxpayer number: no check digit, but fixed ranges. */
    US_ITIN("itin|taxpayer", IdChecks::usItin, "999-99-9999", "?999999999"),
    /** Canada, social insurance number: Luhn. */
    CA_SIN("sin|social insurance|nas", CheckDigits::luhn, "?999_999_999"),
    /** United Kingdom, NHS number: weights modulo 11. */
    GB_NHS("nhs", id -> weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0, "?999_999_9999"),
    /** United Kingdom, national insurance number: no check digit, but prefixes never given. */
    GB_NINO("", IdChecks::gbNino, "AA_99_99_99_A"),
    /** Ireland, personal public service number: letter modulo 23. */
    IE_PPS("", IdChecks::iePps, "9999999A", "9999999AA"),
    /** Germany, tax identification number: ISO 7064 MOD 11,10, and how often a digit may stand. */
    DE_TAX_ID("", IdChecks::deTaxId, "99999999999", "99 999 999 999"),
    /** Austria, social insurance number: weights modulo 11, date of birth. */
    AT_SVNR("", IdChecks::atSvnr, "9999_999999"),
    /** Switzerland, AHV number: EAN-13 with prefix 756. */
    CH_AHV("", IdChecks::chAhv, "999.9999.9999.99", "9999999999999"),
    /** Spain, identity number: letter modulo 23. */
    ES_DNI("", id -> IdChecks.spanishLetter(id, "0" + id.substring(0, 8)), "99999999_A", "99.999.999-A"),
    /** Spain, foreigner's number: letter modulo 23. */
    ES_NIE("", IdChecks::esNie, "A_9999999_A"),
    /** Portugal, tax number: weights modulo 11. */
    PT_NIF("nif|contribuinte", IdChecks::ptNif, "?999_999_999"),
    /** France, social security number: MOD 97, with Corsica's 2A and 2B. */
    FR_NIR("", IdChecks::frNir, "9_99_99_9X_999_999_99"),
    /** Italy, tax code: check letter, with the letters that stand for digits where two persons share a code. */
    IT_CODICE_FISCALE("", IdChecks::itCodiceFiscale, "AAAAAAXXAXXAXXXA", "AAA AAA XXAXX AXXXA"),
    /** Netherlands, citizen service number: the test of eleven. */
    NL_BSN("bsn|burgerservicenummer|sofi*", IdChecks::nlBsn, "?999999999", "?9999.99.999", "?999.999.999"),
    /** Belgium, national register number: MOD 97, date of birth. */
    BE_RRN("", IdChecks::beRrn, "99.99.99-999.99", "99999999999", "999999-999-99"),
    /** Poland, PESEL: weights modulo 10, date of birth. */
    PL_PESEL("", IdChecks::plPesel, "99999999999"),
    /** Czechia and Slovakia, birth number: divisible by 11, date of birth. */
    CZ_BIRTH_NUMBER("", IdChecks::czBirthNumber, "999999/9999"),
    /** Romania, personal numeric code: weights modulo 11, date of birth. */
    RO_CNP("", IdChecks::roCnp, "9999999999999"),
    /** Bulgaria, uniform civil number: weights modulo 11, date of birth. */
    BG_EGN("егн|egn", IdChecks::bgEgn, "?9999999999"),
    /** Croatia, personal identification number: ISO 7064 MOD 11,10. */
    HR_OIB("oib", CheckDigits::mod11And10, "?99999999999"),
    /** Estonia and Lithuania, personal code: weights modulo 11 in two steps, date of birth. */
    EE_PERSONAL_CODE("", IdChecks::eePersonalCode, "99999999999"),
    /** Sweden, personal identity number: Luhn, date of birth. */
    SE_PERSONAL_NUMBER(
            "personn*",
            IdChecks::sePersonalNumber,
            "999999-9999",
            "999999+9999",
            "99999999-9999",
            "999999999999",
            "?9999999999"),
    /** Norway, birth number: two check digits modulo 11, date of birth. */
    NO_BIRTH_NUMBER("", IdChecks::noBirthNumber, "999999_99999"),
    /** Finland, personal identity code: check character modulo 31, date of birth. */
    FI_HETU("", IdChecks::fiHetu, "999999-999X", "999999+999X", "999999A999X"),
    /** Türkiye, identification number: two check digits. */
    TR_KIMLIK("", IdChecks::trKimlik, "99999999999"),
    /** Israel, identity number: Luhn. */
    IL_ID("teudat zehut|תעודת זהות|מספר זהות|ת.ז", CheckDigits::luhn, "?999999999"),
    /** South Africa, identity number: Luhn, date of birth. */
    ZA_ID("", IdChecks::zaId, "999999_9999_999"),
    /** Brazil, CPF: two check digits modulo 11. */
    BR_CPF("cpf", IdChecks::brCpf, "999.999.999-99", "?99999999999"),
    /** Argentina, CUIL: weights modulo 11. */
    AR_CUIL("", IdChecks::arCuil, "99-99999999-9"),
    /** Chile, RUT: weights modulo 11, with K. */
    CL_RUT("rut|run", IdChecks::clRut, "99.999.999-X", "9.999.999-X", "?99999999-X", "?9999999-X"),
    /** Mexico, CURP: check digit modulo 10, date of birth. */
    MX_CURP("", IdChecks::mxCurp, "AAAA999999AAAAAAX9"),
    /** India, Aadhaar: Verhoeff. */
    IN_AADHAAR("aadhaar|aadhar|uidai|आधार", IdChecks::inAadhaar, "9999 9999 9999", "9999-9999-9999", "?999999999999"),
    /** China, resident identity number: ISO 7064 MOD 11-2, date of birth. */
    CN_RESIDENT_ID("", IdChecks::cnResidentId, "99999999999999999X"),
    /** Japan, My Number: weights modulo 11. */
    JP_MY_NUMBER("my number|mynumber|マイナンバー|個人番号", IdChecks::jpMyNumber, "?9999_9999_9999"),
    /** South Korea, resident registration number: date of birth; those given since October 2020 have no check digit. */
    KR_RRN("", id -> dayAndMonth(id, 4, 2) && id.charAt(6) >= '1' && id.charAt(6) <= '8', "999999-9999999"),
    /** Thailand, citizen number: weights modulo 11. */
    TH_CITIZEN_ID(
            "บัตรประชาชน|citizen id",
            IdChecks::thCitizenId,
            "9-9999-99999-99-9",
            "9 9999 99999 99 9",
            "?9999999999999"),
    /** Singapore, NRIC and FIN: check letter. */
    SG_NRIC("", IdChecks::sgNric, "A9999999A"),
    /** Hong Kong, identity card number: check character modulo 11. */
    HK_ID("", IdChecks::hkId, "A999999(X)", "AA999999(X)"),
    /** Taiwan, identity card number: weights modulo 10. */
    TW_ID("", IdChecks::twId, "A999999999"),
    /** Australia, tax file number: weights modulo 11. */
    AU_TFN("tfn|tax file", id -> weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0 && number(id) > 0, "?999_999_999");

    private final Cues cues;
    private final Predicate<String> check;
    private final List<IdForm> forms;
    private final EntityType type = EntityType.of(name());

    NationalId(String cues, Predicate<String> check, String... forms) {
        this.cues = Cues.of(cues);
        this.check = check;
        this.forms = Arrays.stream(forms).map(IdForm::parse).toList();
    }

    /** {@return the type of what is found, named like this constant} */
    public EntityType type() {
        return type;
    }

    /**
     * Returns whether a number is one of these: its form and its check, without a look at what stands around it.
     *
     * @param number the number alone, with or without the customary punctuation
     * @return whether it is valid
     */
    public boolean isValid(String number) {
        Objects.requireNonNull(number, "number");
        return forms.stream()
                .anyMatch(form -> form.end(number, 0) == number.length() && isChecked(number, 0, number.length()));
    }

    List<IdForm> forms() {
        return forms;
    }

    /** The end of a number of this kind in one of its forms that starts here, or -1. */
    int end(IdForm form, String text, int start) {
        var end = form.end(text, start);
        return end > 0
                        && Characters.endsNumber(text, end)
                        && isChecked(text, start, end)
                        && (!form.needsCue() || cues.before(text, start))
                ? end
                : -1;
    }

    private boolean isChecked(String text, int start, int end) {
        var plain = new StringBuilder(end - start);
        for (var i = start; i < end; i++) {
            if (Characters.isLetterOrDigit(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        return check.test(plain.toString().toUpperCase(Locale.ROOT));
    }
}
