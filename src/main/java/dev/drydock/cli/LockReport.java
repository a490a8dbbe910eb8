package dev.drydock.cli;

import dev.drydock.image.PinnedImage;
import dev.drydock.lock.LockFile;
import dev.drydock.report.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says what becomes of one lock file: one line, and one more for each tag that moved. */
final class LockReport {
    private final PrintWriter out;
    private final String name;

    LockReport(PrintWriter out, String name) {
        this.out = out;
        this.name = name;
    }

    /** @param missing how many images are not in it and were not looked up */
    void print(LockFile before, LockFile after, int missing) {
        Map<String, PinnedImage> old = before.images().entries();
        Map<String, PinnedImage> now = after.images().entries();
        List<String> moved = new ArrayList<>();
        now.forEach((image, pinned) -> {
            if (old.containsKey(image) && !old.get(image).digest().equals(pinned.digest())) {
                moved.add("  " + Printable.of(image) + "\n    was "
                        + old.get(image).digest() + "\n    is  " + pinned.digest() + "\n");
            }
        });
        long added =
                now.keySet().stream().filter(image -> !old.containsKey(image)).count();
        long removed =
                old.keySet().stream().filter(image -> !now.containsKey(image)).count();
        long checked = after.checksums().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.checksums().get(entry.getKey())))
                .count();
        long dropped = before.checksums().keySet().stream()
                .filter(address -> !after.checksums().containsKey(address))
                .count();
        List<String> parts = new ArrayList<>();
        part(parts, added, "added");
        part(parts, moved.size(), "moved");
        part(parts, removed, "removed");
        part(parts, checked, checked == 1 ? "checksum written" : "checksums written");
        part(parts, dropped, dropped == 1 ? "checksum removed" : "checksums removed");
        part(parts, missing, "missing");
        String images = now.size() == 1 ? "1 image" : now.size() + " images";
        out.print(Printable.path(name) + ": " + images + ", "
                + (parts.isEmpty() ? "unchanged" : String.join(", ", parts)) + "\n");
        moved.forEach(out::print);
    }

    private static void part(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
