package dev.drydock.container;

import dev.drydock.knowledge.Knowledge;
import dev.drydock.knowledge.Networks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/** Finds out whether a server connects to other machines: by what it is told, and by the scripts and settings that it is given. */
public final class WayOut {
    private static final String BETWEEN = " \t\r\n\"'`;|&()<>{}[],=";
    private static final Set<String> SCRIPTS = Set.of("sh", "bash", "ash", "ksh", "zsh");
    private static final String SQL = "sql";
    private static final Set<String> PROGRAMS = Set.of("js", "mjs", "lua", "cql", "cypher", "flux");

    private final Container container;
    private final List<SettingsFile> files;
    private final Networks networks;
    private final Knowledge knowledge;
    private final OuterAddress addresses;
    private final Set<String> own;

    private WayOut(Container container, List<SettingsFile> files, Knowledge knowledge, Set<String> own) {
        this.container = container;
        this.files = files;
        this.knowledge = knowledge;
        this.networks = knowledge.networks();
        this.addresses = new OuterAddress(own);
        this.own = own;
    }

    /**
     * Returns what connects to another machine, or may, as a sentence without a full stop; empty if nothing does.
     *
     * @param files what the server is given of the project, the files of its variables included
     * @param own the names and addresses of the containers of the project
     */
    public static Optional<String> of(
            Container container, List<SettingsFile> files, Knowledge knowledge, Set<String> own) {
        WayOut judge = new WayOut(container, files, knowledge, own);
        return PeerAddress.named(container, knowledge.ports(), own)
                .or(judge::ofVariables)
                .or(judge::ofCommand)
                .or(judge::ofGuests)
                .or(judge::ofFiles)
                .or(() -> container
                        .unreadSettings()
                        .map(path -> "what is mounted at " + path
                                + " is not there to be read, and may name another machine"));
    }

    private Optional<String> ofVariables() {
        return container.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(variable -> ofVariable(variable.getKey(), variable.getValue()).stream())
                .findFirst();
    }

    private Optional<String> ofVariable(String name, String value) {
        if (networks.isForElsewhere(name)) {
            return Optional.of("the variable " + name + " is for a service elsewhere");
        }
        return ofSetting(name, value).map(address -> "the variable " + name + " names " + address);
    }

    private Optional<String> ofSetting(String name, String value) {
        return addresses
                .spoken(value)
                .or(() -> isPeer(name) ? addresses.named(value) : Optional.empty())
                .or(() -> ofLine(value));
    }

    private boolean isPeer(String name) {
        return networks.namesMachine(name) || knowledge.ports().namesPeer(name);
    }

