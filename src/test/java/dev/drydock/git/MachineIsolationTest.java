package dev.drydock.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineIsolationTest {

    /** A measured time is never that round. */
    @Test
    void theTimesOfFilesAreNotMeasured(@TempDir Path folder) {
        MachineIsolation.install();
        FS.FileStoreAttributes attributes = FS.getFileStoreAttributes(folder);
        assertThat(attributes.getFsTimestampResolution()).isEqualTo(Duration.ofMillis(100));
        assertThat(attributes.getMinimalRacyInterval()).isEqualTo(Duration.ofMillis(100));
    }
}
