package io.llmops.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The laws of the house that bytecode can tell, by name. */
final class ArchitectureRules {

    private static final int PARAMETERS = 5;
    private static final Pattern SHUNNED_NAME = Pattern.compile(
            "(Abstract|Base[A-Z]|Default).*|.*(Utils?|Helper|Manager|Processor|Impl|Info|Data|Constants)");

    private ArchitectureRules() {}

    /** {@return the rules, by name, for the packages below a root with at most so many public types in each} */
    static Map<String, ArchRule> below(String root, int publicTypesInARoom) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("rooms know only the rooms they may know", classes().should(new Rooms(root).arrowsKept()));
        rules.put(
                "no package cycles",
                SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles());
        rules.put("names say what a thing is", classes().should(bearAPlainName()));
        rules.put("every package is null-marked", classes().should(liveInANullMarkedPackage()));
        rules.put("a room has few public types", classes().should(liveInARoomOfAtMost(publicTypesInARoom)));
        rules.put(
                "no standard streams",
                noClasses()
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .because("the caller decides what is printed"));
        rules.put(
                "no java.util.logging",
                noClasses().should(GeneralCodingRules.USE_JAVA_UTIL_LOGGING).because("SLF4J is the log"));
        rules.put("chance and clocks come from the caller", noClasses().should(takeChanceOrTimeFromTheAir()));
        rules.put(
                "no mutable public state", fields().that().arePublic().should().beFinal());
        rules.put(
                "public classes are final or sealed",
                classes().that(arePublicConcrete()).should(beClosed()));
        rules.put("five parameters at most", classes().should(takeFewParameters()));
        return rules;
    }

    private static ArchCondition<JavaClass> bearAPlainName() {
        return condition("bear a plain name", (type, events) -> {
            if (SHUNNED_NAME.matcher(type.getSimpleName()).matches()) {
                violated(events, type, type.getName() + " has a name that says nothing");
            }
        });
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition("live in a @NullMarked package", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                violated(events, type, type.getPackageName() + " has no package-info with @NullMarked");
            }
        });
    }

    private static ArchCondition<JavaClass> liveInARoomOfAtMost(int limit) {
        return condition("live in a room of at most " + limit + " public types", (type, events) -> {
            var count = publicTypes(type.getPackage());
            if (count > limit) {
                violated(events, type, type.getPackageName() + " has " + count + " public types");
            }
        });
    }

    private static long publicTypes(JavaPackage room) {
        return room.getClasses().stream()
                .filter(type -> !type.isArray()
                        && type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
    }

    private static ArchCondition<JavaClass> takeChanceOrTimeFromTheAir() {
        return condition("take chance or time from the air", (type, events) -> {
            for (var call : type.getCodeUnitCallsFromSelf()) {
                var target = call.getTarget();
                var owner = target.getOwner();
                var name = target.getName();
                var unseeded = owner.isEquivalentTo(Random.class)
                        && name.equals("<init>")
                        && target.getRawParameterTypes().isEmpty();
                var clockless = owner.isEquivalentTo(Instant.class)
                        && name.equals("now")
                        && target.getRawParameterTypes().isEmpty();
                var zoned = owner.isEquivalentTo(Clock.class) && name.equals("systemDefaultZone");
                var random = owner.isEquivalentTo(Math.class) && name.equals("random");
                if (unseeded || clockless || zoned || random) {
                    events.add(SimpleConditionEvent.satisfied(type, call.getDescription()));
                }
            }
        });
    }

    private static DescribedPredicate<JavaClass> arePublicConcrete() {
        return DescribedPredicate.describe(
                "are public classes, no exceptions",
                type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && !type.isInterface()
                        && !type.isEnum()
                        && !type.isAssignableTo(Throwable.class));
    }

    private static ArchCondition<JavaClass> beClosed() {
        return condition("be final or sealed", (type, events) -> {
            var closed = type.getModifiers().contains(JavaModifier.FINAL)
                    || type.reflect().isSealed();
            if (!closed) {
                violated(events, type, type.getName() + " is open to inheritance");
            }
        });
    }

    private static ArchCondition<JavaClass> takeFewParameters() {
        return condition("have public methods of at most " + PARAMETERS + " parameters", (type, events) -> {
            for (var unit : type.getCodeUnits()) {
                var isRecordsOwn = type.isRecord() && unit.isConstructor();
                if (unit.getModifiers().contains(JavaModifier.PUBLIC)
                        && !isRecordsOwn
                        && unit.getParameterTypes().size() > PARAMETERS) {
                    violated(
                            events,
                            type,
                            unit.getFullName() + " takes "
                                    + unit.getParameterTypes().size());
                }
            }
        });
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    private interface Check {
        void check(JavaClass type, ConditionEvents events);
    }
}
