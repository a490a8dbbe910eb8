package dev.drydock.knowledge;

import java.util.Locale;

/** Enum constants as the files spell them: lower case, hyphens. */
final class Enums {
    private Enums() {}

    static <E extends Enum<E>> E parse(Class<E> type, Fields fields, String name) {
        return parse(type, fields, name, fields.requiredText(name));
    }

    static <E extends Enum<E>> E parse(Class<E> type, Fields fields, String name, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return constant;
            }
        }
        throw fields.error(name, "'" + text + "' is not one of the known values");
    }
}
