package dev.drydock.yaml.edit;

import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlSequence;
import dev.drydock.yaml.YamlTokenKind;
import dev.drydock.yaml.edit.EditCollector.Side;
import dev.drydock.yaml.edit.EditPlan.Insertion;
import java.util.List;
import java.util.stream.Collectors;

/** Insertions and deletions in block style: whole lines, placed by where contents end, never by where nodes follow. */
final class BlockEdits {
    private final SourceText source;
    private final YamlDocument document;
    private final YamlStyle style;
    private final EditPlan plan;
    private final EditCollector collector;

    BlockEdits(YamlDocument document, YamlStyle style, EditPlan plan, EditCollector collector) {
        this.source = document.source();
        this.document = document;
        this.style = style;
        this.plan = plan;
        this.collector = collector;
    }

    void insertAfter(YamlElement sibling, Insertion insertion) throws RefusedException {
        requireSimple(sibling);
        int column = sibling.column() - 1;
        int at = insertion.atTop() ? documentContentEnd() : sibling.range().end();
        requireRestOfLineIsTrivia(at, sibling);
        boolean blankLine = insertion.atTop() && style.blankLines();
        int behind = insertion.atTop() ? at : behindOwnComments(sibling, at, column);
        addLine(behind, column, render(insertion, column, at), blankLine, depth(sibling), insertion.order());
    }

    /**
     * Returns the end of the comments below a member that belong to it: those that are indented deeper, and items that are
     * commented out of a sequence whose dashes stand below the key. A new line between them and their list would make them
     * look like comments of what is new.
     */
    private int behindOwnComments(YamlElement sibling, int at, int column) {
        boolean flushDashes = sibling instanceof YamlEntry entry
                && entry.value() instanceof YamlSequence items
                && items.isBlock()
                && items.column() == sibling.column();
        int end = at;
        int line = source.lineEndAt(at);
        while (line < source.length()) {
            int text = line;
            while (text < source.length() && source.text().charAt(text) == ' ') {
                text++;
            }
            boolean comment = text < source.length() && source.text().charAt(text) == '#';
            boolean own = comment
                    && (text - line > column || (flushDashes && text - line == column && isCommentedItem(text)));
            if (own) {
                end = source.lineContentEndAt(text);
            } else if (!isBlankLine(line) || flushDashes) {
                return end;
            }
            line = source.lineEndAt(line);
        }
        return end;
    }

    private boolean isCommentedItem(int hash) {
        int text = hash + 1;
        while (text < source.length() && source.text().charAt(text) == ' ') {
            text++;
        }
        return source.text().startsWith("- ", text);
    }

    /** New lines at the end of a document stand behind its last comment: what is commented out there keeps its place. */
    private int documentContentEnd() {
        int end = document.root().range().end();
        for (SyntaxElement child : document.children()) {
            if (child instanceof Token token) {
                if (token.kind() == YamlTokenKind.DOCUMENT_END) {
                    break;
                }
                if (token.kind() == YamlTokenKind.COMMENT) {
                    end = Math.max(end, token.range().end());
                }
            }
        }
        return end;
    }

    void insertBefore(YamlElement sibling, Insertion insertion) throws RefusedException {
        requireSimple(sibling);
        int column = sibling.column() - 1;
        int start = sibling.range().start();
        String text = render(insertion, column, start);
        String lineEnding = source.lineEndingAt(start).characters();
        int lineStart = lineStart(start);
        if (isBlank(lineStart, start)) {
            insertLineBefore(sibling, insertion, column, text);
        } else {
            // The first key behind a dash: the new one takes its place, and the old one the next line.
            String moved = text + lineEnding + " ".repeat(column);
            collector.insert(start, moved, depth(sibling), Side.BEFORE_NEXT, insertion.order());
        }
    }

    /** What is new stands above the comments that describe the sibling; a first entry directly below its key. */
    private void insertLineBefore(YamlElement sibling, Insertion insertion, int column, String text) {
        SyntaxElement collection = sibling.parent().orElseThrow();
        SyntaxElement owner = collection.parent().orElseThrow();
        boolean isFirst =
                collection instanceof YamlNode node && EditPlan.elements(node).get(0) == sibling;
        if (isFirst && owner instanceof YamlEntry entry && entry.line() < sibling.line()) {
            addLine(headEnd(entry), column, text, false, depth(sibling), insertion.order());
            return;
        }
        int lineStart = lineStart(sibling.range().start());
        int offset = isFirst ? lineStart : commentBlockStart(sibling, lineStart);
        String lineEnding = source.lineEndingAt(sibling.range().start()).characters();
        boolean blankLine = insertion.atTop() && style.blankLines();
        String line = " ".repeat(column) + text + lineEnding + (blankLine ? lineEnding : "");
        collector.insert(offset, line, depth(sibling), Side.BEFORE_NEXT, insertion.order());
    }

