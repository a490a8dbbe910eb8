package dev.drydock.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * File names as text that lose nothing. A name is a row of bytes to Linux and to Git, and need not be UTF-8; a byte that does
 * not belong to a character becomes U+DC00 plus the byte, half of a pair that no other text holds (as in Python, PEP 383).
 */
public final class NameBytes {
    private static final int HALF = 0xDC00;

    private NameBytes() {}

    /** Returns the name that has these bytes. */
    public static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (HALF + (in.get() & 0xFF)));
            }
            decoder.reset();
        }
    }

    /** Returns the bytes of a name that {@link #text} gave. */
    public static byte[] of(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            if (c >= HALF + 0x80 && c <= HALF + 0xFF) {
                bytes.write(c - HALF);
            } else {
                bytes.writeBytes(new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8));
            }
            i += Character.charCount(c);
        }
        return bytes.toByteArray();
    }
}
