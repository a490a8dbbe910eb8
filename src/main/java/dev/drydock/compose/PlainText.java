package dev.drydock.compose;

import java.math.BigInteger;

/**
 * What compose makes of a text without quotes: its reader takes some for numbers and dates, and the container gets these as they
 * are printed, {@code 0777} as 511 and {@code 1.50} as 1.5 (resolve.go of go.yaml.in/yaml/v3; encoding of compose-go).
 */
final class PlainText {
    private static final int LONGEST_YEAR = 4;
    private static final int LONGEST_PART = 2;
    private static final BigInteger LARGEST = BigInteger.TWO.pow(Long.SIZE);

    private PlainText() {}

    /** Returns whether the container gets the text as it is written. */
    static boolean isKept(String text) {
        return isPlainInteger(text) || !(isInteger(text) || isFloat(text) || isDate(text));
    }

    /** A decimal integer is printed as it stands, if it fits. */
    private static boolean isPlainInteger(String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        boolean canonical = isAll(digits, 10) && (digits.charAt(0) != '0' || text.equals("0"));
        return canonical && new BigInteger(digits).compareTo(LARGEST) < 0 && (digits.equals(text) || isSmall(digits));
    }

    private static boolean isSmall(String digits) {
        return new BigInteger(digits).bitLength() < Long.SIZE;
    }

    /** With a sign, a base in front and underscores between, as in a program. */
    private static boolean isInteger(String text) {
        String digits = unsigned(text.replace("_", ""));
        if (!startsLikeNumber(text) || digits.length() < 2 || digits.charAt(0) != '0') {
            return startsLikeNumber(text) && isAll(digits, 10);
        }
        return switch (Character.toLowerCase(digits.charAt(1))) {
            case 'x' -> isAll(digits.substring(2), 16);
            case 'o' -> isAll(digits.substring(2), 8);
            case 'b' -> isAll(digits.substring(2), 2);
            default -> isAll(digits, 10);
        };
    }

    private static boolean isFloat(String text) {
        String number = unsigned(text.replace("_", ""));
        int whole = digits(number, 0);
        int end = whole;
        if (end < number.length() && number.charAt(end) == '.') {
            end = digits(number, end + 1);
        }
        boolean any = end > whole + 1 || whole > 0;
        if (any && end < number.length() && Character.toLowerCase(number.charAt(end)) == 'e') {
            int sign = end + 1 < number.length() && "+-".indexOf(number.charAt(end + 1)) >= 0 ? 1 : 0;
            int exponent = end + 1 + sign;
            end = digits(number, exponent);
            any = end > exponent;
        }
        return (startsLikeNumber(text) || text.startsWith(".")) && any && end == number.length();
    }

    /** {@code 2026-11-29}, with a time behind it or without. */
    private static boolean isDate(String text) {
        int year = digits(text, 0);
        int month = part(text, year);
        int day = part(text, month);
        return year == LONGEST_YEAR
                && month > year
                && day > month
                && (day == text.length() || "Tt ".indexOf(text.charAt(day)) >= 0);
    }

    /** Returns where a hyphen with one or two digits behind it ends; the same place if there is none. */
    private static int part(String text, int from) {
        int end = from < text.length() && text.charAt(from) == '-' ? digits(text, from + 1) : from;
        return end > from + 1 && end - from - 1 <= LONGEST_PART ? end : from;
    }

    private static boolean startsLikeNumber(String text) {
        return !text.isEmpty() && ("+-".indexOf(text.charAt(0)) >= 0 || isAll(text.substring(0, 1), 10));
    }

    private static String unsigned(String text) {
        return text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static boolean isAll(String text, int base) {
        return !text.isEmpty() && text.chars().allMatch(c -> c < 128 && Character.digit(c, base) >= 0);
    }
}
