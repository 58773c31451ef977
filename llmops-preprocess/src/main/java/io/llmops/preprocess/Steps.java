package io.llmops.preprocess;

import io.llmops.core.LlmopsException;
import io.llmops.core.pipeline.Description;
import io.llmops.core.pipeline.Stage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The steps of one shelf, by name: reads them from YAML and writes them by their descriptions. Immutable.
 *
 * @param <T> what the steps are
 */
final class Steps<T> {

    private final String what;
    private final Map<String, Step<T>> byName = new TreeMap<>();

    /** Steps of different names, and what to call one of them. */
    Steps(String what, List<Step<T>> steps) {
        this.what = what;
        for (var step : steps) {
            if (byName.put(step.name(), step) != null) {
                throw new IllegalArgumentException("expected each " + what + " once, found two '" + step.name() + "'");
            }
        }
    }

    /** {@return the names of the steps} */
    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** {@code name}, or {@code name: settings}. */
    T read(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return find(scalar.text(), scalar.mark()).make(null, scalar.mark());
        }
        if (node instanceof YamlNode.Fields fields && fields.nodes().size() == 1) {
            var step = fields.nodes().entrySet().iterator().next();
            return find(step.getKey(), fields.mark()).make(step.getValue(), fields.mark());
        }
        throw node.mark().error("expected the name of a " + what + ", or its name and settings, found " + node.kind());
    }

    private Step<T> find(String name, YamlMark mark) {
        var step = byName.get(name);
        if (step == null) {
            throw mark.error("no " + what + " " + YamlFlow.excerpt(name) + "; there are " + byName.keySet());
        }
        return step;
    }

    /** A step as {@link #read} reads it; one that would not read back the same is refused. */
    YamlNode write(Stage<?, ?> step) {
        var description = step.describe()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a " + what + " of the shelf, found one that cannot describe itself: " + step));
        var node = node(description);
        if (!isReadAs(step, node)) {
            throw new IllegalArgumentException(
                    "expected a " + what + " of the shelf, found another one: " + description);
        }
        return node;
    }

    private boolean isReadAs(Stage<?, ?> step, YamlNode node) {
        try {
            return read(node) instanceof Stage<?, ?> again && again.describe().equals(step.describe());
        } catch (LlmopsException e) {
            return false;
        }
    }

    private YamlNode node(Description description) {
        var step = byName.get(description.kind());
        if (step == null) {
            throw new IllegalArgumentException("expected a " + what + " of the shelf, found "
                    + YamlFlow.excerpt(description.kind()) + "; there are " + byName.keySet());
        }
        var settings = new LinkedHashMap<String, YamlNode>();
        for (var setting : step.settings()) {
            var value = description.settings().get(setting.name());
            if (value != null && !value.equals(setting.usual())) {
                settings.put(setting.name(), node(setting, value, description));
            }
        }
        if (settings.isEmpty()) {
            return new YamlNode.Scalar(step.name(), YamlMark.NOWHERE);
        }
        var named = new YamlNode.Fields(settings, YamlMark.NOWHERE);
        return new YamlNode.Fields(Map.of(step.name(), step.withoutName(named)), YamlMark.NOWHERE);
    }

    private static YamlNode node(Setting setting, String value, Description description) {
        if (setting.kind() == Setting.Kind.TEXT) {
            return new YamlNode.Scalar(value, YamlMark.NOWHERE);
        }
        var steps = setting.steps();
        return steps.isPresent()
                ? steps.get().node(inner(setting.name() + ".", value, description))
                : YamlText.read(value, null);
    }

    /** The description of a step that is a setting of another one. */
    private static Description inner(String prefix, String kind, Description outer) {
        var settings = new TreeMap<String, String>();
        outer.settings().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
        return Description.of(kind, settings);
    }
}
