package dev.drydock.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPolicyTest {
    private final AddressPolicy policy = new AddressPolicy(Set.of("listed.example", "one-port.example:5000"));

    @ParameterizedTest
    @CsvSource({
        "https://example.org/v2/, true",
        "https://example.org:8443/v2/, true",
        "http://example.org/v2/, false",
        "http://listed.example/v2/, true",
        "http://listed.example:81/v2/, true",
        "http://one-port.example:5000/v2/, true",
        "http://one-port.example/v2/, false",
        "http://localhost:5000/v2/, true",
        "http://LOCALHOST/v2/, true",
        "http://127.0.0.1/v2/, true",
        "http://127.1.2.3:80/v2/, true",
        "http://[::1]:5000/v2/, true",
        "http://127.0.0.1.example.org/v2/, false",
        "http://localhost.example.org/v2/, false",
        "http://10.0.0.1/v2/, false",
        "https://user:pass@example.org/v2/, false",
        "ftp://example.org/, false",
        "file:///etc/passwd, false",
        "relative, false",
        "https://example.org:99999/, false",
        "https://example.org:0/, false"
    })
    void plainHttpIsForLoopbackAndListedHosts(URI address, boolean allowed) {
        assertThat(policy.allows(address)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://b.example/x, true",
        "https://a.example, http://listed.example/x, false",
        "http://listed.example, https://b.example/x, true",
        "https://a.example, https://127.0.0.1/x, false",
        "https://a.example, http://localhost:8080/x, false",
        "http://localhost:5000, http://localhost:5001/x, true",
        "https://localhost:5000, http://localhost:5001/x, false",
        "http://listed.example, http://other.example/x, false"
    })
    void anAnswerLeadsNeitherToPlainHttpNorToLoopback(URI from, URI to, boolean allowed) {
        assertThat(policy.allows(Origin.of(from), to)).isEqualTo(allowed);
    }
}
