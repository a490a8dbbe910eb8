package dev.drydock.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who installs packages of the distribution from lists that have to be there. */
public final class ListUsers {
    private final List<String> programs;
    private final Map<String, List<String>> inImages;
    private final List<String> own;
    private final Set<String> targets;

    ListUsers(Fields fields) {
        programs = fields.texts("apt");
        inImages = fields.textsMap("apt-in");
        own = fields.texts("own");
        targets = fields.textSet("targets");
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    /**
     * Returns whether a command runs apt-get install.
     *
     * @param words the program and its arguments without options
     * @param image the repository of the image that it runs in
     */
    public boolean isOne(List<String> words, String image) {
        boolean everywhere = programs.stream()
                .map(entry -> List.of(entry.split(" ")))
                .anyMatch(entry -> words.size() >= entry.size()
                        && words.subList(0, entry.size()).equals(entry));
        return everywhere
                || (!words.isEmpty()
                        && inImages.entrySet().stream()
                                .filter(entry ->
                                        ImageName.normalise(entry.getKey()).equals(ImageName.normalise(image)))
                                .anyMatch(entry -> entry.getValue().contains(words.get(0))));
    }

    /** Returns whether the script at an address is known to need no lists. */
    public boolean needsNone(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        return own.stream().anyMatch(text::contains);
    }

    /** Returns whether a target of make says that it installs what a build needs. */
    public boolean isTarget(String target) {
        return targets.contains(target);
    }
}
