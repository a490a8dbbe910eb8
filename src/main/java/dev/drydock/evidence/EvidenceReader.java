package dev.drydock.evidence;

import dev.drydock.project.ProjectPath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads evidence files. They come with the sources, so that nothing in them is believed beyond its form: what has another
 * form, is too large, or speaks of a day to come makes the whole file none.
 */
public final class EvidenceReader {
    /** The largest file that is read, in characters. */
    public static final int LARGEST = 4 << 20;

    private static final String ALGORITHM = "sha256:";
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_ENTRIES = 20_000;

    private final LocalDate today;

    private EvidenceReader(LocalDate today) {
        this.today = today;
    }

    /**
     * Returns the content of an evidence file.
     *
     * @param today the day of the run; what was tried later was not tried
     * @throws EvidenceFormatException if the text is not one
     */
    public static Evidence read(String text, LocalDate today) throws EvidenceFormatException {
        if (text.length() > LARGEST) {
            throw new EvidenceFormatException("it is larger than 4 MB");
        }
        LoadSettings settings = LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(1)
                .setCodePointLimit(LARGEST)
                .build();
        Object document;
        try {
            document = new Load(settings).loadFromString(text);
        } catch (YamlEngineException | StackOverflowError e) {
            throw new EvidenceFormatException("it is not YAML", e);
        }
        return new EvidenceReader(today).evidence(mapping(document, "the file"));
    }

    private Evidence evidence(Map<?, ?> file) throws EvidenceFormatException {
        if (!Integer.valueOf(Evidence.VERSION).equals(file.get("version"))) {
            throw new EvidenceFormatException("its version is not " + Evidence.VERSION);
        }
        List<Proof> proofs = new ArrayList<>();
        for (Object each : list(file.get("proofs"), "proofs")) {
            proofs.add(proof(mapping(each, "a proof")));
        }
        return new Evidence(proofs);
    }

    private Proof proof(Map<?, ?> proof) throws EvidenceFormatException {
        TreeMap<ProjectPath, ProvenText> files = new TreeMap<>();
        for (Map.Entry<?, ?> file : mapping(proof.get("files"), "files").entrySet()) {
            Map<?, ?> digests = mapping(file.getValue(), "a file");
            Optional<String> before =
                    digests.containsKey("before") ? Optional.of(digest(digests.get("before"))) : Optional.empty();
            files.put(path(file.getKey()), new ProvenText(before, digest(digests.get("after"))));
        }
        if (files.isEmpty()) {
            throw new EvidenceFormatException("a proof names no file");
        }
        TreeMap<String, Observed> observed = new TreeMap<>();
        for (Map.Entry<?, ?> container :
                mapping(proof.get("containers"), "containers").entrySet()) {
            observed.put(
                    text(container.getKey(), "a container"), observed(mapping(container.getValue(), "a container")));
        }
        TreeMap<FindingKey, Verdict> verdicts = new TreeMap<>();
        for (Object each : list(proof.get("findings"), "findings")) {
            Map<?, ?> finding = mapping(each, "a finding");
            FindingKey key = new FindingKey(
                    text(finding.get("rule"), "rule"),
                    path(finding.get("path")),
                    text(finding.get("scope"), "scope"),
                    text(finding.get("text"), "text"));
            verdicts.put(key, verdict(finding));
        }
        TreeMap<String, String> images = new TreeMap<>();
        if (proof.containsKey("images")) {
            for (Map.Entry<?, ?> image : mapping(proof.get("images"), "images").entrySet()) {
                images.put(text(image.getKey(), "an image"), imageDigest(image.getValue()));
            }
        }
        return new Proof(
                files,
                day(proof.get("tried")),
                proof.containsKey("commit") ? Optional.of(commit(proof.get("commit"))) : Optional.empty(),
                text(proof.get("engine"), "engine"),
                images,
                text(proof.get("summary"), "summary"),
                strings(proof.get("exercised"), "exercised"),
                observed,
                verdicts);
    }

