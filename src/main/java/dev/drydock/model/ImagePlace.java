package dev.drydock.model;

import dev.drydock.image.ImageReference;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A place in a file that names an image from outside, and where each part of the name is written. */
public final class ImagePlace {
    /** What the image is for. */
    public enum Kind {
        /** The base of a stage. */
        FROM,
        /** Files are copied from it. */
        COPY_FROM,
        /** It is mounted while a command runs. */
        MOUNT_FROM,
        /** It reads the Dockerfile. */
        SYNTAX,
        /** A service of a compose file runs it. */
        SERVICE,
        /** A service of a compose file is built with its files. */
        BUILD_CONTEXT,
        /** A command line runs it. */
        COMMAND
    }

    private final Kind kind;
    private final TextRange range;
    private final TracedText text;
    private final Optional<ImageReference> reference;
    private final Optional<String> unknownArgument;
    private final Set<String> mentioned;
    private final Optional<String> hindrance;

    private ImagePlace(
            Kind kind,
            TextRange range,
            TracedText text,
            Optional<String> unknownArgument,
            Set<String> mentioned,
            Optional<String> hindrance) {
        this.kind = Objects.requireNonNull(kind);
        this.range = Objects.requireNonNull(range);
        this.text = text;
        this.unknownArgument = unknownArgument;
        this.reference = unknownArgument.isPresent() ? Optional.empty() : ImageReference.parse(text.text());
        this.mentioned = Set.copyOf(mentioned);
        this.hindrance = hindrance;
    }

    /**
     * Returns a place where the name stands as it is, without variables.
     *
     * @param range where it stands in the file
     * @param inFile from a range of {@code text} to the file; a continuation may split the name
     */
    public static ImagePlace literal(Kind kind, TextRange range, String text, UnaryOperator<TextRange> inFile) {
        return new ImagePlace(kind, range, TracedText.of(text, inFile), Optional.empty(), Set.of(), Optional.empty());
    }

    /** Returns a place where the name cannot be edited, because it is written with quotes or escapes. */
    static ImagePlace opaque(Kind kind, TextRange range, String text) {
        return new ImagePlace(kind, range, TracedText.opaque(text), Optional.empty(), Set.of(), Optional.empty());
    }

    static ImagePlace expanded(Kind kind, TextRange range, TracedText text, Set<String> mentioned) {
        return new ImagePlace(kind, range, text, Optional.empty(), mentioned, Optional.empty());
    }

    /** Returns this place with the reason why it must not be edited. */
    ImagePlace hinderedBy(String reason) {
        return new ImagePlace(kind, range, text, unknownArgument, mentioned, Optional.of(reason));
    }

    /** Returns a place whose name depends on who builds or runs it. */
    static ImagePlace unresolved(
            Kind kind, TextRange range, String text, String unknownArgument, Set<String> mentioned) {
        return new ImagePlace(
                kind, range, TracedText.opaque(text), Optional.of(unknownArgument), mentioned, Optional.empty());
    }

    public Kind kind() {
        return kind;
    }

    /** Returns where in the file the image is named; the name may come from elsewhere. */
    public TextRange range() {
        return range;
    }

    /** Returns the name with the defaults of variables put in, or as written if one has no default. */
    public String text() {
        return text.text();
    }

    /** Returns what the name means; empty if it is no reference, or depends on who builds or runs it. */
    public Optional<ImageReference> reference() {
        return reference;
    }

    /** Returns the variable without a default that stands in the name. */
    public Optional<String> unknownArgument() {
        return unknownArgument;
    }

    /** Returns the variables that the name uses, directly or through the default of another. */
    public Set<String> mentioned() {
        return mentioned;
    }

    /** Returns the edit of the file that makes this edit of {@link #text()}; empty if no single place can be edited. */
    public Optional<WrittenEdit> written(TextEdit edit) {
        return text.written(edit);
    }

    /**
     * Returns the variables whose defaults hold a part of this range of {@link #text()}; the empty name stands for what
     * the place itself says.
     */
    public Set<String> writers(TextRange part) {
        return text.writers(part);
    }

    /** Returns where in {@link #text()} the values of variables stand. */
    public List<VariableSpan> variables() {
        return text.spans();
    }

    /** Returns why the place must not be edited, although it could be. */
    public Optional<String> hindrance() {
        return hindrance;
    }

    /** Returns what a variable is called where it stands: a build argument, or a variable of compose. */
    public String variableNoun() {
        return kind == Kind.SERVICE || kind == Kind.BUILD_CONTEXT ? "variable" : "build argument";
    }

    @Override
    public String toString() {
        return kind + " " + text() + " at " + range;
    }
}
