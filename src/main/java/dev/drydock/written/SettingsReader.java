package dev.drydock.written;

import dev.drydock.knowledge.Writers;
import dev.drydock.model.PrivilegedPort;
import dev.drydock.text.SourceText;
import dev.drydock.written.WrittenPlace.Certainty;
import dev.drydock.written.WrittenPlace.Kind;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlStream;
import dev.drydock.yaml.parse.YamlParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads settings: lines with a key and a value, YAML, JSON, and the elements and attributes of XML. A place counts if the key
 * says that it is written, or if the path can be nothing else.
 */
final class SettingsReader {
    private static final Set<String> LINES = Set.of("properties", "ini", "cfg", "conf", "toml", "env", "cnf", "config");
    private static final Set<String> TREES = Set.of("yml", "yaml", "json");
    private static final Set<String> XML = Set.of("xml", "config");
    private static final Set<String> STEPPING = Set.of("supervisord", "program:", "fcgi-program:", "group:");
    private static final List<String> WILDCARDS = List.of(
            "http://*:",
            "http://+:",
            "http://0.0.0.0:",
            "http://[::]:",
            "https://*:",
            "https://+:",
            "https://0.0.0.0:");
    /** Keys of the port that is opened, and what they stand below. */
    private static final Set<String> PORTS =
            Set.of("port", "listen", "http_port", "https_port", "listen_port", "server_port");

    private static final Set<String> OWNERS =
            Set.of("", "app", "config", "default", "global", "http", "https", "listen", "release", "server", "web");
    private static final Set<String> ADDRESSES = Set.of("addr", "address", "bind", "bind_address", "listen_address");
    private static final int DEEPEST = 40;

    private final Writers writers;
    private final Function<String, Optional<String>> variables;
    private final WorkingFolder working;
    private final Function<String, Optional<String>> settings;
    private final Map<String, String> names = new HashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, PathText> paths = new HashMap<>();
    private final List<RootUse> rootUses = new ArrayList<>();
    private String section = "";
    /** The class of a handler of the section, once it is named. */
    private String handler = "";

    private boolean xml;

    private SettingsReader(
            Writers writers,
            Function<String, Optional<String>> variables,
            WorkingFolder working,
            Function<String, Optional<String>> settings) {
        this.settings = settings;
        this.working = working;
        this.writers = writers;
        this.variables = variables;
    }

    /** Returns whether the name of a file says that it holds settings. */
    static boolean reads(String fileName) {
        String ending = ending(fileName);
        return LINES.contains(ending) || TREES.contains(ending) || XML.contains(ending);
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What a file of settings says.
     *
     * @param writes what is written, in its order
     * @param paths the absolute paths by their keys
     * @param rootUses what only root may do
     */
    record Settings(List<Write> writes, Map<String, PathText> paths, List<RootUse> rootUses) {}

    /** Reads a file of settings. */
    static Settings read(
            String fileName,
            SourceText source,
            Writers writers,
            Function<String, Optional<String>> variables,
            WorkingFolder working,
            Function<String, Optional<String>> settings) {
        SettingsReader reader = new SettingsReader(writers, variables, working, settings);
        String ending = ending(fileName);
        if (TREES.contains(ending)) {
            reader.readTree(source);
        } else if (source.text().stripLeading().startsWith("<")) {
            reader.readXml(source.text());
        } else {
            reader.readLines(source.text(), ending.equals("conf"));
        }
        return new Settings(List.copyOf(reader.writes), Map.copyOf(reader.paths), List.copyOf(reader.rootUses));
    }

    private void readLines(String text, boolean blanksDivide) {
        int line = 0;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            line++;
            readLine(text.substring(start, end).strip(), line, blanksDivide);
            start = end + 1;
        }
    }

