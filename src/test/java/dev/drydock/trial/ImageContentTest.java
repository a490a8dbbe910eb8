package dev.drydock.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImageContentTest {
    /** Returns an archive in the form of POSIX.1-1988, an entry for each pair of name and content. */
    private static byte[] archive(int owner, String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < entries.length; i += 2) {
            byte[] header = new byte[512];
            byte[] content = entries[i + 1].getBytes(StandardCharsets.UTF_8);
            put(header, 0, entries[i]);
            put(header, 108, String.format(Locale.ROOT, "%07o", owner));
            put(header, 116, String.format(Locale.ROOT, "%07o", 0));
            put(header, 124, String.format(Locale.ROOT, "%011o", content.length));
            header[156] = '0';
            put(header, 257, "ustar");
            out.write(header);
            out.write(content);
            out.write(new byte[(512 - content.length % 512) % 512]);
        }
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static ImageContent read(byte[] archive, String user, String history) throws IOException {
        return ImageContent.read(new ByteArrayInputStream(archive), archive.length, user, history);
    }

    @Test
    void whatTwoImagesDoNotShareIsNamed() throws IOException {
        ImageContent before = read(
                archive(
                        0,
                        "var/lib/dpkg/status",
                        "Package: gcc\nVersion: 12\n\nPackage: libc6\nVersion: 2.36\n",
                        "app/server.py",
                        "print()",
                        "app/notes",
                        ""),
                "",
                "ENV TOKEN=abcdef\nCOPY . /app\n");
        ImageContent after = read(
                archive(
                        10001,
                        "var/lib/dpkg/status",
                        "Package: libc6\nVersion: 2.36\n",
                        "app/server.py",
                        "print()",
                        "app",
                        ""),
                "10001",
                "COPY . /app\n");
        ImageComparison both =
                ImageComparison.of("Dockerfile", before, after, text -> text.replace("abcdef", "********"));
        assertThat(both.packagesGone()).containsExactly("gcc");
        assertThat(both.filesGone()).containsExactly("/app/notes");
        assertThat(both.ownersChanged()).contains("/app/server.py 0:0 -> 10001:0");
        assertThat(both.userBefore()).isEqualTo("root");
        assertThat(both.userAfter()).isEqualTo("10001");
        assertThat(both.secretsBefore()).isEqualTo(1);
        assertThat(both.secretsAfter()).isZero();
    }

    @Test
    void anArchiveThatEndsEarlyIsAnError() throws IOException {
        byte[] whole = archive(0, "var/lib/dpkg/status", "Package: gcc\n".repeat(100));
        byte[] part = Arrays.copyOf(whole, 700);
        assertThatThrownBy(() -> read(part, "", "")).isInstanceOf(IOException.class);
    }
}
