package io.llmops.core.model.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.ChatJson;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import io.llmops.core.model.decorate.Timekeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers by all that decides about them: provider, model, parameters, messages, tools, response format and
 * repetition. What is asked twice at once is asked once. An error, a filtered answer or an empty one is not remembered.
 *
 * <p>A remembered answer tells the tokens it once cost. Two models that tell the same name at different addresses need
 * {@link #namespace}s. On disk, what a provider adds to LangChain4j's response is lost. Prompts and answers lie in the
 * folder as they are, readable by its owner alone.
 *
 * <p>The standard: for ever, 10,000 answers. A changed copy in memory starts empty. Safe for use by many threads, and a
 * folder by many processes.
 */
public final class ResponseCache implements Decorator {

    private static final int USUAL_MOST = 10_000;

    private final Settings settings;
    private final Timekeeper time;
    private final Store store;
    private final Map<String, CompletableFuture<ChatResponse>> underWay = new ConcurrentHashMap<>();

    private record Settings(
            @Nullable Path folder, int most, @Nullable Duration timeToLive, String namespace) {}

    private ResponseCache(Settings settings, Timekeeper time) {
        this.settings = settings;
        this.time = Objects.requireNonNull(time, "time");
        var folder = settings.folder();
        this.store = folder == null ? new MemoryStore(settings.most()) : new FolderStore(folder, settings.most());
    }

    /** {@return a cache that lasts as long as the object} */
    public static ResponseCache inMemory() {
        return new ResponseCache(new Settings(null, USUAL_MOST, null, ""), Timekeeper.system());
    }

    /**
     * Returns a cache in a folder.
     *
     * @param folder where; created when the first answer is stored
     * @return the cache
     */
    public static ResponseCache onDisk(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new ResponseCache(new Settings(folder, USUAL_MOST, null, ""), Timekeeper.system());
    }

    /**
     * Returns this with another bound on its size; beyond it, the answers go that were used (in memory) or written (on
     * disk) longest ago. Processes that share a folder may exceed it together by a tenth each.
     *
     * @param most how many answers; 1 or more
     * @return the changed copy
     */
    public ResponseCache mostEntries(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("expected room for 1 answer or more, found " + most);
        }
        return new ResponseCache(
                new Settings(settings.folder(), most, settings.timeToLive(), settings.namespace()), time);
    }

    /**
     * Returns this with answers that grow too old.
     *
     * @param timeToLive how long an answer is good for
     * @return the changed copy
     */
    public ResponseCache timeToLive(Duration timeToLive) {
        if (timeToLive.isNegative()) {
            throw new IllegalArgumentException("expected a time of 0 or more, found " + timeToLive);
        }
        return new ResponseCache(
                new Settings(settings.folder(), settings.most(), timeToLive, settings.namespace()), time);
    }

    /**
     * Returns this with answers kept apart from those of other namespaces.
     *
     * @param namespace any name
     * @return the changed copy
     */
    public ResponseCache namespace(String namespace) {
        return new ResponseCache(
                new Settings(
                        settings.folder(),
                        settings.most(),
                        settings.timeToLive(),
                        Objects.requireNonNull(namespace, "namespace")),
                time);
    }

    /**
     * Returns this with another time.
     *
     * @param other tells how old an answer is
     * @return the changed copy
     */
    public ResponseCache time(Timekeeper other) {
        return new ResponseCache(settings, other);
    }

    @Override
    public Layer layer() {
        return Layer.CACHE;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        var request = ChatJson.request(call);
        if (!settings.namespace().isEmpty()) {
            request.put("namespace", settings.namespace());
        }
        var key = ChatJson.fingerprint(request).sha256();
        var known = known(key);
        if (known.isPresent()) {
            return known(call, known.get());
        }
        var mine = new CompletableFuture<ChatResponse>();
        var other = underWay.putIfAbsent(key, mine);
        if (other != null) {
            return answer(other).map(answer -> known(call, answer)).orElseGet(() -> next.chat(call));
        }
        try {
            // It may have been stored between the first look and now.
            var response = known(key).map(answer -> known(call, answer)).orElseGet(() -> ask(call, next, key, request));
            mine.complete(response);
            return response;
        } finally {
            underWay.remove(key, mine);
            mine.cancel(false);
        }
    }

    private ChatResponse ask(ChatCall call, Next next, String key, JsonNode request) {
        call.listener().on(new CallEvent.Unknown(CallEvent.CallId.of(call), "cache"));
        var response = next.chat(call);
        if (isAnswer(response)) {
            store.put(key, request, new Store.Entry(response, time.now()));
        }
        return response;
    }

    private static ChatResponse known(ChatCall call, ChatResponse answer) {
        call.listener().on(new CallEvent.Known(CallEvent.CallId.of(call), "cache"));
        return answer;
    }

    private Optional<ChatResponse> known(String key) {
        var age = settings.timeToLive();
        return store.get(key)
                .filter(entry -> age == null || !entry.stored().plus(age).isBefore(time.now()))
                .map(Store.Entry::response);
    }

    private static Optional<ChatResponse> answer(CompletableFuture<ChatResponse> other) {
        try {
            return Optional.of(other.get());
        } catch (ExecutionException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @SuppressWarnings({"NullAway", "ConstantValue"}) // A model that misbehaves returns null.
    private static boolean isAnswer(ChatResponse response) {
        if (response == null
                || response.aiMessage() == null
                || response.finishReason() == FinishReason.CONTENT_FILTER) {
            return false;
        }
        var message = response.aiMessage();
        return message.hasToolExecutionRequests()
                || (message.text() != null && !message.text().isBlank());
    }
}
