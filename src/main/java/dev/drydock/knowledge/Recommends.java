package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code apt-get install --no-install-recommends} takes away, and what to name explicitly instead. */
public final class Recommends {
    private final Fields losses;
    private final Set<String> suites;
    private final Set<String> checked;
    private final Map<String, Set<String>> available = new LinkedHashMap<>();
    private final Set<String> safe;
    private final Map<String, String> reasons;
    private final Map<String, Set<String>> broughtBy = new LinkedHashMap<>();
    private final Map<String, Set<String>> instead = new LinkedHashMap<>();
    private final Lazy<Fields> incidental;
    private final Lazy<Fields> commands;
    private final Lazy<Fields> calls;

    /** How bad it is to lose something. */
    public enum Severity {
        /** Nothing that matters is lost. */
        NONE,
        /** A part that few use. */
        DEGRADES,
        /** The package does not do its work. */
        BREAKS
    }

    /** A package to name explicitly, for whom and why. */
    public record Addition(String name, List<String> neededBy, Severity severity, String reason) {
        private Addition alsoFor(String other) {
            List<String> all = new ArrayList<>(neededBy);
            all.add(other);
            return new Addition(name, List.copyOf(all), severity, reason);
        }
    }

    /**
     * What one package loses.
     *
     * @param verified whether the list was checked for this suite
     */
    public record Loss(String name, Severity severity, List<Addition> all, boolean verified) {

        /** The additions without which the package does not do its work. */
        public List<Addition> mustAdd() {
            return all.stream()
                    .filter(each -> each.severity() == Severity.BREAKS)
                    .toList();
        }
    }

    /**
     * What an install line needs.
     *
     * @param mustAdd the packages to add, in the order of those that need them
     * @param unknown packages of the line of which nothing is known
     * @param leftOut additions that exist only in some suites, where it is not known whether this is one of them
     * @param verified whether every addition was checked for this suite
     */
    public record Additions(List<Addition> mustAdd, List<String> unknown, List<Addition> leftOut, boolean verified) {}

    Recommends(Fields fields) {
        suites = fields.textSet("suites");
        checked = fields.textSet("available-checked");
        fields.fields("available")
                .ifPresent(each -> each.names().forEach(name -> available.put(name, each.textSet(name))));
        safe = fields.textSet("safe");
        losses = section(fields, "losses");
        reasons = fields.textMap("reasons");
        fields.fields("brought-by")
                .ifPresent(each -> each.names().forEach(name -> broughtBy.put(name, each.textSet(name))));
        fields.fields("instead").ifPresent(each -> each.names().forEach(name -> instead.put(name, each.textSet(name))));
        incidental = new Lazy<>(() -> section(fields, "incidental-tools"));
        commands = new Lazy<>(() -> section(fields, "commands"));
        calls = new Lazy<>(() -> section(fields, "calls"));
        fields.has("calls");
        fields.has("incidental-tools");
        fields.has("commands");
        fields.text("source");
        fields.end();
    }

    private static Fields section(Fields fields, String name) {
        return fields.fields(name).orElseGet(() -> new Fields(fields.file(), name, Map.of()));
    }

    /** Whether a release has a package that is added; empty when nobody has looked. */
    private Optional<Boolean> isAvailable(String addition, Optional<String> suite) {
        Set<String> in = available.get(addition);
        if (in == null) {
            return Optional.of(true);
        }
        return suite.filter(checked::contains).map(in::contains);
    }

    /** The suites for which the facts were checked. */
    public Set<String> suites() {
        return suites;
    }

    /** The packages with a listed loss. */
    public Set<String> packages() {
        return losses.names();
    }

    /** What {@code name} loses in the suite; empty when nothing is known of the package. */
    public Optional<Loss> of(String name, Optional<String> suite) {
        boolean checked = suite.map(suites::contains).orElse(false);
        if (safe.contains(name)) {
            return Optional.of(new Loss(name, Severity.NONE, List.of(), checked));
        }
        return losses.fields(name).map(fields -> {
            List<Addition> all = new ArrayList<>(read(name, fields));
            suite.flatMap(fields::fields).ifPresent(more -> all.addAll(read(name, more)));
            endLoss(fields);
            Severity worst = all.stream()
                    .map(Addition::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.NONE);
            return new Loss(name, worst, List.copyOf(all), checked);
        });
    }

