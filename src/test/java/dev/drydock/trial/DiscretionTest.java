package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.knowledge.Confidential;
import dev.drydock.knowledge.Knowledge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscretionTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsHandedToBuildsIsSeenNowhere() throws Exception {
        Path file = Files.writeString(folder.resolve("npmrc"), "//registry/:_authToken=of-the-build-77\n");
        Settings settings = new Settings(
                Map.of("TOKEN", "plain-value-88"),
                Map.of("npm", "src=" + file),
                List.of(),
                Optional.empty(),
                Set.of(),
                Set.of("plain-value-88"),
                Set.of());
        Discretion discretion =
                new Discretion(new Confidential(Knowledge.packaged().secrets()), settings);
        assertThat(discretion.mask("npm says plain-value-88")).doesNotContain("plain-value-88");
        assertThat(discretion.maskText("a line\n//registry/:_authToken=of-the-build-77\n"))
                .doesNotContain("of-the-build-77")
                .startsWith("a line\n");
    }
}
