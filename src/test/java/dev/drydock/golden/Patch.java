package dev.drydock.golden;

import java.util.ArrayList;
import java.util.List;

/** Applies a unified diff of one file as strictly as {@code git apply} does: every context line must be there. */
final class Patch {
    private Patch() {}

    static String apply(String before, String patch) {
        List<String> old = lines(before);
        StringBuilder out = new StringBuilder();
        int position = 0;
        List<String> lines = lines(patch);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean header = line.startsWith("--- ") || line.startsWith("+++ ") || line.startsWith("diff ");
            if (line.startsWith("@@ -")) {
                int end = line.indexOf(' ', 4);
                int comma = line.indexOf(',');
                boolean counted = comma >= 0 && comma < end;
                int start = Integer.parseInt(line.substring(4, counted ? comma : end));
                boolean empty = counted && line.substring(comma + 1, end).equals("0");
                int target = empty ? start : start - 1;
                while (position < target) {
                    out.append(old.get(position++));
                }
            } else if (!header && !line.startsWith("new file") && !line.startsWith("\\")) {
                boolean last = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
                String text = last ? line.substring(1, line.length() - 1) : line.substring(1);
                if (line.charAt(0) != '+') {
                    if (!old.get(position).equals(text)) {
                        throw new AssertionError("the patch expects " + text + ", there is " + old.get(position));
                    }
                    position++;
                }
                if (line.charAt(0) != '-') {
                    out.append(text);
                }
            }
        }
        while (position < old.size()) {
            out.append(old.get(position++));
        }
        return out.toString();
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }
}
