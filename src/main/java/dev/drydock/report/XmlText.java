package dev.drydock.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Elements and attributes of an XML 1.0 document, with what XML cannot hold left out. */
final class XmlText {
    private XmlText() {}

    /** Returns a start tag, or an empty element; attributes in the order given. */
    static String tag(String name, List<Map.Entry<String, String>> attributes, boolean empty) {
        StringBuilder tag = new StringBuilder("<").append(name);
        attributes.forEach(attribute -> tag.append(' ')
                .append(attribute.getKey())
                .append("=\"")
                .append(escape(attribute.getValue()))
                .append('"'));
        return tag.append(empty ? "/>" : ">").toString();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> {
                    if (isAllowed(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static String visible(String text) {
        return Arrays.stream(text.split("\n", -1)).map(Printable::line).collect(Collectors.joining("\n"));
    }

    /** Production [2] Char of XML 1.0. */
    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
