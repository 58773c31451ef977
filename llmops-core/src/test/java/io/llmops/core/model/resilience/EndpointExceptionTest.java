package io.llmops.core.model.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointExceptionTest {

    // The dates are RFC 9110's own example, 10.2.3.
    private static final Instant NOW = Instant.parse("1999-12-31T23:59:49Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "1.5, PT1.5S",
        "' 3 ', PT3S",
        "'Fri, 31 Dec 1999 23:59:59 GMT', PT10S",
        "'Fri, 31 Dec 1999 23:59:00 GMT', PT0S"
    })
    void understandsSecondsAndDates(String header, Duration expected) {
        assertThat(exception(Map.of("Retry-After", List.of(header))).retryAfter(NOW))
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-3", "1e400", "NaN", "Infinity", "99999999999999999999", "31 Dec", "\uD800"})
    void ignoresWhatItCannotUnderstand(String header) {
        assertThat(exception(Map.of("Retry-After", List.of(header))).retryAfter(NOW))
                .isEmpty();
    }

    @Test
    void prefersTheExactTime() {
        assertThat(exception(Map.of("retry-after", List.of("2"), "retry-after-ms", List.of("1250")))
                        .retryAfter(NOW))
                .contains(Duration.ofMillis(1250));
    }

    @Test
    void isTheExceptionItWas() {
        var exception = exception(Map.of());

        assertThat(exception.statusCode()).isEqualTo(429);
        assertThat(exception).hasMessage("slow down");
        assertThat(exception.retryAfter(NOW)).isEmpty();
    }

    @Test
    void survivesHeadersOfNothing() {
        var odd = new HashMap<String, List<String>>();
        odd.put(null, List.of("HTTP/1.1 429"));
        odd.put("retry-after", null);
        odd.put("a", List.of());
        odd.put("b", Arrays.asList((String) null));

        assertThat(exception(odd).retryAfter(NOW)).isEmpty();
        assertThat(Headers.of(null).byName()).isEmpty();
    }

    private static EndpointException exception(Map<String, List<String>> headers) {
        return new EndpointException(new HttpException(429, "slow down"), Headers.of(headers));
    }
}