    /**
     * The additions that a line of packages needs: what is on the line already, and what another package of the line or
     * another addition depends on, is not repeated.
     *
     * @param packages the packages as written; versions ({@code =...}), releases ({@code /...}) and architectures are ignored
     * @param suite the suite, empty when it is unknown: then only names that are valid in all suites are returned
     */
    public Additions additions(Collection<String> packages, Optional<String> suite) {
        Set<String> line = new LinkedHashSet<>();
        packages.forEach(each -> line.add(bareName(each)));
        Map<String, Addition> found = new LinkedHashMap<>();
        List<Addition> leftOut = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        boolean verified = true;
        for (String name : line) {
            Optional<Loss> loss = of(name, suite);
            if (loss.isEmpty()) {
                unknown.add(name);
                continue;
            }
            for (Addition addition : loss.get().mustAdd()) {
                Optional<Boolean> there = isAvailable(addition.name(), suite);
                if (there.isEmpty()) {
                    leftOut.add(addition);
                }
                if (!there.orElse(false)) {
                    continue;
                }
                verified &= loss.get().verified();
                found.merge(addition.name(), addition, (first, second) -> first.alsoFor(name));
            }
            losses.fields(name).ifPresent(fields -> leftOut.addAll(otherSuites(name, fields, suite)));
        }
        return new Additions(missing(line, found), List.copyOf(unknown), List.copyOf(leftOut), verified);
    }

    /**
     * The packages of {@link #commands} that come only as a recommendation of something on the line, so that a later command
     * may miss them. An unknown suite gives those of all suites.
     */
    public Set<String> incidentalTools(Collection<String> packages, Optional<String> suite) {
        Set<String> result = new LinkedHashSet<>();
        Set<String> line = new LinkedHashSet<>();
        packages.forEach(each -> line.add(bareName(each)));
        for (Map.Entry<String, Fields> tool : incidentalByTool().entrySet()) {
            for (String in : tool.getValue().names()) {
                List<String> sources = tool.getValue().texts(in);
                boolean applies = in.equals("all")
                        || !suite.map(suites::contains).orElse(false)
                        || suite.get().equals(in);
                if (applies && !line.contains(tool.getKey()) && sources.stream().anyMatch(line::contains)) {
                    result.add(tool.getKey());
                }
            }
        }
        return result;
    }

    /** The commands that a package of {@link #incidentalTools} brings; its own name when nothing else is listed. */
    public List<String> commands(String tool) {
        List<String> listed = commands.get().texts(tool);
        return listed.isEmpty() ? List.of(tool) : listed;
    }

    /** What sources say that need the files of a package of {@link #incidentalTools}; nothing where only commands count. */
    public List<String> calls(String tool) {
        return calls.get().texts(tool);
    }

    /** The names of all packages that {@link #additions} may name, with the packages that depend on them. */
    public Map<String, Set<String>> broughtBy() {
        return Collections.unmodifiableMap(broughtBy);
    }

    /** The packages that do what an addition does and cannot be there together with it. */
    public Set<String> instead(String addition) {
        return instead.getOrDefault(addition, Set.of());
    }

    private Map<String, Fields> incidentalByTool() {
        Map<String, Fields> result = new LinkedHashMap<>();
        Fields tools = incidental.get();
        tools.names().forEach(name -> result.put(name, tools.fields(name).orElseThrow()));
        return result;
    }

    private List<Addition> missing(Set<String> line, Map<String, Addition> found) {
        List<Addition> result = new ArrayList<>();
        for (Addition addition : found.values()) {
            Set<String> bringers = broughtBy.getOrDefault(addition.name(), Set.of());
            boolean there = line.contains(addition.name())
                    || instead(addition.name()).stream().anyMatch(line::contains)
                    || bringers.stream().anyMatch(each -> line.contains(each) || found.containsKey(each));
            if (!there) {
                result.add(addition);
            }
        }
        return List.copyOf(result);
    }

    private List<Addition> otherSuites(String name, Fields fields, Optional<String> suite) {
        List<Addition> result = new ArrayList<>();
        if (suite.map(suites::contains).orElse(false)) {
            return result;
        }
        for (String each : suites) {
            fields.fields(each)
                    .ifPresent(more -> read(name, more).stream()
                            .filter(addition -> addition.severity() == Severity.BREAKS)
                            .forEach(result::add));
        }
        return result;
    }

    private List<Addition> read(String name, Fields fields) {
        List<Addition> result = new ArrayList<>();
        fields.texts("breaks").forEach(added -> result.add(addition(added, name, Severity.BREAKS)));
        fields.texts("degrades").forEach(added -> result.add(addition(added, name, Severity.DEGRADES)));
        return result;
    }

    private Addition addition(String added, String neededBy, Severity severity) {
        String reason = reasons.get(added);
        if (reason == null) {
            throw losses.error(neededBy, "there is no reason for " + added);
        }
        return new Addition(added, List.of(neededBy), severity, reason);
    }

    private void endLoss(Fields fields) {
        suites.forEach(fields::has);
        fields.end();
    }

    private static String bareName(String written) {
        int end = written.length();
        for (char mark : new char[] {'=', '/', ':'}) {
            int at = written.indexOf(mark);
            if (at > 0) {
                end = Math.min(end, at);
            }
        }
        return written.substring(0, end);
    }
}
