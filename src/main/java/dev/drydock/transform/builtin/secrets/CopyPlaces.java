package dev.drydock.transform.builtin.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where the copies of one secret file lie in the image, and which of them a text names. Each text is searched once for all. */
final class CopyPlaces {
    private final Set<String> places = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private final Map<String, List<String>> named = new HashMap<>();

    CopyPlaces(Collection<SecretFile> copies) {
        copies.stream().flatMap(copy -> copy.target().stream()).forEach(places::add);
        places.forEach(place -> lengths.add(place.length()));
    }

    /** Returns whether there is a copy elsewhere. */
    boolean hasOther(SecretFile file) {
        return places.size() > (file.target().filter(places::contains).isPresent() ? 1 : 0);
    }

    /** Returns whether another copy lies at the path. */
    boolean isOther(String path, SecretFile file) {
        return places.contains(path) && !file.target().equals(Optional.of(path));
    }

    /** Returns the text without the places of the other copies. */
    String without(String text, SecretFile file) {
        String rest = text;
        for (String place : named.computeIfAbsent(text, this::search)) {
            if (isOther(place, file)) {
                rest = rest.replace(place, "");
            }
        }
        return rest;
    }

    /** Returns the places in the text, the longest first: one may begin another. */
    private List<String> search(String text) {
        Set<String> found = new HashSet<>();
        for (int i = text.indexOf('/'); i >= 0; i = text.indexOf('/', i + 1)) {
            for (int length : lengths) {
                if (i + length <= text.length() && places.contains(text.substring(i, i + length))) {
                    found.add(text.substring(i, i + length));
                }
            }
        }
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted;
    }
}
