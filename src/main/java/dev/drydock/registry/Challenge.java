package dev.drydock.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a WWW-Authenticate header (RFC 9110, section 11): a scheme, and parameters as tokens or quoted
 * strings.
 *
 * @param scheme the scheme in lower case: {@code bearer}, {@code basic}
 * @param parameters the parameters; names are in lower case, and the first of two equal names counts
 */
record Challenge(String scheme, Map<String, String> parameters) {

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the challenges of all these header values in order; what cannot be read is left out. */
    static List<Challenge> parseAll(List<String> headers) {
        var challenges = new ArrayList<Challenge>();
        for (String header : headers) {
            new Reader(header).readInto(challenges);
        }
        return challenges;
    }

    /** Reads one header value from left to right; every step consumes a character or ends. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        void readInto(List<Challenge> challenges) {
            String scheme = "";
            Map<String, String> parameters = new LinkedHashMap<>();
            while (at < text.length()) {
                skipSeparators();
                String name = token();
                if (name.isEmpty()) {
                    at++;
                } else if (skipEquals()) {
                    parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value());
                } else {
                    add(challenges, scheme, parameters);
                    scheme = name.toLowerCase(Locale.ROOT);
                    parameters = new LinkedHashMap<>();
                }
            }
            add(challenges, scheme, parameters);
        }

        private static void add(List<Challenge> challenges, String scheme, Map<String, String> parameters) {
            if (!scheme.isEmpty()) {
                challenges.add(new Challenge(scheme, parameters));
            }
        }

        private void skipSeparators() {
            while (at < text.length() && (isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
                at++;
            }
        }

        /** Consumes blanks, an equals sign and blanks; consumes nothing when there is no equals sign. */
        private boolean skipEquals() {
            int i = at;
            while (i < text.length() && isBlank(text.charAt(i))) {
                i++;
            }
            if (i == text.length() || text.charAt(i) != '=') {
                return false;
            }
            i++;
            while (i < text.length() && isBlank(text.charAt(i))) {
                i++;
            }
            at = i;
            return true;
        }

        private String token() {
            int start = at;
            while (at < text.length() && isTokenCharacter(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private String value() {
            if (at == text.length() || text.charAt(at) != '"') {
                return token();
            }
            at++;
            var value = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at++;
            return value.toString();
        }

        private static boolean isBlank(char c) {
            return c == ' ' || c == '\t';
        }

        private static boolean isTokenCharacter(char c) {
            return c > ' ' && c < 0x7F && "()<>@,;\\\"[]?={}".indexOf(c) < 0;
        }
    }
}
