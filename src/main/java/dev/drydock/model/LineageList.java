package dev.drydock.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that a stage has from its ancestors and goes on with. The first stage that goes on shares the memory of the one
 * before it, so that a chain of stages costs what the file costs, not what all histories cost. Unmodifiable.
 */
final class LineageList<T> extends AbstractList<T> implements RandomAccess {
    /** Invariant: grows at its end only, so that what a list shows of it stays. */
    private final List<T> shared;

    private final int size;

    private LineageList(List<T> shared) {
        this.shared = shared;
        this.size = shared.size();
    }

    static <T> LineageList<T> empty() {
        return new LineageList<>(new ArrayList<>());
    }

    /** Returns this list with more elements behind it. */
    LineageList<T> plus(Collection<? extends T> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<T> longer = shared.size() == size ? shared : new ArrayList<>(shared.subList(0, size));
        longer.addAll(more);
        return new LineageList<>(longer);
    }

    @Override
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return shared.get(index);
    }

    @Override
    public int size() {
        return size;
    }

    /** Returns the first elements. */
    List<T> first(int count) {
        return count == size ? this : subList(0, count);
    }
}
