package dev.drydock.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** An output that somebody may stop reading, as {@code head} does. That is their right, and no error of ours. */
final class Pipe extends FilterOutputStream {
    private boolean closed;

    Pipe(OutputStream out) {
        super(out);
    }

    /** Returns whether nobody reads any more. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            // There is no other sign: the JDK has no type for EPIPE (Linux, macOS) and ERROR_NO_DATA (Windows).
            String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            closed |= reason.contains("broken pipe") || reason.contains("pipe is being closed");
            throw e;
        }
    }
}