    private Optional<String> ofCommand() {
        List<String> words = Stream.concat(
                        container.entrypoint().stream().flatMap(List::stream),
                        container.start().stream().flatMap(start -> start.words().stream()))
                .toList();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = equals >= 0 ? word.substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            Optional<String> program = outgoing(word);
            if (program.isPresent()) {
                return Optional.of("its command runs " + program.get());
            }
            if (isPeer(name) && value.indexOf('$') >= 0) {
                return Optional.of(name + " in its command may name another machine");
            }
            Optional<String> address =
                    ofSetting(name, value).or(() -> addresses.spoken(word)).or(() -> ofLine(word));
            if (address.isPresent()) {
                return Optional.of("its command names " + address.get());
            }
        }
        return Optional.empty();
    }

    /** A word may be a line of settings: {@code -c "primary_conninfo=host=db.example.org"}. */
    private Optional<String> ofLine(String line) {
        List<String> words = SettingsWords.of(line);
        for (int i = 0; i + 1 < words.size(); i++) {
            if (isPeer(words.get(i))) {
                Optional<String> address = addresses.named(words.get(i + 1));
                if (address.isPresent()) {
                    return address;
                }
            }
        }
        return Optional.empty();
    }

    /** What is executed in the container beside its program. */
    private Optional<String> ofGuests() {
        return container.guests().stream()
                .filter(Guest.Command.class::isInstance)
                .map(Guest.Command.class::cast)
                .flatMap(guest -> ofGuest(guest).stream())
                .findFirst();
    }

    private Optional<String> ofGuest(Guest.Command guest) {
        String line = String.join(" ", guest.words());
        return outgoing(line)
                .map(program -> guest.place() + " runs " + program)
                .or(() -> addresses.spoken(line).map(address -> guest.place() + " names " + address));
    }

    private Optional<String> ofFiles() {
        return files.stream().flatMap(file -> ofFile(file).stream()).findFirst();
    }

    private Optional<String> ofFile(SettingsFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        boolean script = SCRIPTS.contains(ending) || file.text().startsWith("#!");
        boolean program = PROGRAMS.contains(ending);
        boolean sql = name.contains("." + SQL);
        boolean cluster =
                program && (file.text().contains("rs.initiate") || file.text().contains("rs.reconfig"));
        int number = 0;
        boolean remark = false;
        for (String line : file.text().lines().toList()) {
            number++;
            // Comments of XML; what stands beside one in its line is little.
            boolean opens = line.contains("<!--");
            boolean skipped =
                    remark || opens || (!script && SettingsWords.isComment(line)) || isRemark(line, script, sql);
            remark = (remark || opens) && !line.contains("-->");
            if (skipped) {
                continue;
            }
            Optional<String> found = script
                    ? outgoing(line)
                            .map("runs "::concat)
                            .or(() -> addresses.spoken(line).map("names "::concat))
                    : Optional.empty();
            if (found.isEmpty() && (sql || program || script)) {
                found = statement(line).map(each -> "says " + each);
            }
            if (found.isEmpty() && !sql && !script) {
                found = addresses
                        .spoken(line)
                        .or(() -> program ? Optional.empty() : ofLine(line))
                        .or(() -> cluster ? quoted(line) : Optional.empty())
                        .map("names "::concat)
                        .or(() -> ofPair(line));
            }
            if (found.isPresent()) {
                return Optional.of(file.path() + ":" + number + " " + found.get());
            }
        }
        return Optional.empty();
    }

    private static boolean isRemark(String line, boolean script, boolean sql) {
        String start = line.stripLeading();
        return (script && start.startsWith("#")) || (sql && start.startsWith("--"));
    }

    /** A line of a file of variables. */
    private Optional<String> ofPair(String line) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        return !name.isEmpty() && networks.isForElsewhere(name) ? Optional.of("sets " + name) : Optional.empty();
    }

    private Optional<String> statement(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return networks.statements().stream().filter(lower::contains).findFirst();
    }

    /** Returns the first address that is the whole of a text in quotes. */
    private Optional<String> quoted(String line) {
        String[] texts = line.split("[\"'`]", -1);
        for (int i = 1; i < texts.length; i += 2) {
            Optional<String> address = texts[i].indexOf(' ') < 0 ? addresses.named(texts[i]) : Optional.empty();
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    /** Returns the program of a line of commands that loads something or sends something away, unless it is for a service here. */
    private Optional<String> outgoing(String line) {
        StringTokenizer words = new StringTokenizer(line, BETWEEN);
        Optional<String> program = Optional.empty();
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            String bare = word.substring(word.lastIndexOf('/') + 1);
            if (program.isEmpty() && networks.isOutgoing(bare)) {
                program = Optional.of(bare);
            } else if (program.isPresent() && isHere(word)) {
                return Optional.empty();
            }
        }
        return program;
    }

    private boolean isHere(String word) {
        int scheme = word.indexOf("://");
        String rest = scheme < 0 ? word : word.substring(scheme + "://".length());
        int end = 0;
        while (end < rest.length() && ":/".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end);
        return host.equals("localhost") || host.startsWith("127.") || (scheme >= 0 && own.contains(host));
    }
}
