package dev.drydock.fuzz;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Cases made from the golden files. Case n of a seed is always the same while these are. */
public final class FuzzCases {
    private static final int LARGEST = 20_000;

    private final List<Map.Entry<String, Map<String, String>>> sources;
    private final long seed;

    private FuzzCases(List<Map.Entry<String, Map<String, String>>> sources, long seed) {
        this.sources = sources;
        this.seed = seed;
    }

    /** Reads the golden files of transforms, scenarios and compose files. */
    public static FuzzCases of(Path golden, long seed) throws IOException {
        Map<String, Map<String, String>> sources = new TreeMap<>();
        for (String family : List.of("transforms", "scenarios", "dockerfile", "compose")) {
            try (Stream<Path> paths = Files.walk(golden.resolve(family))) {
                for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                    add(golden, file, sources);
                }
            }
        }
        return new FuzzCases(List.copyOf(sources.entrySet()), seed);
    }

    private static void add(Path golden, Path file, Map<String, Map<String, String>> sources) throws IOException {
        String path = golden.relativize(file).toString().replace('\\', '/');
        String name = file.getFileName().toString();
        int inner = path.indexOf("/before/");
        int context = path.indexOf("/context/");
        String inside = name.startsWith("before.")
                ? name.substring("before.".length())
                : inner > 0
                        ? path.substring(inner + "/before/".length())
                        : context > 0
                                ? path.substring(context + "/context/".length())
                                : name.equals("Dockerfile") || name.equals("compose.yaml") ? name : "";
        if (inside.isEmpty() || Files.size(file) > LARGEST) {
            return;
        }
        String source = inner > 0
                ? path.substring(0, inner)
                : context > 0 ? path.substring(0, context) : path.substring(0, path.lastIndexOf('/'));
        try {
            sources.computeIfAbsent(source, unused -> new TreeMap<>()).put(inside, Files.readString(file));
        } catch (MalformedInputException e) {
            // A case about bytes that are no text.
            return;
        }
    }

    /** Returns case {@code number}. */
    public FuzzCase get(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Mutations mutations = new Mutations(random);
        Map.Entry<String, Map<String, String>> source = mutations.pick(sources);
        Map<String, String> files = new TreeMap<>(source.getValue());
        Map<String, String> other = mutations.pick(sources).getValue();
        List<String> secrets = new ArrayList<>();
        files.replaceAll((name, text) -> mutations.mutated(text, mutations.pick(List.copyOf(other.values()))));
        String victim = mutations.pick(List.copyOf(files.keySet()));
        if (victim.endsWith("ockerfile") || victim.endsWith(".yaml")) {
            secrets.add("Fz" + letters(random));
            files.replace(victim, mutations.planted(files.get(victim), secrets.get(0)));
        }
        return new FuzzCase(source.getKey(), files, secrets, mutations);
    }

    private static String letters(SplittableRandom random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            letters.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
        }
        return letters.toString();
    }
}