    private void readLine(String line, int number, boolean blanksDivide) {
        if (line.startsWith("[") && line.endsWith("]")) {
            section = line.substring(1, line.length() - 1).strip();
            handler = "";
        }
        if (line.isEmpty() || line.length() > 2_000 || "#;![<".indexOf(line.charAt(0)) >= 0) {
            return;
        }
        int divider = 0;
        while (divider < line.length()
                && "=:".indexOf(line.charAt(divider)) < 0
                && (!blanksDivide || line.charAt(divider) > ' ')) {
            divider++;
        }
        if (divider == 0 || divider >= line.length()) {
            return;
        }
        String key = line.substring(0, divider).strip();
        String rest = line.substring(divider + 1).strip();
        if (blanksDivide && !rest.isEmpty() && "=:".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.substring(1).strip();
        }
        if (key.equals("class")) {
            handler = rest;
        }
        if (key.equals("args") && section.startsWith("handler_")) {
            Kind kind = handler.contains("Rotating") ? Kind.DATABASE : Kind.FILE;
            firstText(rest).ifPresent(path -> keep(PathText.of(path), kind, Certainty.CERTAIN, number));
            return;
        }
        // nginx and redis put options behind the path.
        int blank = rest.indexOf(' ');
        String first = blanksDivide && blank > 0 ? rest.substring(0, blank) : rest;
        // nginx and Apache say listen as well, in files that other programs do not read.
        boolean directive = blanksDivide
                && line.charAt(divider) <= ' '
                && !line.substring(divider).strip().startsWith("=");
        if (!directive || !key.equalsIgnoreCase("listen")) {
            add(key, unquoted(first), number);
        }
    }

    /** Handlers of the logging of Python: {@code args=('/var/log/shop.log', 'a')}. */
    private static Optional<String> firstText(String arguments) {
        int start = 0;
        while (start < arguments.length() && "\"'".indexOf(arguments.charAt(start)) < 0) {
            start++;
        }
        int end = start < arguments.length() ? arguments.indexOf(arguments.charAt(start), start + 1) : -1;
        // An address of another host stands in a pair of its own.
        boolean pair = arguments.lastIndexOf('(', start) > 0;
        String text = end < 0 || pair ? "" : arguments.substring(start + 1, end);
        return Optional.of(text)
                .filter(path -> path.indexOf('/') >= 0 || hasEnding(path))
                .filter(path -> !path.startsWith("/dev/"));
    }

    /** What Ruby puts into a value is mostly a variable with a default, which is its last text. */
    private static String ofTemplate(String value) {
        String bare = value.strip();
        if (!bare.startsWith("<%=") || !bare.endsWith("%>")) {
            return value;
        }
        char quote = bare.lastIndexOf('"') > bare.lastIndexOf('\'') ? '"' : '\'';
        int end = bare.lastIndexOf(quote);
        int start = end < 0 ? -1 : bare.lastIndexOf(quote, end - 1);
        return start < 0 ? value : bare.substring(start + 1, end);
    }

    private static String unquoted(String value) {
        String bare = value.endsWith(";") || value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
        boolean quoted = bare.length() > 1
                && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
                && bare.charAt(bare.length() - 1) == bare.charAt(0);
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }

    private void readTree(SourceText source) {
        YamlStream stream = YamlParser.parse(source);
        if (!stream.hasErrors()) {
            stream.documents().forEach(document -> readNode(source, "", document.root(), 0));
        }
    }

    private void readNode(SourceText source, String key, YamlNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        node.asScalar()
                .ifPresent(scalar -> add(
                        key, scalar.value(), source.line(scalar.contentRange().start())));
        node.asMapping().map(YamlMapping::entries).ifPresent(entries -> {
            for (YamlEntry entry : entries) {
                String name =
                        entry.key().asScalar().map(scalar -> scalar.value()).orElse("");
                readNode(source, key.isEmpty() ? name : lastOf(key) + "." + name, entry.value(), depth + 1);
            }
        });
        node.asSequence()
                .ifPresent(sequence -> sequence.values().forEach(value -> readNode(source, key, value, depth + 1)));
    }

