package dev.drydock.cli;

import dev.drydock.discovery.IoReasons;
import dev.drydock.report.FileError;
import dev.drydock.report.Place;
import dev.drydock.text.SourceText;
import dev.drydock.text.UndecodableTextException;
import java.io.IOException;
import java.io.InputStream;

/** What was read of one file: exactly its bytes, and its text. */
final class SourceFile {
    /** No Dockerfile that a person maintains comes near it; what is larger is something else under this name. */
    static final int SIZE_LIMIT = 10 << 20;

    private final byte[] bytes;
    private final SourceText text;

    private SourceFile(byte[] bytes, SourceText text) {
        this.bytes = bytes;
        this.text = text;
    }

    /** Returns a text that shall be written, as if it had been read. */
    static SourceFile of(SourceText text) {
        return new SourceFile(text.encode(), text);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    SourceText text() {
        return text;
    }

    /** Why a file is not read. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient FileError error;

        RefusedException(FileError error) {
            super(error.message());
            this.error = error;
        }

        FileError error() {
            return error;
        }
    }

    /** A place to read bytes from. */
    interface Opening {
        InputStream open() throws IOException;
    }

    static SourceFile read(Opening opening) throws RefusedException {
        byte[] bytes;
        try (InputStream in = opening.open()) {
            bytes = in.readNBytes(SIZE_LIMIT + 1);
        } catch (IOException e) {
            throw new RefusedException(FileError.of("cannot be read: " + IoReasons.of(e)));
        }
        if (bytes.length > SIZE_LIMIT) {
            throw new RefusedException(FileError.of("larger than 10 MB; left as it is"));
        }
        try {
            return new SourceFile(bytes, SourceText.decode(bytes));
        } catch (UndecodableTextException e) {
            Place place = new Place(e.line(), e.column(), e.line(), e.column());
            throw new RefusedException(FileError.at(place, e.getMessage() + "; left as it is"));
        }
    }
}
