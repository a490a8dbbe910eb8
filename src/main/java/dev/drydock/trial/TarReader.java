package dev.drydock.trial;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the headers of a tar archive (POSIX.1-2001 pax, and the long names of GNU), and the content that is asked for. */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;

    private final InputStream in;
    private byte[] header = new byte[BLOCK];
    private String name = "";
    private long size;
    private long left;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next entry; false at the end. */
    boolean next() throws IOException {
        Optional<String> longName = Optional.empty();
        while (true) {
            skip();
            header = in.readNBytes(BLOCK);
            if (header.length < BLOCK || header[0] == 0) {
                return false;
            }
            size = number(124, 12);
            left = (size + BLOCK - 1) / BLOCK * BLOCK;
            char type = (char) header[156];
            if (type == 'x' && size <= LONGEST_NAME) {
                longName = path(new String(content(), StandardCharsets.UTF_8)).or(() -> Optional.empty());
            } else if (type == 'L' && size <= LONGEST_NAME) {
                longName = Optional.of(text(content(), 0, (int) size));
            } else if (type != 'g' && type != 'x' && type != 'L') {
                String prefix = header[257] == 'u' ? text(header, 345, 155) : "";
                String own = text(header, 0, 100);
                name = stripped(longName.orElse(prefix.isEmpty() ? own : prefix + "/" + own));
                return true;
            }
        }
    }

    private static String stripped(String path) {
        String stripped = path.startsWith("./") ? path.substring(2) : path;
        return stripped.endsWith("/") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }

    /** A record is its length, a blank, and {@code path=name}. */
    private static Optional<String> path(String records) {
        return records.lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .filter(line -> line.startsWith("path="))
                .map(line -> line.substring("path=".length()))
                .findFirst();
    }

    /** Returns the path of the entry, without a slash at its ends. */
    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** Returns the numeric user and group. */
    String owner() {
        return number(108, 8) + ":" + number(116, 8);
    }

    /** Returns the content of the entry; only once. */
    byte[] content() throws IOException {
        byte[] content = in.readNBytes((int) size);
        left -= content.length;
        if (content.length < size) {
            throw new EOFException("the archive ends early");
        }
        return content;
    }

    private void skip() throws IOException {
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped <= 0 && in.read() < 0) {
                left = 0;
                return;
            }
            left -= Math.max(1, skipped);
        }
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private long number(int start, int length) {
        long number = 0;
        if ((header[start] & 0x80) != 0) {
            // Large numbers are binary (GNU tar).
            for (int i = start + length - 8; i < start + length; i++) {
                number = (number << 8) | (header[i] & 0xFF);
            }
            return number & Long.MAX_VALUE;
        }
        for (int i = start; i < start + length; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                number = number * 8 + header[i] - '0';
            }
        }
        return number;
    }
}
