package dev.drydock.text;

/** The characters that end a line. A lone carriage return is not a line ending, neither for Docker nor for us. */
public enum LineEnding {
    LF("\n"),
    CRLF("\r\n");

    private final String characters;

    LineEnding(String characters) {
        this.characters = characters;
    }

    public String characters() {
        return characters;
    }
}
