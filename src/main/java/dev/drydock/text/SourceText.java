package dev.drydock.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The exact characters of one file, plus what is needed to talk about positions in it.
 *
 * <p>Nothing is normalised: a byte order mark stays character 0, line endings stay what they are. Lines end at
 * {@code \n} only, as they do for BuildKit and for {@code git diff}.
 */
public final class SourceText {
    /** The character that a UTF-8 byte order mark decodes to. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    /** Invariant: ascending; element 0 is 0; element i is the offset after the i-th newline. */
    private final int[] lineStarts;

    private SourceText(String text) {
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    public static SourceText of(String text) {
        return new SourceText(Objects.requireNonNull(text));
    }

    /**
     * Decodes the bytes of a file.
     *
     * @throws UndecodableTextException if the bytes are not UTF-8, or hold a NUL byte (which no text file does)
     */
    public static SourceText decode(byte[] bytes) throws UndecodableTextException {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw undecodable("a NUL byte: this is not a text file", bytes, i);
            }
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw undecodable(
                    String.format("byte 0x%02X is not valid UTF-8", bytes[in.position()] & 0xFF), bytes, in.position());
        }
        decoder.flush(out);
        return new SourceText(out.flip().toString());
    }

    private static UndecodableTextException undecodable(String message, byte[] bytes, int position) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new UndecodableTextException(message, line, position - lineStart + 1);
    }

    /**
     * Returns the bytes of this text: the inverse of {@link #decode}.
     *
     * @throws IllegalStateException if the text holds a lone surrogate, which no decoded file does
     */
    public byte[] encode() {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("text holds a lone surrogate", e);
        }
    }

    private static int[] lineStarts(String text) {
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            count++;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        return starts;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    public String slice(TextRange range) {
        return text.substring(range.start(), range.end());
    }

    public boolean hasByteOrderMark() {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    }

    /** Returns the number of lines; a text that ends in a newline has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Returns the 1-based line that holds {@code offset}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the 1-based column of {@code offset}, counted in code points, a byte order mark not counted. */
    public int column(int offset) {
        int start = lineStarts[line(offset) - 1];
        if (start == 0 && hasByteOrderMark()) {
            start = Math.min(1, offset);
        }
        return text.codePointCount(start, offset) + 1;
    }

    /** Returns the offset of the first character of the 1-based {@code line}. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Returns the offset at which the line that holds {@code offset} starts. */
    public int lineStartAt(int offset) {
        return lineStarts[line(offset) - 1];
    }

    /** Returns the offset after the line terminator of the line that holds {@code offset}, or the length of the text. */
    public int lineEndAt(int offset) {
        int line = line(offset);
        return line < lineStarts.length ? lineStarts[line] : text.length();
    }

    /** Returns the offset at which the line terminator of the line that holds {@code offset} stands. */
    public int lineContentEndAt(int offset) {
        int end = lineEndAt(offset);
        if (end > 0 && end > lineStartAt(offset) && text.charAt(end - 1) == '\n') {
            end--;
            if (end > lineStartAt(offset) && text.charAt(end - 1) == '\r') {
                end--;
            }
        }
        return end;
    }

    /**
     * Returns the ending that a line inserted at {@code offset} should have: that of the line there, else (the line has
     * none, being the last) that of the line before it, else LF.
     */
    public LineEnding lineEndingAt(int offset) {
        int line = line(offset);
        if (line == lineStarts.length) {
            line--;
        }
        if (line < 1) {
            return LineEnding.LF;
        }
        int newline = lineStarts[line] - 1;
        boolean crlf = newline > 0 && text.charAt(newline - 1) == '\r';
        return crlf ? LineEnding.CRLF : LineEnding.LF;
    }

    /** Returns whether the last line has a terminator; an empty text has none. */
    public boolean endsWithNewline() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
    }

    @Override
    public String toString() {
        return text;
    }
}
