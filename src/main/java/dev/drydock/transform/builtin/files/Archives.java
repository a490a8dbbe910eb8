package dev.drydock.transform.builtin.files;

import java.util.List;
import java.util.Locale;

/**
 * Which local files ADD unpacks: tar archives, plain or compressed by gzip, bzip2, xz or zstd. The engine looks at the
 * content, not at the name, so a name without such an ending proves little and one with it enough to be careful.
 *
 * <p>Source: Dockerfile reference, "Adding local tar archives".
 */
final class Archives {
    private static final List<String> ENDINGS = List.of(
            ".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst", ".tzst", ".lzma", ".tlz", ".z",
            ".taz");

    private static final int TAR_MAGIC_OFFSET = 257;

    private Archives() {}

    /** Returns whether the ending of the name is that of an archive or of a compressed file. */
    static boolean isNamedLikeOne(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith) || lower.contains(".tar.");
    }

    /** Returns whether the first bytes of a file are those of an archive or of a compressed file. */
    static boolean isOne(byte[] bytes) {
        return startsWith(bytes, 0, 0x1F, 0x8B)
                || startsWith(bytes, 0, 'B', 'Z', 'h')
                || startsWith(bytes, 0, 0xFD, '7', 'z', 'X', 'Z', 0)
                || startsWith(bytes, 0, 0x28, 0xB5, 0x2F, 0xFD)
                || startsWith(bytes, 0, 0x5D, 0, 0)
                || startsWith(bytes, TAR_MAGIC_OFFSET, 'u', 's', 't', 'a', 'r');
    }

    private static boolean startsWith(byte[] bytes, int offset, int... magic) {
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