    /** Returns where the colon of an entry, or the anchor and tag behind it, ends. */
    private static int headEnd(YamlEntry entry) {
        int end = entry.colon().orElseThrow().range().end();
        for (SyntaxElement child : entry.value().children()) {
            if (child instanceof Token token
                    && (token.kind() == YamlTokenKind.ANCHOR || token.kind() == YamlTokenKind.TAG)) {
                end = token.range().end();
            }
        }
        return end;
    }

    /** The first entry or item of a value that is not written yet. */
    void insertInto(YamlEntry owner, Insertion insertion) throws RefusedException {
        requireSimple(owner);
        int column = owner.column() - 1 + (insertion.key().isPresent() ? style.step() : style.dashOffset());
        int at = owner.range().end();
        requireRestOfLineIsTrivia(at, owner);
        addLine(at, column, render(insertion, column, at), false, depth(owner) + 2, insertion.order());
    }

    private void addLine(int at, int column, String text, boolean blankLine, int depth, int order) {
        int lineEnd = source.lineEndAt(at);
        String lineEnding = source.lineEndingAt(at).characters();
        String blank = blankLine ? lineEnding : "";
        String line = " ".repeat(column) + text;
        boolean terminated = lineEnd > at && source.text().charAt(lineEnd - 1) == '\n';
        String inserted = terminated ? blank + line + lineEnding : lineEnding + blank + line;
        collector.insert(lineEnd, inserted, depth, Side.AFTER_PREVIOUS, order);
    }

    private String render(Insertion insertion, int column, int at) {
        ValueRenderer renderer = new ValueRenderer(style, source.lineEndingAt(at));
        return insertion
                .key()
                .map(key -> renderer.entry(key, insertion.value(), column))
                .orElseGet(() -> renderer.item(insertion.value(), column));
    }

    /** Deletes one member of a block collection of which something is left. */
    void delete(YamlElement member, CommentFate fate) throws RefusedException {
        requireSimple(member);
        int lineStart = lineStart(member.range().start());
        if (isBlank(lineStart, member.range().start())) {
            deleteLines(member, lineStart, fate);
        } else {
            deleteBehindDash(member, fate);
        }
    }

    private void deleteLines(YamlElement member, int lineStart, CommentFate fate) throws RefusedException {
        int contentEnd = member.range().end();
        requireRestOfLineIsTrivia(contentEnd, member);
        int start = fate == CommentFate.DELETE ? commentBlockStart(member, lineStart) : lineStart;
        int end = source.lineEndAt(contentEnd);
        String kept = fate == CommentFate.KEEP ? commentLines(start, end, member) : "";
        if (kept.isEmpty()) {
            if (followsKeptBlankLines(member)) {
                end = blankLinesEnd(end);
            } else {
                end = withoutDoubledBlankLine(start, end);
                start = end == source.length() ? withoutTrailingBlankLines(start, end) : start;
            }
        }
        collector.removeLines(new TextRange(start, end), kept);
    }

    /** The first key behind a dash goes, and the next one that stays moves up to the dash. */
    private void deleteBehindDash(YamlElement member, CommentFate fate) throws RefusedException {
        YamlNode collection = (YamlNode) member.parent().orElseThrow();
        List<? extends YamlElement> members = EditPlan.elements(collection);
        int index = members.indexOf(member);
        if (index > 0 || members.size() < 2) {
            throw new RefusedException("the entry shares its line", member);
        }
        YamlElement next = members.get(1);
        if (plan.isDeleted(next)) {
            throw new RefusedException("several entries behind one dash would go", member);
        }
        int start = member.range().start();
        int end = next.range().start();
        String kept = fate == CommentFate.KEEP
                ? Comments.between(document, start, end).stream()
                        .map(comment -> comment.text() + lineBreak(start, member.column() - 1))
                        .collect(Collectors.joining())
                : "";
        collector.replace(new TextRange(start, end), kept);
    }

