package dev.drydock.bot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/**
 * One part of a run that is divided among machines. A repository belongs to a part by its name alone, so the parts need not
 * know of each other, and a list that grows moves nothing from one to another.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

    /** The only part of an undivided run. */
    public static final Shard WHOLE = new Shard(1, 1);

    public Shard {
        if (count < 1 || index < 1 || index > count) {
            throw new IllegalArgumentException("a shard is i/n with 1 <= i <= n");
        }
    }

    /** Returns what {@code 2/5} means, or empty if it means nothing. */
    public static Optional<Shard> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Shard(
                    Integer.parseInt(text.substring(0, slash).strip()),
                    Integer.parseInt(text.substring(slash + 1).strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the repository belongs to this part: SHA-256 of its id in small letters, first 8 bytes, modulo n. */
    public boolean contains(RepositoryTask task) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(task.id().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), count) == index - 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