    /** The last two names of a key say what it is: {@code file.name} of {@code logging.file.name}. */
    private static String lastOf(String key) {
        int last = key.lastIndexOf('.');
        int second = last < 0 ? -1 : key.lastIndexOf('.', last - 1);
        return key.substring(second + 1);
    }

    /** Reads elements and attributes; what is not well-formed is passed over. */
    private void readXml(String text) {
        xml = true;
        int line = 1;
        int counted = 0;
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<!--", at)) {
                int end = text.indexOf("-->", at);
                at = end < 0 ? -1 : text.indexOf('<', end);
                continue;
            }
            int end = text.indexOf('>', at);
            if (end < 0) {
                return;
            }
            for (int i = counted; i < at; i++) {
                line += text.charAt(i) == '\n' ? 1 : 0;
            }
            counted = at;
            int next = text.indexOf('<', end);
            if (end - at < 4_000 && text.charAt(at + 1) != '/') {
                String element = text.substring(at + 1, end);
                String content = next < 0
                        ? ""
                        : text.substring(end + 1, Math.min(next, end + 400)).strip();
                readElement(element, content, line);
            }
            at = next;
        }
    }

    private void readElement(String element, String content, int line) {
        int nameEnd = 0;
        while (nameEnd < element.length() && element.charAt(nameEnd) > ' ' && element.charAt(nameEnd) != '/') {
            nameEnd++;
        }
        String name = element.substring(0, nameEnd);
        Map<String, String> attributes = attributes(element.substring(nameEnd));
        String key = attributes.getOrDefault("name", attributes.getOrDefault("key", ""));
        String otherwise = attributes.getOrDefault("value", attributes.getOrDefault("defaultValue", content));
        // Logback takes what the settings of Spring say for it.
        String value = Optional.ofNullable(attributes.get("source"))
                .flatMap(source -> settings.apply(source.substring(source.lastIndexOf('.') + 1)))
                .orElse(otherwise);
        if (!key.isEmpty() && !value.isEmpty()) {
            names.putIfAbsent(key, value);
            add(key, value, line);
        }
        attributes.forEach((attribute, text) -> add(attribute, text, line));
        if (!content.isEmpty()) {
            add(name, content, line);
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> found = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            if (equals < 0 || equals + 1 >= text.length()) {
                break;
            }
            char quote = text.charAt(equals + 1);
            int end = quote == '"' || quote == '\'' ? text.indexOf(quote, equals + 2) : -1;
            if (end < 0) {
                at = equals + 1;
                continue;
            }
            found.put(text.substring(at, equals).strip(), text.substring(equals + 2, end));
            at = end + 1;
        }
        return found;
    }

    /** Returns whether a key names the port that the application itself opens, and not that of another server. */
    private boolean opensPort(String key, String value) {
        String lower = key.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf('.');
        String owner = last < 0 ? section.toLowerCase(Locale.ROOT) : lower.substring(0, last);
        String name = lower.substring(last + 1);
        boolean names = PORTS.contains(name) || (ADDRESSES.contains(name) && value.indexOf(':') >= 0);
        return names && OWNERS.contains(owner);
    }

    /** Servers take their user and their ports from settings. */
    private void addRootUse(String key, String value, int line) {
        boolean user = key.equals("user") && (STEPPING.stream().anyMatch(section::startsWith) || section.equals("www"));
        boolean uid = (key.equals("uid") || key.equals("user")) && section.equals("uwsgi");
        if ((user || uid) && !value.equals("root") && !value.isEmpty()) {
            rootUses.add(RootUse.user(value, line));
        }
        WILDCARDS.stream().filter(value::startsWith).findFirst().ifPresent(host -> {
            String digits = value.substring(host.length()).replace("/", "");
            PrivilegedPort.of(digits).ifPresent(port -> rootUses.add(RootUse.port(port, line)));
        });
        if (key.equals("quarkus.http.port") || opensPort(key, value)) {
            String port = resolved(value, 0).text();
            PrivilegedPort.of(port.substring(port.lastIndexOf(':') + 1))
                    .ifPresent(number -> rootUses.add(RootUse.port(number, line)));
        }
    }

    private void add(String key, String written, int line) {
        String value = ofTemplate(written);
        addRootUse(key, value, line);
        if (value.length() < 2 || value.length() > 400) {
            return;
        }
        PathText path = resolved(value, 0);
        if (path.isAbsolute() && path.isPlausible() && path.text().length() > 2) {
            paths.putIfAbsent(key.substring(key.lastIndexOf('.') + 1), path);
        }
        Optional<String> database = writers.databaseFile(path.text());
        if (database.isPresent()) {
            keep(new PathText(database.get(), path.open()), Kind.DATABASE, Certainty.CERTAIN, line);
            return;
        }
        // What XML names a file is nearly always one of a logger.
        String name =
                key.startsWith("file.") || (xml && key.toLowerCase(Locale.ROOT).startsWith("file"))
                        ? "log." + key
                        : key;
        boolean named = writers.namesWritten(name, path.text()) && !isOfRouter(key);
        boolean relative = named && path.text().indexOf('/') > 0 && hasEnding(path.text());
        boolean beside = named && working.asks(path) && writers.namesWrittenPlace(name, path.text());
        if ((path.isAbsolute() && (named || writers.isData(path.text()))) || relative || beside) {
            if (!writers.isNever(path.text())) {
                boolean file = named && writers.namesFile(name, path.text());
                Kind kind = file ? WrittenPlace.fileNamed(name) : Kind.UNCLEAR;
                keep(path, kind, named && (!beside || relative) ? Certainty.CERTAIN : Certainty.LIKELY, line);
            }
        }
    }

    /** {@code rewrites.destination} of a host of web pages: an address. */
    private boolean isOfRouter(String key) {
        int last = key.lastIndexOf('.');
        int second = last < 0 ? -1 : key.lastIndexOf('.', last - 1);
        return last > 0 && writers.isRouterName(key.substring(second + 1, last));
    }

    private static boolean hasEnding(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
    }

    private void keep(PathText path, Kind kind, Certainty certainty, int line) {
        if (path.isPlausible()) {
            writes.add(new Write(path, kind, certainty, line));
        }
    }

    /** Puts in what stands for {@code ${NAME}} and {@code ${NAME:-default}}; cut at what is not known, dates and patterns. */
    private PathText resolved(String value, int depth) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            char c = value.charAt(at);
            if (c == '%' && !text.isEmpty()) {
                return new PathText(text.toString(), true);
            }
            if (c != '$' || at + 1 >= value.length() || value.charAt(at + 1) != '{') {
                text.append(c);
                at++;
                continue;
            }
            int end = value.indexOf('}', at);
            String inside = end < 0 ? "" : value.substring(at + 2, end);
            Optional<String> known = end < 0 || depth > 3 ? Optional.empty() : meaning(inside);
            if (known.isEmpty()) {
                return new PathText(text.toString(), true);
            }
            PathText inner = resolved(known.get(), depth + 1);
            text.append(inner.text());
            if (inner.open()) {
                return new PathText(text.toString(), true);
            }
            at = end + 1;
        }
        return PathText.of(text.toString());
    }

    private Optional<String> meaning(String inside) {
        int dash = inside.indexOf(":-");
        int colon = inside.indexOf(':');
        int divider = dash >= 0 ? dash : colon;
        String name = divider < 0 ? inside : inside.substring(0, divider);
        String otherwise = divider < 0 ? "" : inside.substring(divider + (dash >= 0 ? 2 : 1));
        boolean lookup = Set.of("sys", "env", "ctx", "java").contains(name);
        String plain = lookup ? otherwise : name;
        return Optional.ofNullable(names.get(plain))
                .or(() -> variables.apply(plain))
                .or(() -> lookup ? Optional.empty() : Optional.of(otherwise).filter(text -> !text.isEmpty()));
    }
}
