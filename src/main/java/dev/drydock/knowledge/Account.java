package dev.drydock.knowledge;

import java.util.Optional;
import java.util.OptionalInt;

/** The numbers of an account in an image. Empty where the image leaves them to a package and no tag states them. */
public record Account(OptionalInt uid, OptionalInt gid) {

    /** Reads {@code uid:gid}, {@code uid} or {@code unknown}. */
    static Account parse(Fields fields, String name, String text) {
        if (text.equals("unknown")) {
            return new Account(OptionalInt.empty(), OptionalInt.empty());
        }
        int colon = text.indexOf(':');
        try {
            int uid = Integer.parseInt(colon < 0 ? text : text.substring(0, colon));
            OptionalInt gid =
                    colon < 0 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.substring(colon + 1)));
            return new Account(OptionalInt.of(uid), gid);
        } catch (NumberFormatException e) {
            throw fields.error(name, "'" + text + "' is not uid:gid");
        }
    }

    /** {@code uid:gid} when both are known. */
    public Optional<String> numeric() {
        return uid.isPresent() && gid.isPresent()
                ? Optional.of(uid.getAsInt() + ":" + gid.getAsInt())
                : Optional.empty();
    }
}
