package io.llmops.preprocess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A step of a shelf as YAML names it. Immutable.
 *
 * @param name its name, which is the kind in its description
 * @param settings its settings; the first may be given without its name
 * @param maker makes the step
 * @param <T> what it is
 */
record Step<T>(String name, List<Setting> settings, Function<Settings, T> maker) {

    /** The step as it is with these settings, or with its usual ones if none are given. */
    T make(@Nullable YamlNode given, YamlMark mark) {
        var settings = new Settings(name, given == null ? withUsual(Map.of()) : byName(given), mark);
        try {
            return maker.apply(settings);
        } catch (IllegalArgumentException e) {
            throw mark.error(name + ": " + e.getMessage(), e);
        }
    }

    private Map<String, YamlNode> byName(YamlNode given) {
        if (settings.isEmpty()) {
            throw given.mark().error(name + ": expected no settings, found " + given.kind());
        }
        if (!isNamed(given)) {
            return withUsual(Map.of(settings.get(0).name(), given));
        }
        var names = settings.stream().map(Setting::name).toList();
        var nodes = ((YamlNode.Fields) given).nodes();
        nodes.forEach((setting, node) -> {
            if (!names.contains(setting)) {
                throw node.mark().error(name + ": no setting " + YamlFlow.excerpt(setting) + "; there are " + names);
            }
        });
        return withUsual(nodes);
    }

    private boolean isNamed(YamlNode given) {
        return given instanceof YamlNode.Fields && !isMap();
    }

    /** The settings as they are written: the first one bare if it is the only one given and reads back as such. */
    YamlNode withoutName(YamlNode.Fields named) {
        var first = named.nodes().get(settings.get(0).name());
        return first == null || named.nodes().size() > 1 || isNamed(first) ? named : first;
    }

    private boolean isMap() {
        return settings.size() == 1 && settings.get(0).kind() == Setting.Kind.TEXTS_BY_NAME;
    }

    private Map<String, YamlNode> withUsual(Map<String, YamlNode> given) {
        var all = new LinkedHashMap<>(given);
        for (var setting : settings) {
            var usual = setting.usual();
            if (usual != null) {
                all.putIfAbsent(setting.name(), new YamlNode.Scalar(usual, YamlMark.NOWHERE));
            }
        }
        return all;
    }
}
