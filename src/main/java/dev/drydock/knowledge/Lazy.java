package dev.drydock.knowledge;

import java.util.function.Supplier;

/** A value that is computed when it is first asked for, once. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> origin;
    private T value;

    Lazy(Supplier<T> origin) {
        this.origin = origin;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = origin.get();
        }
        return value;
    }
}