    private static Observed observed(Map<?, ?> seen) throws EvidenceFormatException {
        return new Observed(
                numbers(seen.get("ports"), "ports"),
                numbers(seen.get("http"), "http"),
                strings(seen.get("written"), "written"),
                numbers(seen.get("users"), "users"),
                number(seen.get("memory"), "memory"),
                number(seen.get("processes"), "processes"),
                seen.containsKey("capabilities")
                        ? Optional.of(strings(seen.get("capabilities"), "capabilities"))
                        : Optional.empty(),
                seen.containsKey("probe") ? strings(seen.get("probe"), "probe") : List.of());
    }

    private static Verdict verdict(Map<?, ?> finding) throws EvidenceFormatException {
        String result = text(finding.get("result"), "result");
        return switch (result) {
            case "held" -> Verdict.HELD;
            case "left out" -> Verdict.leftOut(text(finding.get("reason"), "reason"));
            default -> throw new EvidenceFormatException("a result is neither \"held\" nor \"left out\"");
        };
    }

    private LocalDate day(Object value) throws EvidenceFormatException {
        LocalDate day;
        try {
            day = LocalDate.parse(text(value, "tried"));
        } catch (DateTimeException e) {
            throw new EvidenceFormatException("\"tried\" is not a day such as 2026-01-31", e);
        }
        if (day.isAfter(today)) {
            throw new EvidenceFormatException("it speaks of a trial on a day that is still to come");
        }
        return day;
    }

    private static ProjectPath path(Object value) throws EvidenceFormatException {
        return ProjectPath.parse(text(value, "path"))
                .orElseThrow(() -> new EvidenceFormatException("a path leads outside of the project"));
    }

    /** SHA-1 or SHA-256, as Git writes them. */
    private static String commit(Object value) throws EvidenceFormatException {
        String commit = text(value, "commit");
        boolean hexadecimal = (commit.length() == 40 || commit.length() == 64)
                && commit.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!hexadecimal) {
            throw new EvidenceFormatException("a commit is not 40 hexadecimal digits");
        }
        return commit;
    }

    private static String digest(Object value) throws EvidenceFormatException {
        String digest = text(value, "digest");
        boolean hexadecimal =
                digest.length() == 64 && digest.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!hexadecimal) {
            throw new EvidenceFormatException("a digest is not 64 hexadecimal digits");
        }
        return digest;
    }

    private static String imageDigest(Object value) throws EvidenceFormatException {
        String text = text(value, "the digest of an image");
        if (!text.startsWith(ALGORITHM)) {
            throw new EvidenceFormatException("the digest of an image does not begin with " + ALGORITHM);
        }
        return ALGORITHM + digest(text.substring(ALGORITHM.length()));
    }

    private static String text(Object value, String name) throws EvidenceFormatException {
        if (value instanceof String text && text.length() <= LONGEST_TEXT) {
            return text;
        }
        throw new EvidenceFormatException("\"" + name + "\" is not a short text");
    }

    private static int number(Object value, String name) throws EvidenceFormatException {
        if (value instanceof Integer number && number >= 0) {
            return number;
        }
        throw new EvidenceFormatException("\"" + name + "\" is not a number");
    }

    private static List<Integer> numbers(Object value, String name) throws EvidenceFormatException {
        List<Integer> numbers = new ArrayList<>();
        for (Object each : list(value, name)) {
            numbers.add(number(each, name));
        }
        return numbers;
    }

    private static List<String> strings(Object value, String name) throws EvidenceFormatException {
        List<String> strings = new ArrayList<>();
        for (Object each : list(value, name)) {
            strings.add(text(each, name));
        }
        return strings;
    }

    private static List<?> list(Object value, String name) throws EvidenceFormatException {
        if (value instanceof List<?> list && list.size() <= MOST_ENTRIES) {
            return list;
        }
        throw new EvidenceFormatException("\"" + name + "\" is not a list, or a very long one");
    }

    private static Map<?, ?> mapping(Object value, String name) throws EvidenceFormatException {
        if (value instanceof Map<?, ?> map && map.size() <= MOST_ENTRIES) {
            return map;
        }
        throw new EvidenceFormatException(name + " is not a mapping");
    }
}
