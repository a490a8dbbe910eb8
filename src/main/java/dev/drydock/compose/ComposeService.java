package dev.drydock.compose;

import dev.drydock.compose.Provenance.Origin;
import dev.drydock.yaml.YamlElement;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlItem;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A service, with what it says itself, what it merges and what it extends.
 *
 * <p>Getters answer with what takes effect: a single value from the nearest place (the service, its merge keys, the service
 * that it extends), lists from all of them, the base first, as compose puts them together. Each part knows where it is
 * written. {@link #ownSetting} and {@link #mapping} are for those who write.
 */
public final class ComposeService {
    private static final int MAX_CHAIN = 32;

    private final ComposeFile file;
    private final String name;
    private final YamlEntry entry;
    private final YamlMapping effective;
    /** Found when it is first asked for, as each setting asks; the same whoever finds it. */
    private List<ComposeService> chain;
    /** The same of the variables, as rules ask each service for them on behalf of each other one. */
    private List<KeyValue> environment;

    ComposeService(ComposeFile file, String name, YamlEntry entry, YamlMapping effective) {
        this.file = file;
        this.name = name;
        this.entry = entry;
        this.effective = effective;
    }

    public String name() {
        return name;
    }

    public ComposeFile file() {
        return file;
    }

    public YamlEntry entry() {
        return entry;
    }

    /** Returns the mapping that new keys of this service go into; empty if the service is nothing but an alias. */
    public Optional<YamlMapping> mapping() {
        return entry.value().asMapping();
    }

    /** Returns the entry that the service itself has under {@code key}, not through merges. */
    public Optional<YamlEntry> ownEntry(String key) {
        return mapping().flatMap(mapping -> mapping.entry(key));
    }

    /** Returns what the service itself sets under {@code key}. */
    public Optional<Setting> ownSetting(String key) {
        return ownEntry(key).map(found -> settingOf(key, found, this));
    }

    /** Returns what the service itself, or a mapping that it merges, sets under {@code key}; what it extends is left out. */
    public Optional<Setting> localSetting(String key) {
        return Optional.ofNullable(file.merges().entries(effective).get(key)).map(found -> settingOf(key, found, this));
    }

    private Provenance provenance(YamlElement place, ComposeService holder) {
        boolean inHolder = holder.entry.range().contains(place.range()) && place.source() == holder.entry.source();
        Origin origin = !inHolder ? Origin.ANCHOR : holder == this ? Origin.OWN : Origin.BASE;
        return new Provenance(origin, name, () -> {
            Set<String> reaches = new LinkedHashSet<>(holder.file.reach(place));
            reaches.add(name);
            return reaches;
        });
    }

    private Setting settingOf(String key, YamlEntry found, ComposeService holder) {
        YamlNode value = found.value().resolved().orElse(found.value());
        return new Setting(key, found, value, provenance(found, holder));
    }

    /** Returns what takes effect under {@code key}: of the service, its merge keys, or the services it extends. */
    public Optional<Setting> setting(String key) {
        for (ComposeService holder : chain()) {
            YamlEntry found = file(holder).entries(holder.effective).get(key);
            if (found != null) {
                return Optional.of(settingOf(key, found, holder));
            }
        }
        return Optional.empty();
    }

    /** Returns all that contributes to a list or mapping under {@code key}, the farthest base first. */
    public List<Setting> settings(String key) {
        List<Setting> settings = new ArrayList<>();
        for (ComposeService holder : chain()) {
            YamlEntry found = file(holder).entries(holder.effective).get(key);
            if (found != null) {
                settings.add(settingOf(key, found, holder));
                if (isReset(found)) {
                    break;
                }
            }
        }
        Collections.reverse(settings);
        return settings;
    }

    /** {@code !reset} and {@code !override} cut off what the base says (compose-spec, 13-merge). */
    private static boolean isReset(YamlEntry found) {
        return found.value()
                .tag()
                .filter(tag -> tag.equals("!reset") || tag.equals("!override"))
                .isPresent();
    }

    private static Merges file(ComposeService holder) {
        return holder.file.merges();
    }

    /** Returns this service and those it extends, the nearest first, each once. */
    private List<ComposeService> chain() {
        List<ComposeService> known = chain;
        if (known == null) {
            List<ComposeService> found = new ArrayList<>();
            Set<YamlEntry> seen = new HashSet<>();
            Optional<ComposeService> next = Optional.of(this);
            while (next.isPresent() && found.size() < MAX_CHAIN && seen.add(next.get().entry)) {
                found.add(next.get());
                next = next.get().base();
            }
            known = List.copyOf(found);
            chain = known;
        }
        return known;
    }

    /** Returns what the service itself, or a mapping that it merges, says under {@code extends}. */
    public Optional<Extends> extended() {
        YamlEntry found = file.merges().entries(effective).get("extends");
        if (found == null) {
            return Optional.empty();
        }
        YamlNode value = found.value().resolved().orElse(found.value());
        // No provenance yet: who extends whom is what it is made from.
        Setting setting = new Setting("extends", found, value, new Provenance(Origin.OWN, name, () -> Set.of(name)));
        if (value instanceof YamlScalar scalar) {
            return Optional.of(new Extends(setting, scalar.value(), Optional.empty()));
        }
        return value.asMapping().map(mapping -> {
            Texts texts = new Texts(file.merges().entries(mapping));
            return new Extends(setting, texts.text("service").orElse(""), texts.text("file"));
        });
    }

    /** Returns the service that this one extends, if it can be found. */
    public Optional<ComposeService> base() {
        return extended()
                .flatMap(base -> base.file().isEmpty()
                        ? file.service(base.service())
                        : file.lookup().find(base.file().get()).flatMap(other -> other.service(base.service())));
    }

    /** Returns whether following {@code extends} within the file leads back to this service. */
    boolean extendsItself() {
        Set<String> seen = new HashSet<>();
        Optional<ComposeService> next = Optional.of(this);
        while (next.isPresent() && seen.add(next.get().name)) {
            next = next.get()
                    .extended()
                    .filter(found -> found.file().isEmpty())
                    .flatMap(found -> file.service(found.service()));
        }
        return next.isPresent() && next.get() == this;
    }

    /** Returns whether the service extends one that could not be found, so that its settings are not all known. */
    public boolean hasUnknownBase() {
        List<ComposeService> chain = chain();
        ComposeService last = chain.get(chain.size() - 1);
        return last.extended().isPresent() && last.base().isEmpty();
    }

    /** Returns the names of the services of this file that a new key of {@link #mapping} concerns, this one included. */
    public Set<String> reaches() {
        Set<String> reaches = new LinkedHashSet<>();
        reaches.add(name);
        reaches.addAll(file.reach(effective));
        return reaches;
    }

    /** Returns the services that this one extends, directly or not, the nearest first. */
    public List<ComposeService> bases() {
        List<ComposeService> chain = chain();
        return chain.subList(1, chain.size());
    }

    /** Returns whether the service can start by itself: it says, or takes over, an image or how to build one. */
    public boolean isComplete() {
        return image().isPresent() || setting("build").isPresent();
    }

    public Optional<Setting> image() {
        return setting("image");
    }

    public Optional<ServiceBuild> build() {
        return setting("build").map(this::buildOf);
    }

    private ServiceBuild buildOf(Setting setting) {
        if (setting.value() instanceof YamlScalar scalar) {
            return new ServiceBuild(
                    setting,
                    scalar.value(),
                    Optional.of(scalar),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }
        Optional<Setting> context = inside(setting, "context");
        return new ServiceBuild(
                setting,
                context.flatMap(Setting::text).orElse("."),
                context.flatMap(found -> found.value().asScalar()),
                inside(setting, "dockerfile"),
                inside(setting, "dockerfile_inline")
                        .flatMap(found -> found.value().asScalar()),
                inside(setting, "target"),
                pairs(inside(setting, "args").stream().toList()),
                grants(inside(setting, "secrets").stream().toList()));
    }

    /** Returns a key of the mapping that a setting holds, its merge keys followed. */
    public Optional<Setting> inside(Setting setting, String key) {
        return setting.value()
                .asMapping()
                .map(mapping -> file.merges().entries(mapping).get(key))
                .map(found -> new Setting(
                        key, found, found.value().resolved().orElse(found.value()), provenanceInside(setting, found)));
    }

    /** A place inside a setting from elsewhere is from elsewhere too. */
    private Provenance provenanceInside(Setting setting, YamlElement place) {
        Provenance outer = setting.provenance();
        Provenance own = provenance(place, this);
        if (outer.isOwn()) {
            return own;
        }
        return new Provenance(outer.origin(), name, () -> {
            Set<String> reaches = new LinkedHashSet<>(own.reaches());
            reaches.addAll(outer.reaches());
            return reaches;
        });
    }

    /** Returns the variables in either form; one that is set twice only once, as it takes effect. */
    public List<KeyValue> environment() {
        List<KeyValue> known = environment;
        if (known == null) {
            known = pairs(settings("environment"));
            environment = known;
        }
        return known;
    }

    /** Returns every entry and item that sets a variable, those too that another one hides: one of them takes effect when that goes. */
    public List<YamlElement> setters(String variable) {
        List<YamlElement> setters = new ArrayList<>();
        for (Setting setting : settings("environment")) {
            if (setting.value() instanceof YamlMapping mapping) {
                setters.addAll(file.merges().all(mapping, variable));
            } else {
                items(setting).stream()
                        .filter(item -> item.value()
                                .resolved()
                                .flatMap(YamlNode::asScalar)
                                .map(YamlScalar::value)
                                .filter(text -> text.equals(variable) || text.startsWith(variable + "="))
                                .isPresent())
                        .forEach(setters::add);
            }
        }
        return setters;
    }

    public List<KeyValue> labels() {
        return pairs(settings("labels"));
    }

    private List<KeyValue> pairs(List<Setting> settings) {
        Map<String, KeyValue> pairs = new LinkedHashMap<>();
        for (Setting setting : settings) {
            if (setting.value() instanceof YamlMapping mapping) {
                file.merges()
                        .entries(mapping)
                        .values()
                        .forEach(found -> KeyValue.of(found, provenanceInside(setting, found))
                                .ifPresent(pair -> pairs.put(pair.key(), pair)));
            } else {
                items(setting)
                        .forEach(item -> item.value()
                                .resolved()
                                .flatMap(YamlNode::asScalar)
                                .map(scalar -> KeyValue.of(item, scalar, provenanceInside(setting, item)))
                                .ifPresent(pair -> pairs.put(pair.key(), pair)));
            }
        }
        return List.copyOf(pairs.values());
    }

    private static List<YamlItem> items(Setting setting) {
        return setting.value().asSequence().map(YamlSequence::items).orElse(List.of());
    }

    /** Reads one item of a list. */
    private interface ItemReader<T> {
        Optional<T> read(YamlItem item, YamlNode node, Merges merges, Provenance provenance);
    }

    private <T> List<T> read(List<Setting> settings, ItemReader<T> reader) {
        List<T> read = new ArrayList<>();
        for (Setting setting : settings) {
            for (YamlItem item : items(setting)) {
                YamlNode node = item.value().resolved().orElse(item.value());
                reader.read(item, node, file.merges(), provenanceInside(setting, item))
                        .ifPresent(read::add);
            }
        }
        return read;
    }

    public List<PortMapping> ports() {
        return read(settings("ports"), PortMapping::of);
    }

    /** Returns the volumes; of several at one target only the last, which is the one that takes effect. */
    public List<VolumeMount> volumes() {
        Map<String, VolumeMount> byTarget = new LinkedHashMap<>();
        read(settings("volumes"), VolumeMount::of).forEach(mount -> byTarget.put(mount.target(), mount));
        return List.copyOf(byTarget.values());
    }

    public List<Grant> secrets() {
        return grants(settings("secrets"));
    }

    public List<Grant> configs() {
        return grants(settings("configs"));
    }

    private List<Grant> grants(List<Setting> settings) {
        return read(settings, Grant::of);
    }

    /** Returns the networks that are named; without any the service is on the network {@code default}. */
    public List<Link> networks() {
        return links("networks");
    }

    public List<Link> dependsOn() {
        return links("depends_on");
    }

    /** Returns the services of {@code links}, without their aliases. */
    public List<Link> links() {
        return links("links").stream()
                .map(link -> new Link(
                        Interpolation.split(link.name(), ':').get(0),
                        link.element(),
                        link.options(),
                        link.provenance()))
                .toList();
    }

    private List<Link> links(String key) {
        List<Link> links = new ArrayList<>();
        for (Setting setting : settings(key)) {
            if (setting.value() instanceof YamlMapping mapping) {
                file.merges()
                        .entries(mapping)
                        .forEach((linked, found) -> links.add(new Link(
                                linked,
                                found,
                                found.value().resolved().flatMap(YamlNode::asMapping),
                                provenanceInside(setting, found))));
            }
            for (YamlItem item : items(setting)) {
                item.value()
                        .resolved()
                        .flatMap(YamlNode::asScalar)
                        .ifPresent(scalar -> links.add(
                                new Link(scalar.value(), item, Optional.empty(), provenanceInside(setting, item))));
            }
        }
        return links;
    }

    /** Returns the paths of {@code env_file} in any of its forms. */
    public List<String> envFiles() {
        List<String> paths = new ArrayList<>();
        for (Setting setting : settings("env_file")) {
            paths.addAll(setting.strings());
            items(setting).stream()
                    .flatMap(item -> item.value().asMapping().stream())
                    .flatMap(mapping -> new Texts(file.merges().entries(mapping)).text("path").stream())
                    .forEach(paths::add);
        }
        return paths;
    }

    /** Returns the strings of a value that may be one string or a list, of all places: {@code cap_add}, {@code tmpfs} ... */
    public List<String> strings(String key) {
        return settings(key).stream()
                .flatMap(setting -> setting.strings().stream())
                .toList();
    }

    /** Returns whether a switch is on: {@code privileged}, {@code read_only}, {@code init}. */
    public boolean isOn(String key) {
        return setting(key).map(Setting::isOn).orElse(false);
    }

    public Optional<Setting> user() {
        return setting("user");
    }

    public Optional<Setting> networkMode() {
        return setting("network_mode");
    }

    public Optional<CommandValue> command() {
        return setting("command").map(CommandValue::of);
    }

    public Optional<CommandValue> entrypoint() {
        return setting("entrypoint").map(CommandValue::of);
    }

    public Optional<Setting> healthcheck() {
        return setting("healthcheck");
    }

    /** Returns the test of the health check; empty if there is none or it is disabled. */
    public Optional<CommandValue> healthTest() {
        return healthcheck()
                .filter(setting ->
                        !inside(setting, "disable").map(Setting::isOn).orElse(false))
                .flatMap(setting -> inside(setting, "test"))
                .map(CommandValue::of);
    }

    /** Returns what compose executes in the container after its start and before its end. */
    public List<Hook> hooks() {
        return Stream.of("post_start", "pre_stop")
                .flatMap(key -> settings(key).stream())
                .flatMap(setting -> items(setting).stream().flatMap(item -> hook(setting, setting.key(), item.value())))
                .toList();
    }

    private Stream<Hook> hook(Setting outer, String name, YamlNode value) {
        Optional<Setting> whole =
                value.resolved().map(node -> new Setting(name, outer.entry(), node, outer.provenance()));
        return whole
                .flatMap(setting -> inside(setting, "command")
                        .map(command -> new Hook(
                                name,
                                CommandValue.of(command),
                                inside(setting, "user").flatMap(Setting::text),
                                inside(setting, "environment"))))
                .stream();
    }

    /** Returns what {@code docker compose watch} does. */
    public List<Watch> watches() {
        List<Watch> watches = new ArrayList<>();
        for (Setting develop : settings("develop")) {
            inside(develop, "watch")
                    .ifPresent(list -> items(list).forEach(item -> {
                        Texts texts = new Texts(item.value()
                                .resolved()
                                .flatMap(YamlNode::asMapping)
                                .map(file.merges()::entries)
                                .orElse(Map.of()));
                        watches.add(new Watch(
                                texts.text("action").orElse(""),
                                texts.text("path"),
                                texts.text("target"),
                                texts.node("exec")
                                        .flatMap(node -> hook(list, "develop.watch", node)
                                                .findFirst())));
                    }));
        }
        return List.copyOf(watches);
    }

    public Limits limits() {
        Optional<Setting> limits = setting("deploy")
                .flatMap(deploy -> inside(deploy, "resources"))
                .flatMap(resources -> inside(resources, "limits"));
        return new Limits(
                limit(limits, "memory", "mem_limit"),
                limit(limits, "cpus", "cpus"),
                limit(limits, "pids", "pids_limit"),
                limits.flatMap(setting -> setting.value().asMapping()));
    }

    private Optional<Setting> limit(Optional<Setting> limits, String deployKey, String key) {
        return limits.flatMap(setting -> inside(setting, deployKey)).or(() -> setting(key));
    }

    /** Returns the names of all keys that take effect, the service's own first. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        Stream<ComposeService> holders = chain().stream();
        holders.forEach(
                holder -> keys.addAll(file(holder).entries(holder.effective).keySet()));
        return keys;
    }

    @Override
    public String toString() {
        return "service " + name;
    }
}
