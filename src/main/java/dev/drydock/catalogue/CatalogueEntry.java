package dev.drydock.catalogue;

import dev.drydock.transform.Transform;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** One transform and its page. What a run needs is there at once; the page itself is read when it is first asked for. */
public final class CatalogueEntry {
    private final IndexLine line;
    private final Optional<Transform> transform;
    private final Supplier<Page> reader;
    private volatile Page page;

    CatalogueEntry(IndexLine line, Optional<Transform> transform, Supplier<Page> reader) {
        this.line = Objects.requireNonNull(line);
        this.transform = Objects.requireNonNull(transform);
        this.reader = Objects.requireNonNull(reader);
    }

    public String id() {
        return line.id();
    }

    /** Returns the stable alias: {@code DD203}. */
    public String code() {
        return line.code();
    }

    /** Returns the folder of its page: {@code packages}. */
    public String family() {
        return line.family();
    }

    /** Returns the version that brought it. */
    public String since() {
        return line.since();
    }

    public Status status() {
        return line.status();
    }

    /** Returns the kinds of files that it judges, as the page spells them. */
    public List<String> targets() {
        return line.targets();
    }

    public Phase phase() {
        return line.phase();
    }

    /** Returns the ids that run before it within its phase. */
    public List<String> after() {
        return line.after();
    }

    /** Returns the weakest promise that its rewrites may make. */
    public Level level() {
        return line.level();
    }

    public FrontMatter.Kind kind() {
        return line.kind();
    }

    /** Returns the rules of scanners that report the same, by scanner. */
    public Map<String, List<String>> sameAs() {
        return line.sameAs();
    }

    /** Returns what it does, in the imperative. */
    public String title() {
        return line.title();
    }

    /** Returns what it does, in one sentence. */
    public String summary() {
        return line.summary();
    }

    /** Returns the options, by name. Reads the page. */
    public Map<String, OptionSpec> options() {
        return page().frontMatter().options();
    }

    /**
     * Returns the page.
     *
     * @throws InvalidPageException if it breaks the format; a packaged page does not
     */
    public Page page() {
        Page read = page;
        if (read == null) {
            read = reader.get();
            page = read;
        }
        return read;
    }

    /** Returns what does the work; empty if this build of Drydock has a page only. */
    public Optional<Transform> transform() {
        return transform;
    }

    /** Returns whether {@code name} means this transform: its id, its code (in any case), or its family. */
    public boolean isNamed(String name) {
        return name.equals(id()) || name.equalsIgnoreCase(code()) || name.equals(family());
    }

    @Override
    public String toString() {
        return code() + " " + id();
    }
}
