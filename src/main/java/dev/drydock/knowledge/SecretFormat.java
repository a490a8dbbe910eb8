package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.List;

/** A token with a known prefix: found by comparing characters, so the cost grows with the text only. */
final class SecretFormat {
    private final String id;
    private final List<String> prefixes;
    private final Characters characters;
    private final int shortest;
    private final int longest;
    private final int separators;

    /** The characters that may follow the prefix. */
    private enum Characters {
        ALPHANUMERIC(""),
        HEX(""),
        UPPER(""),
        WORD("_-"),
        TOKEN("_-./=+"),
        BASE64("+/=_-");

        private final String others;

        Characters(String others) {
            this.others = others;
        }

        boolean has(char c) {
            boolean digit = c >= '0' && c <= '9';
            boolean lower = c >= 'a' && c <= 'z';
            boolean upper = c >= 'A' && c <= 'Z';
            if (this == HEX) {
                return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            }
            return digit || upper || (lower && this != UPPER) || others.indexOf(c) >= 0;
        }
    }

    SecretFormat(String id, Fields fields) {
        this.id = id;
        this.prefixes = fields.texts("prefixes");
        this.characters = Enums.parse(Characters.class, fields, "characters");
        String length = fields.requiredText("length");
        int dash = length.indexOf('-');
        try {
            this.shortest = Integer.parseInt(dash < 0 ? length : length.substring(0, dash));
            this.longest = dash < 0 ? shortest : Integer.parseInt(length.substring(dash + 1));
        } catch (NumberFormatException e) {
            throw fields.error("length", "'" + length + "' is neither a number nor a range");
        }
        this.separators = fields.number("separators").orElse(0);
        fields.end();
    }

    String id() {
        return id;
    }

    List<SecretMatch> find(String text) {
        List<SecretMatch> result = new ArrayList<>();
        for (String prefix : prefixes) {
            int at = text.indexOf(prefix);
            while (at >= 0) {
                int from = at + prefix.length();
                boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
                int end = inWord ? from : endOfRun(text, from);
                if (!inWord && fits(text, from, end)) {
                    result.add(new SecretMatch(new SecretKind(SecretKind.Nature.TOKEN, id), at, end));
                }
                // Nothing that starts inside the run can fit either, so it is not looked at again.
                at = text.indexOf(prefix, end);
            }
        }
        return result;
    }

    private int endOfRun(String text, int from) {
        int end = from;
        while (end < text.length() && characters.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean fits(String text, int from, int end) {
        int length = end - from;
        if (length < shortest || length > longest) {
            return false;
        }
        return separators == 0
                || text.substring(from, end).chars().filter(c -> c == '.').count() >= separators;
    }
}
