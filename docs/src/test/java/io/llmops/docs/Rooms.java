package io.llmops.docs;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rooms of the house and which other rooms each may know. A room is a package; {@code name.*} is any one level of
 * rooms below it. What is not in the table may not exist.
 */
final class Rooms {

    private static final List<String> CORE =
            List.of("core", "core.dataset", "core.pipeline", "core.prompt", "core.model", "core.model.*");
    private static final Map<String, List<String>> MAY_KNOW = new LinkedHashMap<>();

    static {
        room("core");
        room("core.dataset", "core");
        room("core.pipeline", "core");
        room("core.prompt", "core", "core.dataset", "core.pipeline");
        room("core.model", "core", "core.dataset", "core.pipeline");
        room("core.model.decorate", "core");
        room("core.model.*", "core", "core.pipeline", "core.model", "core.model.decorate");
        roomOverCore("preprocess.text");
        roomOverCore("preprocess.token", "preprocess.text");
        for (var room : List.of("chunk", "dedup", "redact", "vector")) {
            roomOverCore("preprocess." + room, "preprocess.text", "preprocess.token");
        }
        roomOverCore("preprocess", "preprocess.*");
        room("eval.stats");
        roomOverCore("eval.metric", "eval.stats");
        roomOverCore("eval.metric.*", "eval.metric", "eval.stats");
        roomOverCore("eval.run", "eval.metric", "eval.stats");
        roomOverCore("eval.compare", "eval.run", "eval.metric", "eval.metric.*", "eval.stats");
        roomOverCore("eval.gate", "eval.compare", "eval.run", "eval.metric", "eval.metric.*", "eval.stats");
        roomOverCore(
                "eval.report", "eval.gate", "eval.compare", "eval.run", "eval.metric", "eval.metric.*", "eval.stats");
        roomOverCore("eval", "eval.run", "eval.metric", "eval.stats");
        roomOverCore("eval.junit", "eval", "eval.*", "eval.metric.*");
    }

    private final String root;

    /** Rooms whose names start with the root package and a dot. */
    Rooms(String root) {
        this.root = root + ".";
    }

    private static void room(String name, String... known) {
        MAY_KNOW.put(name, List.of(known));
    }

    private static void roomOverCore(String name, String... known) {
        var all = new ArrayList<>(CORE);
        all.addAll(List.of(known));
        MAY_KNOW.put(name, all);
    }

    ArchCondition<JavaClass> arrowsKept() {
        return new ArchCondition<>("know only the rooms they may know") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                var from = name(origin);
                var known = from.flatMap(Rooms::lawsOf);
                if (known.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            origin, origin.getName() + " is in a room that the architecture does not have"));
                    return;
                }
                for (var dependency : origin.getDirectDependenciesFromSelf()) {
                    if (!allowed(from.get(), known.get(), dependency)) {
                        events.add(SimpleConditionEvent.violated(origin, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private boolean allowed(String from, List<String> known, Dependency dependency) {
        var to = name(dependency.getTargetClass().getBaseComponentType());
        return to.isEmpty() || to.get().equals(from) || known.stream().anyMatch(pattern -> matches(pattern, to.get()));
    }

    private Optional<String> name(JavaClass type) {
        var name = type.getPackageName() + ".";
        return name.startsWith(root) && name.length() > root.length()
                ? Optional.of(name.substring(root.length(), name.length() - 1))
                : Optional.empty();
    }

    private static Optional<List<String>> lawsOf(String room) {
        if (MAY_KNOW.containsKey(room)) {
            return Optional.ofNullable(MAY_KNOW.get(room));
        }
        return MAY_KNOW.entrySet().stream()
                .filter(law -> matches(law.getKey(), room))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String pattern, String room) {
        if (!pattern.endsWith(".*")) {
            return pattern.equals(room);
        }
        var above = pattern.substring(0, pattern.length() - 1);
        return room.startsWith(above) && room.indexOf('.', above.length()) < 0;
    }
}
