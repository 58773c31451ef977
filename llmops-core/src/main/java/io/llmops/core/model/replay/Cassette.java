package io.llmops.core.model.replay;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.llmops.core.model.decorate.CallEvent;
import io.llmops.core.model.decorate.ChatCall;
import io.llmops.core.model.decorate.ChatJson;
import io.llmops.core.model.decorate.Decorator;
import io.llmops.core.model.decorate.Layer;
import io.llmops.core.model.decorate.Next;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of recorded answers, in which a request finds its own: one readable JSON file for each, with sorted names, to be
 * committed beside the test. The mode is {@link ReplayMode#configured}, the redaction {@link Redaction#standard}. What is
 * redacted is redacted in the recording; the caller of a recording run gets the answer as it is. Only answers are
 * recorded, no errors. A model that is replayed is never asked, so it may be one that can't answer.
 *
 * <p>A request is recorded with all that may change its answer; a repetition ({@code Repeat}) has a recording of its own.
 * What a provider adds to LangChain4j's response is not recorded. Safe for use by many threads, and a folder by many
 * processes.
 */
public final class Cassette implements Decorator {

    private static final Logger LOG = LoggerFactory.getLogger(Cassette.class);

    private final Recordings recordings;
    private final ReplayMode mode;
    private final Redaction redaction;

    private Cassette(Recordings recordings, ReplayMode mode, Redaction redaction) {
        this.recordings = recordings;
        this.mode = Objects.requireNonNull(mode, "mode");
        this.redaction = Objects.requireNonNull(redaction, "redaction");
    }

    /**
     * Returns a cassette.
     *
     * @param folder where its recordings are; created when the first is made
     * @return the cassette
     */
    public static Cassette in(Path folder) {
        Objects.requireNonNull(folder, "folder");
        return new Cassette(new Recordings(folder), ReplayMode.configured(), Redaction.standard());
    }

    /**
     * Returns this in another mode, whatever the system property says.
     *
     * @param other the mode
     * @return the changed copy
     */
    public Cassette mode(ReplayMode other) {
        return new Cassette(recordings, other, redaction);
    }

    /**
     * Returns this with another redaction, to be used for recording and replaying alike.
     *
     * @param other what may not be written down
     * @return the changed copy
     */
    public Cassette redaction(Redaction other) {
        return new Cassette(recordings, mode, other);
    }

    @Override
    public Layer layer() {
        return Layer.REPLAY;
    }

    @Override
    public ChatResponse chat(ChatCall call, Next next) {
        return switch (mode) {
            case LIVE -> next.chat(call);
            case RECORD -> record(call, next);
            case REPLAY, REPLAY_ELSE_FAIL -> replay(call, next);
        };
    }

    private ChatResponse replay(ChatCall call, Next next) {
        var request = redaction.redact(ChatJson.request(call));
        var recorded = recordings.find(request);
        if (recorded.isPresent()) {
            call.listener().on(new CallEvent.Known(CallEvent.CallId.of(call), "cassette"));
            return recorded.get();
        }
        if (mode == ReplayMode.REPLAY_ELSE_FAIL) {
            call.listener().on(new CallEvent.Refused(CallEvent.CallId.of(call), "cassette"));
            throw recordings.missing(request);
        }
        LOG.warn("{}: expected a recorded answer, found none; the model is asked", recordings.path(request));
        return record(call, next);
    }

    private ChatResponse record(ChatCall call, Next next) {
        call.listener().on(new CallEvent.Unknown(CallEvent.CallId.of(call), "cassette"));
        var request = redaction.redact(ChatJson.request(call));
        var response = next.chat(call);
        recordings.write(request, redaction.redact(ChatJson.response(response)));
        return response;
    }
}
