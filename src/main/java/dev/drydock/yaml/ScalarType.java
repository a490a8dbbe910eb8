package dev.drydock.yaml;

/** What a plain scalar means to a reader of the core schema of YAML 1.2 (chapter 10.3). */
public enum ScalarType {
    STRING,
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT;

    /** Returns the type of a plain scalar by its text. Quoted and block scalars are strings whatever they hold. */
    public static ScalarType ofPlain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
            case ".inf", ".Inf", ".INF", "+.inf", "-.inf", ".nan", ".NaN", ".NAN" -> FLOAT;
            default -> number(text);
        };
    }

    private static ScalarType number(String text) {
        if (text.startsWith("0x")) {
            return isAll(text, 2, "0123456789abcdefABCDEF") ? INTEGER : STRING;
        }
        if (text.startsWith("0o")) {
            return isAll(text, 2, "01234567") ? INTEGER : STRING;
        }
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        if (isAll(text, start, "0123456789")) {
            return INTEGER;
        }
        return isFloat(text, start) ? FLOAT : STRING;
    }

    private static boolean isAll(String text, int start, String allowed) {
        for (int i = start; i < text.length(); i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return start < text.length();
    }

    private static boolean isFloat(String text, int start) {
        int position = digits(text, start);
        int count = position - start;
        if (position < text.length() && text.charAt(position) == '.') {
            int fraction = digits(text, position + 1);
            count += fraction - position - 1;
            position = fraction;
        }
        if (count == 0) {
            return false;
        }
        if (position < text.length() && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
            int exponent = position + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            position = digits(text, exponent);
            return position > exponent && position == text.length();
        }
        return position == text.length();
    }

    private static int digits(String text, int start) {
        int position = start;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position;
    }

    /**
     * Returns whether some reader takes this plain text for something else than a string: the types of YAML 1.1 too (yes,
     * no, on, off, octal, base 60, time stamps), and everything that only looks like a number. Errs on the side of yes.
     */
    public static boolean isAmbiguous(String text) {
        if (ofPlain(text) != STRING || text.equals("<<") || text.equals("=")) {
            return true;
        }
        for (String word : new String[] {"yes", "no", "on", "off", "y", "n", "true", "false", "null", ".inf", ".nan"}) {
            if (text.equalsIgnoreCase(word)) {
                return true;
            }
        }
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        if (text.startsWith(".", start)) {
            start++;
        }
        boolean startsLikeNumber = start < text.length() && Character.digit(text.charAt(start), 10) >= 0;
        return startsLikeNumber && isAll(text, 0, "0123456789abcdefABCDEFxXoOtTzZ_.:+- ");
    }
}
