package dev.drydock.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How the image of a container differs before and after the repairs.
 *
 * @param container its name
 * @param packagesGone names, sorted
 * @param filesGone paths, sorted; what lies in a folder that is gone is not named by itself
 * @param ownersChanged paths with the owner before and after, sorted
 * @param secretsBefore how many steps of the history show a secret
 */
public record ImageComparison(
        String container,
        long bytesBefore,
        long bytesAfter,
        String userBefore,
        String userAfter,
        List<String> packagesGone,
        List<String> filesGone,
        List<String> ownersChanged,
        int secretsBefore,
        int secretsAfter) {

    /** @param mask what takes secrets out of a text */
    static ImageComparison of(String container, ImageContent before, ImageContent after, UnaryOperator<String> mask) {
        List<String> packages = new ArrayList<>(before.packages().keySet());
        packages.removeAll(after.packages().keySet());
        List<String> gone = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (Map.Entry<String, String> file : new TreeMap<>(before.files()).entrySet()) {
            String now = after.files().get(file.getKey());
            if (now == null) {
                String parent = file.getKey().substring(0, file.getKey().lastIndexOf('/'));
                if (parent.isEmpty() || after.files().containsKey(parent)) {
                    gone.add(file.getKey());
                }
            } else if (!now.equals(file.getValue())) {
                owners.add(file.getKey() + " " + file.getValue() + " -> " + now);
            }
        }
        return new ImageComparison(
                container,
                before.bytes(),
                after.bytes(),
                user(before),
                user(after),
                packages.stream().sorted().toList(),
                gone,
                owners,
                secrets(before, mask),
                secrets(after, mask));
    }

    private static String user(ImageContent content) {
        return content.user().isEmpty() ? "root" : content.user();
    }

    private static int secrets(ImageContent content, UnaryOperator<String> mask) {
        return (int) content.commands()
                .lines()
                .filter(line -> !mask.apply(line).equals(line))
                .count();
    }
}
