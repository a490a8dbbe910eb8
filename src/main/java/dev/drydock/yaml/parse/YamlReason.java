package dev.drydock.yaml.parse;

import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Why a text is not YAML, in words of our own. Those of the engine quote the text, which may hold a secret at just the
 * place that is broken; so of its messages only the kind is taken.
 */
public final class YamlReason {
    /** What the engine's message starts with or holds, and what is said then; the first that fits counts. */
    private static final List<Kind> KINDS = List.of(
            new Kind("could not find expected ':'", "a \":\" is missing after a key"),
            new Kind("expected <block end>", "the indentation does not fit what stands above"),
            new Kind(
                    "mapping values are not allowed here",
                    "a \": \" cannot stand here; a value that holds one is quoted"),
            new Kind("mapping keys are not allowed here", "a key cannot stand here"),
            new Kind("sequence entries are not allowed here", "an item of a list cannot stand here"),
            new Kind("Do not use \\t", "a tab cannot be used as indentation"),
            new Kind(
                    "that cannot start any token",
                    "a character that cannot start a value; a value that does is quoted"),
            new Kind("found unexpected end of stream", "the text ends within quotes"),
            new Kind("found unexpected document separator", "a document ends within quotes"),
            new Kind("expected ',' or ']'", "a \",\" or \"]\" is missing"),
            new Kind("expected ',' or '}'", "a \",\" or \"}\" is missing"),
            new Kind("unknown escape character", "an unknown escape sequence in double quotes"),
            new Kind("expected escape sequence", "an unfinished escape sequence in double quotes"),
            new Kind("undefined tag handle", "an undefined tag handle"),
            new Kind("duplicate tag handle", "a tag handle that is defined twice"),
            new Kind("expected alphabetic or numeric character", "an anchor or alias without a name"),
            new Kind("unexpected character found", "a character that cannot stand in the name of an anchor"),
            new Kind("undefined alias", "an alias without its anchor"),
            new Kind("duplicate key", "the same key twice"),
            new Kind("expected the node content", "a value is missing"),
            new Kind("expected '<document start>'", "more than one value at the top; a \"---\" may be missing"),
            new Kind("chomping or indentation", "an unknown indicator after \"|\" or \">\""),
            new Kind("more spaces", "the first lines of a block are indented more than its text"),
            new Kind("expected a comment or a line break", "more text after \"|\" or \">\""),
            new Kind("indentation indicator", "an indentation indicator that is not 1 to 9"),
            new Kind("expected URI", "a tag that is none"),
            new Kind("expected '!'", "a tag that is none"),
            new Kind("incompatible YAML", "a version of YAML that is not 1.x"),
            new Kind("version", "a %YAML directive without a version"),
            new Kind("single document", "more than one document"),
            new Kind("number of aliases", "too many aliases"));

    private record Kind(String sign, String words) {}

    private YamlReason() {}

    /** Returns why the engine refused a text, in one line that quotes nothing of it. */
    public static String of(YamlEngineException refusal) {
        if (refusal instanceof ReaderException reader) {
            return String.format(Locale.ROOT, "character U+%04X is not allowed in YAML", reader.getCodePoint());
        }
        String problem = refusal instanceof MarkedYamlEngineException marked
                ? String.valueOf(marked.getProblem())
                : String.valueOf(refusal.getMessage());
        // Signs are looked for in front of what is quoted, so that a text cannot choose its message.
        String said = beforeQuote(problem);
        return KINDS.stream()
                .filter(kind -> said.contains(kind.sign()) || problem.startsWith(kind.sign()))
                .map(Kind::words)
                .findFirst()
                .orElse("not readable as YAML");
    }

    private static String beforeQuote(String problem) {
        int found = problem.indexOf(", but found");
        return found < 0 ? problem : problem.substring(0, found);
    }
}
