package dev.drydock.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReplacementsTest {
    @TempDir
    Path root;

    @Test
    void replacesAFileAndKeepsItsMode() throws Exception {
        Path file = write("Dockerfile", "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));

        FileReplacements.replace(List.of(replacement(file, "old", "new")));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x--x");
        assertThat(names()).containsExactly("Dockerfile");
    }

    @Test
    void keepsTheOwner() throws Exception {
        Path file = write("Dockerfile", "old");
        boolean root = Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        if (root) {
            Files.setAttribute(file, "unix:uid", 12345);
            Files.setAttribute(file, "unix:gid", 23456);
        }
        Object uid = Files.getAttribute(file, "unix:uid");
        Object gid = Files.getAttribute(file, "unix:gid");

        FileReplacements.replace(List.of(replacement(file, "old", "new")));

        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(uid);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(gid);
    }

    @Test
    void writesNoneOfSeveralFilesIfOneWasChangedMeanwhile() throws IOException {
        Path first = write("a", "old");
        Path second = write("b", "theirs");

        assertThatThrownBy(() -> FileReplacements.replace(
                        List.of(replacement(first, "old", "new"), replacement(second, "old", "new"))))
                .isInstanceOf(WriteException.class)
                .hasMessageContaining("changed by someone else");

        assertThat(first).hasContent("old");
        assertThat(second).hasContent("theirs");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void writesNoneOfSeveralFilesIfOneThatIsToBeCreatedIsThere() throws IOException {
        Path first = write("a", "old");
        Path second = write("b", "theirs");

        assertThatThrownBy(() -> FileReplacements.replace(
                        List.of(replacement(first, "old", "new"), creation(second, "new", false))))
                .isInstanceOf(WriteException.class)
                .hasMessageContaining("there already");

        assertThat(first).hasContent("old");
        assertThat(second).hasContent("theirs");
    }

    @Test
    void putsBackWhatWasReplacedWhenALaterMoveFails() throws Exception {
        Path first = write("a", "old");
        Path second = write("b", "old");
        StagedFile one = StagedFile.stage(replacement(first, "old", "new"));
        one.moveIntoPlace();
        assertThat(first).hasContent("new");

        one.undo();

        assertThat(first).hasContent("old");
        assertThat(second).hasContent("old");
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void createsASecretInAFolderThatOnlyItsOwnerEnters() throws Exception {
        Path secret = root.resolve("secrets/password");

        FileReplacements.replace(List.of(creation(secret, "hunter2", true)));

        assertThat(secret).hasContent("hunter2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-r--r--");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void createsASecretForItsOwnerOnlyWhereOthersEnterTheFolder() throws Exception {
        Path folder = Files.createDirectory(root.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path secret = folder.resolve("password");

        FileReplacements.replace(List.of(creation(secret, "hunter2", true)));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
    }

    @Test
    void aTemporaryFileOfALivingRunIsNotRemoved() throws Exception {
        Path owned = write(".drydock-00000000000000aa.tmp", "theirs");
        Path left = write(".drydock-00000000000000bb.tmp", "nobody's");
        try (FileChannel channel = FileChannel.open(owned, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Leftovers.removeIn(root);
            assertThat(lock.isValid()).isTrue();
        }
        assertThat(owned).exists();
        assertThat(left).doesNotExist();
    }

    @Test
    void followsALinkToItsTargetAndKeepsTheLink() throws Exception {
        Path target = write("real", "old");
        Path link = Files.createSymbolicLink(root.resolve("Dockerfile"), Path.of("real"));

        FileReplacements.replace(List.of(replacement(link, "old", "new")));

        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent("new");
    }

    @Test
    void refusesALinkOutOfTheRoot(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.writeString(elsewhere.resolve("passwd"), "old");
        Path link = Files.createSymbolicLink(root.resolve("Dockerfile"), outside);

        assertThatThrownBy(() -> FileReplacements.replace(List.of(replacement(link, "old", "new"))))
                .isInstanceOf(WriteException.class)
                .hasMessageContaining("link out of");

        assertThat(outside).hasContent("old");
    }

    @Test
    void refusesToCreateBelowALinkedFolderOutOfTheRoot(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("secrets"), elsewhere);

        assertThatThrownBy(() ->
                        FileReplacements.replace(List.of(creation(root.resolve("secrets/password"), "hunter2", true))))
                .isInstanceOf(WriteException.class);

        assertThat(elsewhere).isEmptyDirectory();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }

    private FileReplacement replacement(Path file, String before, String after) {
        return new FileReplacement(file, root, Optional.of(before.getBytes(UTF_8)), after.getBytes(UTF_8), false);
    }

    private FileReplacement creation(Path file, String text, boolean confidential) {
        return new FileReplacement(file, root, Optional.empty(), text.getBytes(UTF_8), confidential);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
