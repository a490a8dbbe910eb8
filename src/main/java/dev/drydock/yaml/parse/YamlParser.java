package dev.drydock.yaml.parse;

import dev.drydock.syntax.Problem;
import dev.drydock.syntax.SyntaxElement;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.YamlTokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML. Total: whatever the text, the result is a tree that tiles it, with the problems that were found. */
public final class YamlParser {
    /** The largest text that is read, in UTF-16 units; the largest known compose file has less than 1 % of it. */
    public static final int MAX_LENGTH = 16 * 1024 * 1024;

    /** How deep collections may be nested. Trees are walked by recursion, so this bounds the stack. */
    public static final int MAX_DEPTH = 128;

    private final SourceText source;
    private final int start;
    private final CodePoints codePoints;

    private YamlParser(SourceText source) {
        this.source = source;
        this.start = source.hasByteOrderMark() ? 1 : 0;
        this.codePoints = new CodePoints(source.text(), start);
    }

    /** Returns the tree of {@code source}; never throws. */
    public static YamlStream parse(SourceText source) {
        if (source.length() > MAX_LENGTH) {
            String limit = String.format(Locale.ROOT, "larger than %d MiB", MAX_LENGTH >> 20);
            return unparsed(source, Problem.error(TextRange.at(0), limit));
        }
        return new YamlParser(source).parse();
    }

    private YamlStream parse() {
        try {
            return read();
        } catch (TooDeepException e) {
            return unparsed(e.offset, "collections are nested more than " + MAX_DEPTH + " levels deep");
        } catch (MarkedYamlEngineException e) {
            int offset = e.getProblemMark()
                    .map(mark -> codePoints.offset(mark.getIndex()))
                    .orElse(start);
            return unparsed(offset, message(e, offset));
        } catch (ReaderException e) {
            return unparsed(codePoints.offset(e.getPosition()), YamlReason.of(e));
        } catch (UnmappedException e) {
            return unparsed(e.offset(), e.getMessage());
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // Defects of the engine on malformed escapes and directives; the text is at fault all the same.
            return unparsed(start, "not readable as YAML");
        }
    }

    private YamlStream read() throws UnmappedException, TooDeepException {
        LoadSettings settings = LoadSettings.builder()
                .setParseComments(false)
                .setCodePointLimit(MAX_LENGTH)
                .build();
        StreamReader reader = new StreamReader(settings, source.text().substring(start));
        RecordingScanner scanner = new RecordingScanner(new ScannerImpl(settings, reader));
        List<YamlEvent> events = events(new ParserImpl(settings, scanner));
        List<Token> leaves = LeafTokens.of(source, scanner.recorded(), codePoints);
        List<SyntaxElement> children = new YamlTreeBuilder(source, leaves, events).build();
        return new YamlStream(source, children, YamlChecks.of(children));
    }

    private List<YamlEvent> events(ParserImpl parser) throws TooDeepException {
        List<YamlEvent> events = new ArrayList<>();
        int depth = 0;
        while (parser.hasNext()) {
            Event event = parser.next();
            if (event instanceof CollectionStartEvent) {
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new TooDeepException(event.getStartMark()
                            .map(mark -> codePoints.offset(mark.getIndex()))
                            .orElse(start));
                }
            } else if (event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd) {
                depth--;
            }
            events.add(YamlEvent.from(event));
        }
        return events;
    }

    private String message(MarkedYamlEngineException e, int offset) {
        if (offset < source.length() && source.text().charAt(offset) == '\t') {
            return "a tab cannot be used as indentation";
        }
        return YamlReason.of(e);
    }

    private YamlStream unparsed(int offset, String message) {
        return unparsed(source, Problem.error(TextRange.at(Math.min(offset, source.length())), message));
    }

    private static YamlStream unparsed(SourceText source, Problem problem) {
        List<Token> all = source.length() == 0
                ? List.of()
                : List.of(new Token(YamlTokenKind.UNPARSED, source, new TextRange(0, source.length())));
        return new YamlStream(source, all, List.of(problem));
    }

    private static final class TooDeepException extends Exception {
        private final int offset;

        TooDeepException(int offset) {
            super("too deep");
            this.offset = offset;
        }
    }
}
