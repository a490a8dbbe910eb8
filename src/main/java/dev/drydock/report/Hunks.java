package dev.drydock.report;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The hunks of the difference between two texts.
 *
 * <p>A hunk has up to three unchanged lines on each side, less where one of them must not be shown. {@code git apply} takes a
 * hunk without trailing context for one at the end of the file, so one such line is printed masked if need be. A line that
 * would be a command to the service that keeps the log is no context either.
 */
final class Hunks {
    private static final int CONTEXT = 3;

    /** The largest number of lines for which the shortest difference is looked for; larger ones are replaced whole. */
    private static final long LARGEST = 100_000;

    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private final Lines before;
    private final Lines after;
    private final StringBuilder out;
    private boolean complete = true;

    /** One place where lines are exchanged; the ranges are half-open. */
    private record Block(int oldStart, int oldEnd, int newStart, int newEnd) {}

    Hunks(Lines before, Lines after, StringBuilder out) {
        this.before = before;
        this.after = after;
        this.out = out;
    }

    void print() {
        List<Block> blocks = blocks(before.raw(), after.raw());
        int first = 0;
        int printed = 0;
        while (first < blocks.size()) {
            int last = first;
            while (last + 1 < blocks.size() && belong(blocks.get(last), blocks.get(last + 1))) {
                last++;
            }
            int limit = last + 1 < blocks.size() ? blocks.get(last + 1).oldStart() : before.size();
            printed = hunk(blocks.subList(first, last + 1), printed, limit);
            first = last + 1;
        }
    }

    /** Returns whether all that was printed is as it is in the texts. */
    boolean isComplete() {
        return complete;
    }

    /** Returns whether two changes share a hunk: they are near, and what is between them can be shown. */
    private boolean belong(Block one, Block other) {
        int between = other.oldStart() - one.oldEnd();
        return between <= 2 * CONTEXT
                && (between == 0
                        || before.isUnfit(one.oldEnd())
                        || shownFrom(one.oldEnd(), other.oldStart()) == between);
    }

    /** Returns how many lines from here on can be shown. */
    private int shownFrom(int start, int end) {
        int count = 0;
        while (start + count < end && !before.isUnfit(start + count)) {
            count++;
        }
        return count;
    }

    /** Returns how many lines right before {@code end} can be shown. */
    private int shownBefore(int end, int start) {
        int count = 0;
        while (end - count > start && !before.isUnfit(end - count - 1)) {
            count++;
        }
        return count;
    }

    /** Prints a hunk between the end of the one before and {@code limit}; returns where it ends. */
    private int hunk(List<Block> blocks, int printed, int limit) {
        Block first = blocks.get(0);
        Block last = blocks.get(blocks.size() - 1);
        int lead = Math.min(CONTEXT, shownBefore(first.oldStart(), printed));
        boolean atEnd = last.oldEnd() == before.size();
        int trail = Math.min(CONTEXT, shownFrom(last.oldEnd(), limit));
        int commands = 0;
        if (trail == 0 && !atEnd) {
            commands = commandsFrom(last.oldEnd(), limit);
            trail = last.oldEnd() + commands < before.size() ? commands + 1 : commands;
        }
        int oldStart = first.oldStart() - lead;
        int newStart = first.newStart() - lead;
        out.append("@@ -")
                .append(range(oldStart, last.oldEnd() + trail - oldStart))
                .append(" +")
                .append(range(newStart, last.newEnd() + trail - newStart))
                .append(" @@\n");
        int position = oldStart;
        for (Block block : blocks) {
            print(' ', before, position, block.oldStart());
            print('-', before, block.oldStart(), block.oldEnd());
            print('+', after, block.newStart(), block.newEnd());
            position = block.oldEnd();
        }
        // Taken away and added again, such a line says the same, and does not look like a command.
        print('-', before, position, position + commands);
        print('+', before, position, position + commands);
        print(' ', before, position + commands, position + trail);
        return position + trail;
    }

    /** Returns how many lines from here on are commands, if one that is none follows before the next change. */
    private int commandsFrom(int start, int limit) {
        int end = start;
        while (end < limit && before.isUnfit(end) && !before.hides(end)) {
            end++;
        }
        return end < limit || end == before.size() ? end - start : 0;
    }

    private static List<Block> blocks(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<String> oldMiddle = before.subList(head, before.size() - tail);
        List<String> newMiddle = after.subList(head, after.size() - tail);
        if (oldMiddle.isEmpty() || newMiddle.isEmpty() || (long) oldMiddle.size() + newMiddle.size() > LARGEST) {
            return List.of(new Block(head, before.size() - tail, head, after.size() - tail));
        }
        List<Block> blocks = new ArrayList<>();
        for (Change change : new MyersDiffWithLinearSpace<String>().computeDiff(oldMiddle, newMiddle, null)) {
            add(
                    blocks,
                    new Block(
                            head + change.startOriginal,
                            head + change.endOriginal,
                            head + change.startRevised,
                            head + change.endRevised));
        }
        return blocks;
    }

    /** Adds a block; one that touches the block before it on both sides is part of that. */
    private static void add(List<Block> blocks, Block block) {
        if (!blocks.isEmpty()) {
            Block last = blocks.get(blocks.size() - 1);
            if (last.oldEnd() == block.oldStart() && last.newEnd() == block.newStart()) {
                blocks.set(
                        blocks.size() - 1, new Block(last.oldStart(), block.oldEnd(), last.newStart(), block.newEnd()));
                return;
            }
        }
        blocks.add(block);
    }

    private static String range(int start, int count) {
        int shown = count == 0 ? start : start + 1;
        return count == 1 ? String.valueOf(shown) : shown + "," + count;
    }

    private void print(char mark, Lines lines, int start, int end) {
        for (int i = start; i < end; i++) {
            String line = lines.shown().get(i);
            complete &= !lines.hides(i);
            out.append(mark).append(line);
            if (!line.endsWith("\n")) {
                out.append('\n').append(NO_NEWLINE);
            }
        }
    }
}