    private String lineBreak(int at, int column) {
        return source.lineEndingAt(at).characters() + " ".repeat(column);
    }

    private String commentLines(int start, int end, YamlElement member) {
        String indentation = " ".repeat(member.column() - 1);
        String lineEnding = source.lineEndingAt(start).characters();
        return Comments.between(document, start, end).stream()
                .map(comment -> indentation + comment.text() + lineEnding)
                .collect(Collectors.joining());
    }

    /** Returns the start of the comment lines directly above, at the same column. */
    private int commentBlockStart(YamlElement member, int lineStart) {
        int start = lineStart;
        while (start > lineStart(0)) {
            int above = lineStart(start - 1);
            int text = above;
            while (text < start && source.text().charAt(text) == ' ') {
                text++;
            }
            if (source.text().charAt(text) != '#' || text - above != member.column() - 1) {
                return start;
            }
            start = above;
        }
        return start;
    }

    /** Blank lines become content of a scalar that keeps them ({@code |+}) when nothing else stands between. */
    private boolean followsKeptBlankLines(YamlElement member) {
        Token previous = null;
        for (Token token : document.leaves().toList()) {
            if (token.range().start() >= member.range().start()) {
                break;
            }
            if (!token.kind().isTrivia()) {
                previous = token;
            }
        }
        return previous != null
                && (previous.kind() == YamlTokenKind.LITERAL || previous.kind() == YamlTokenKind.FOLDED)
                && previous.text()
                                .substring(0, Math.min(3, previous.text().length()))
                                .indexOf('+')
                        > 0;
    }

    private int blankLinesEnd(int end) {
        int position = end;
        while (position < source.length() && isBlankLine(position)) {
            position = source.lineEndAt(position);
        }
        return position;
    }

    /** Where blank lines stood on both sides, those behind go too; also where nothing stands before. */
    private int withoutDoubledBlankLine(int start, int end) {
        boolean atTop = start == lineStart(0);
        boolean blankBefore = atTop || isBlankLine(source.lineStartAt(start - 1));
        int blankEnd = blankLinesEnd(end);
        return blankBefore && blankEnd > end && !collector.hasInsertionIn(end, blankEnd) ? blankEnd : end;
    }

    private int withoutTrailingBlankLines(int start, int end) {
        int position = start;
        while (position > lineStart(0) && isBlankLine(source.lineStartAt(position - 1))) {
            position = source.lineStartAt(position - 1);
        }
        return collector.hasInsertionIn(position, end) ? start : position;
    }

    private boolean isBlankLine(int lineStart) {
        return isBlank(lineStart, source.lineContentEndAt(lineStart));
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            char c = source.text().charAt(i);
            if (c != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Returns where the line of {@code offset} starts, behind a byte order mark. */
    private int lineStart(int offset) {
        int start = source.lineStartAt(offset);
        return start == 0 && source.hasByteOrderMark() ? 1 : start;
    }

    private void requireSimple(YamlElement element) throws RefusedException {
        if (element instanceof YamlEntry entry
                && (entry.isExplicit() || entry.colon().isEmpty())) {
            throw new RefusedException("the key is written with \"?\"", element);
        }
        int start = element.range().start();
        for (int i = lineStart(start); i < start; i++) {
            char c = source.text().charAt(i);
            if (c == '\t') {
                throw new RefusedException("a tab stands in the indentation", element);
            }
            if (c != ' ' && c != '-') {
                throw new RefusedException("the line starts with something else", element);
            }
        }
    }

    private void requireRestOfLineIsTrivia(int offset, YamlElement element) throws RefusedException {
        int end = source.lineContentEndAt(offset);
        for (int i = offset; i < end; i++) {
            char c = source.text().charAt(i);
            if (c == '#') {
                return;
            }
            if (c != ' ' && c != '\t') {
                throw new RefusedException("something else follows on the line", element);
            }
        }
    }

    private static int depth(YamlElement element) {
        int depth = 0;
        for (SyntaxElement around = element;
                around.parent().isPresent();
                around = around.parent().get()) {
            depth++;
        }
        return depth;
    }

    /** Returns whether {@code element} is written in lines of its own. */
    static boolean isBlockMember(YamlElement element) {
        return element instanceof YamlEntry entry
                ? entry.mapping().isBlock()
                : element instanceof YamlItem item && item.sequence().isBlock();
    }
}
