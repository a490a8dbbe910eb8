package dev.drydock.edit;

/** Text as a word of a Dockerfile: a value of LABEL or ENV. */
public final class WordText {
    private WordText() {}

    /**
     * Returns a word that Docker reads as exactly {@code text}: nothing in it is expanded.
     *
     * @param escape the escape character of the file
     */
    public static String quote(String text, char escape) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '$' || c == escape) {
                quoted.append(escape);
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
