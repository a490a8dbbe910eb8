package dev.drydock.image;

/**
 * The grammar of the parts of an image reference, as distribution/reference defines it, hand-written so that it takes
 * linear time on any input. Letters and digits are ASCII.
 */
final class ReferenceGrammar {
    /** The longest path (the part of a name after the domain) that distribution/reference accepts. */
    static final int MAX_PATH_LENGTH = 255;
    /** The longest tag. */
    static final int MAX_TAG_LENGTH = 128;

    private ReferenceGrammar() {}

    /** A host name, an IPv4 address or a bracketed IPv6 address, with an optional port. */
    static boolean isDomain(String text) {
        int end = text.startsWith("[") ? endOfBracketedAddress(text) : endOfHostName(text);
        if (end < 0) {
            return false;
        }
        if (end == text.length()) {
            return true;
        }
        return text.charAt(end) == ':' && isPort(text, end + 1);
    }

    private static int endOfBracketedAddress(String text) {
        int close = text.indexOf(']');
        if (close <= 1) {
            return -1;
        }
        for (int i = 1; i < close; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && c != ':' && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
                return -1;
            }
        }
        return close + 1;
    }

    /** Returns the offset after the host name, or -1: labels of letters, digits and inner hyphens, parted by dots. */
    private static int endOfHostName(String text) {
        int i = 0;
        while (true) {
            int start = i;
            while (i < text.length()
                    && (isLetter(text.charAt(i)) || isDigit(text.charAt(i)) || text.charAt(i) == '-')) {
                i++;
            }
            if (i == start || text.charAt(start) == '-' || text.charAt(i - 1) == '-') {
                return -1;
            }
            if (i == text.length() || text.charAt(i) != '.') {
                return i;
            }
            i++;
        }
    }

    private static boolean isPort(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return start < text.length();
    }

    /** Path components parted by slashes; each of lower-case letters and digits with single separators between. */
    static boolean isPath(String text) {
        if (text.length() > MAX_PATH_LENGTH) {
            return false;
        }
        int start = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', start)) {
            if (!isPathComponent(text, start, slash)) {
                return false;
            }
            start = slash + 1;
        }
        return isPathComponent(text, start, text.length());
    }

    private static boolean isPathComponent(String text, int start, int end) {
        int i = start;
        while (true) {
            int word = i;
            while (i < end && (isLower(text.charAt(i)) || isDigit(text.charAt(i)))) {
                i++;
            }
            if (i == word) {
                return false;
            }
            if (i == end) {
                return true;
            }
            int separator = separatorLength(text, i, end);
            if (separator == 0) {
                return false;
            }
            i += separator;
        }
    }

    /** A dot, one or two underscores, or any number of hyphens. */
    private static int separatorLength(String text, int start, int end) {
        char c = text.charAt(start);
        int run = start;
        while (run < end && text.charAt(run) == c) {
            run++;
        }
        int length = run - start;
        return switch (c) {
            case '.' -> length == 1 ? 1 : 0;
            case '_' -> length <= 2 ? length : 0;
            case '-' -> length;
            default -> 0;
        };
    }

    /** A letter, digit or underscore, then up to 127 of these, dots and hyphens. */
    static boolean isTag(String text) {
        if (text.isEmpty() || text.length() > MAX_TAG_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = isLetter(c) || isDigit(c) || c == '_';
            if (!word && (i == 0 || (c != '.' && c != '-'))) {
                return false;
            }
        }
        return true;
    }

    /** The 64 hexadecimal digits of an image id, which Docker does not take for a name. */
    static boolean isImageId(String text) {
        return text.length() == 64 && Digest.parse("sha256:" + text).isPresent();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return isLower(c) || isUpper(c);
    }
}
