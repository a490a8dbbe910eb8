package dev.drydock.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that someone who wrote an unknown one probably meant. */
public final class DidYouMean {
    private static final int LONGEST = 64;

    private DidYouMean() {}

    /** Returns the nearest of {@code known} if it is near: at most a third of its letters differ. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> distance(wrong, name) <= Math.max(1, Math.min(3, name.length() / 3)))
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns {@code , did you mean "x"?}, or nothing if no name is near. */
    public static String hint(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(name -> ", did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** The number of insertions, deletions, replacements and swaps of neighbours between two words. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int cheapest(int[][] cost, String one, String other, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
