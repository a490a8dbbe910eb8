package dev.drydock.catalogue;

import dev.drydock.text.DidYouMean;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All transforms with their pages, by id, code, family and the rules of scanners that report the same. */
public final class Catalogue {
    private static final String ROOT = "/META-INF/drydock/transforms/";
    private static final String INDEX = "index.txt";

    private final Map<String, CatalogueEntry> byId = new LinkedHashMap<>();

    private Catalogue(List<IndexLine> lines, List<? extends Transform> transforms, Function<IndexLine, Page> readPage) {
        Map<String, Transform> registered = new LinkedHashMap<>();
        for (Transform transform : transforms) {
            if (registered.put(transform.id(), transform) != null) {
                throw new InvalidPageException("two rules are registered as " + transform.id());
            }
        }
        Set<String> codes = new HashSet<>();
        for (IndexLine line : lines) {
            Optional<Transform> transform = Optional.ofNullable(registered.remove(line.id()));
            CatalogueEntry entry = new CatalogueEntry(line, transform, () -> readPage.apply(line));
            if (byId.put(line.id(), entry) != null || !codes.add(line.code())) {
                throw new InvalidPageException("two pages have the id " + line.id() + " or the code " + line.code());
            }
        }
        if (!registered.isEmpty()) {
            throw new InvalidPageException("no page for " + String.join(", ", registered.keySet())
                    + "; a page is transforms/<family>/<id>.md, and -Dgolden=update puts it into the index");
        }
    }

    /**
     * Returns the catalogue that comes with Drydock.
     *
     * @param transforms what does the work, each under the id of a page
     * @throws InvalidPageException if a transform has no page
     */
    public static Catalogue packaged(List<? extends Transform> transforms) {
        List<IndexLine> lines = parseIndex(resource(INDEX));
        return new Catalogue(lines, transforms, line -> Page.parse(line.path(), resource(line.path())));
    }

    /**
     * Returns the catalogue of the pages in a folder, read without an index.
     *
     * @throws InvalidPageException if a page breaks the format, or a transform has no page
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static Catalogue of(Path folder, List<? extends Transform> transforms) {
        return of(readPages(folder), transforms);
    }

    /** Returns the catalogue of the given pages. */
    public static Catalogue of(Collection<Page> pages, List<? extends Transform> transforms) {
        Map<String, Page> byPath = new LinkedHashMap<>();
        pages.forEach(page -> byPath.put(page.path(), page));
        List<IndexLine> lines = pages.stream().map(IndexLine::of).toList();
        return new Catalogue(lines, transforms, line -> byPath.get(line.path()));
    }

    /**
     * Returns the pages of a folder: the Markdown files one level below it, ordered by name.
     *
     * @throws InvalidPageException if a page breaks the format
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Page> readPages(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            List<Page> pages = new ArrayList<>();
            for (Path file : files.filter(file -> file.getNameCount() == folder.getNameCount() + 2)
                    .filter(file -> isPage(file.getFileName().toString()))
                    .sorted(Comparator.comparing(file -> file.toString()))
                    .toList()) {
                String path = file.getParent().getFileName() + "/" + file.getFileName();
                pages.add(Page.parse(path, Files.readString(file)));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(String name) {
        return name.endsWith(".md") && !name.equals("README.md");
    }

    /** Returns the index of the given pages: one line for each, ordered by path. */
    public static String index(Collection<Page> pages) {
        StringBuilder index = new StringBuilder();
        pages.stream()
                .map(IndexLine::of)
                .sorted(Comparator.comparing(IndexLine::path))
                .forEach(line -> index.append(line.format()).append('\n'));
        return index.toString();
    }

    private static List<IndexLine> parseIndex(String index) {
        List<IndexLine> lines = new ArrayList<>();
        int start = 0;
        while (start < index.length()) {
            int newline = index.indexOf('\n', start);
            int end = newline < 0 ? index.length() : newline;
            if (end > start) {
                lines.add(IndexLine.parse(index.substring(start, end)));
            }
            start = end + 1;
        }
        return lines;
    }

    private static String resource(String path) {
        try (InputStream in = Catalogue.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new InvalidPageException("missing in this build of Drydock: " + ROOT + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all entries, ordered by the path of their pages. */
    public List<CatalogueEntry> entries() {
        return List.copyOf(byId.values());
    }

    public Optional<CatalogueEntry> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the entry of an id or, in any case, of a code. */
    public Optional<CatalogueEntry> find(String idOrCode) {
        Optional<CatalogueEntry> found = byId(idOrCode);
        return found.isPresent()
                ? found
                : byId.values().stream()
                        .filter(entry -> entry.code().equalsIgnoreCase(idOrCode))
                        .findFirst();
    }

    /** Returns the entries of one family, ordered by path; none for an unknown family. */
    public List<CatalogueEntry> family(String family) {
        return byId.values().stream()
                .filter(entry -> entry.family().equals(family))
                .toList();
    }

    /** Returns the names of all families, sorted. */
    public Set<String> families() {
        Set<String> families = new TreeSet<>();
        byId.values().forEach(entry -> families.add(entry.family()));
        return families;
    }

    /** Returns the entries that report the same as a rule of a scanner: {@code hadolint}, {@code DL3009}. */
    public List<CatalogueEntry> sameAs(String scanner, String rule) {
        return byId.values().stream()
                .filter(entry ->
                        entry.sameAs().getOrDefault(scanner, List.of()).stream().anyMatch(rule::equalsIgnoreCase))
                .toList();
    }

    /** Returns the entries that a name means: an id, a code, or all of a family. None if the name is unknown. */
    public List<CatalogueEntry> named(String name) {
        return byId.values().stream().filter(entry -> entry.isNamed(name)).toList();
    }

    /** Returns what to tell someone who used an unknown name, with the name that was probably meant. */
    public String unknownName(String name) {
        return "no rule, code or family is called \"" + name + "\"" + hint(name);
    }

    /** Returns what to say to an unknown name that stands in a file, without quoting it. */
    public String unknownNameOfFile(String name) {
        return "no rule, code or family is called so" + hint(name);
    }

    private String hint(String name) {
        Optional<CatalogueEntry> same = byId.values().stream()
                .filter(entry ->
                        entry.sameAs().values().stream().flatMap(List::stream).anyMatch(name::equalsIgnoreCase))
                .findFirst();
        if (same.isPresent()) {
            return ", did you mean \"" + same.get().id() + "\"?";
        }
        List<String> known = new ArrayList<>(byId.keySet());
        known.addAll(families());
        byId.values().forEach(entry -> known.add(entry.code()));
        String wanted = name.startsWith("dd") ? name.toUpperCase(Locale.ROOT) : name;
        return DidYouMean.hint(wanted, known);
    }
}
