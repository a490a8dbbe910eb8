package dev.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final String OF_NOTHING = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void theDigestOfNothingIsTheKnownOne() {
        assertThat(Digest.sha256Of(new byte[0])).hasToString(OF_NOTHING);
        assertThat(Digest.parse(OF_NOTHING)).contains(Digest.sha256Of(new byte[0]));
    }

    @Test
    void contentIsDigestedWithTheAlgorithmOfTheDigestItIsComparedWith() {
        byte[] content = "x".getBytes(StandardCharsets.US_ASCII);
        Digest sha512 = Digest.parse("sha512:" + "0".repeat(128)).orElseThrow();

        assertThat(sha512.sameAlgorithmOf(content).algorithm()).isEqualTo("sha512");
        assertThat(sha512.sameAlgorithmOf(content).hex()).startsWith("a4abd4448c49562d828115d13a1fccea");
        assertThat(Digest.sha256Of(content).sameAlgorithmOf(content)).isEqualTo(Digest.sha256Of(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256",
                "sha256:",
                "sha256:e3b0",
                "md5:d41d8cd98f00b204e9800998ecf8427e",
                "SHA256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85g",
                "sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                " sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void whatIsNotWhollyADigestIsNone(String text) {
        assertThat(Digest.parse(text)).isEmpty();
    }
}
