package dev.drydock.model;

/** The value of a USER instruction: {@code name}, {@code uid}, or either with a group behind a colon. */
public final class UserName {
    private UserName() {}

    /** Returns the part before the colon. */
    public static String user(String value) {
        int colon = value.indexOf(':');
        return colon < 0 ? value : value.substring(0, colon);
    }

    /** Returns whether the value means uid 0. */
    public static boolean isRoot(String value) {
        String user = user(value);
        return user.equals("root") || (!user.isEmpty() && user.chars().allMatch(c -> c == '0'));
    }

    /** Returns whether the user is given by number. */
    public static boolean isNumeric(String value) {
        String user = user(value);
        return !user.isEmpty() && user.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
