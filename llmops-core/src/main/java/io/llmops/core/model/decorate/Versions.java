package io.llmops.core.model.decorate;

/** What the LangChain4j on the class path has that its oldest supported version has not. */
final class Versions {

    /** Per-call options, since 1.13. */
    static final boolean KNOW_OPTIONS = has("dev.langchain4j.model.chat.ChatRequestOptions");

    private Versions() {}

    private static boolean has(String name) {
        try {
            Class.forName(name, false, Versions.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
