package dev.drydock.container;

import dev.drydock.knowledge.Writers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the options of a command name as written: pid files, logs, data, sockets. */
final class WrittenOptions {
    /** Options whose value is written under the same name by many servers. */
    private static final Set<String> WRITTEN = Set.of(
            "--pid",
            "--pidfile",
            "--pid-file",
            "--log",
            "--logfile",
            "--log-file",
            "--log-dir",
            "--logdir",
            "--log-path",
            "--access-log",
            "--access-logfile",
            "--error-log",
            "--error-logfile",
            "--db",
            "--dbpath",
            "--db-path",
            "--data",
            "--datadir",
            "--data-dir",
            "--storage-dir",
            "--state-dir",
            "--cache-dir",
            WrittenOptions.SOCKET,
            "--unix-socket",
            "--uds");

    private static final String SOCKET = "--socket";
    private static final String SCHEME = "unix:";
    /** What stands before the key of a property of Java. */
    private static final String PROPERTY = "-D";

    /**
     * A place that an option names.
     *
     * @param option the name that many servers share: {@code --pid}, {@code --socket}
     */
    record Named(String option, String path) {}

    private final Writers writers;
    private final List<Named> found = new ArrayList<>();

    private WrittenOptions(Writers writers) {
        this.writers = writers;
    }

    /** Returns the places that the words of a command name, in their order. */
    static List<Named> of(List<String> words, Writers writers) {
        WrittenOptions options = new WrittenOptions(writers);
        options.read(words);
        return List.copyOf(options.found);
    }

    private void read(List<String> words) {
        String program = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            program = writers.hasStartOptions(RootPrograms.name(word)) ? RootPrograms.name(word) : program;
            boolean attached = word.length() > 2 && word.startsWith("-") && word.charAt(2) == '/';
            int end = attached ? 2 : word.indexOf('=');
            String name = end < 0 ? word : word.substring(0, end);
            String value =
                    end >= 0 ? word.substring(attached ? end : end + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            String option = writers.startOption(program, name).orElse(name.toLowerCase(Locale.ROOT));
            if (WRITTEN.contains(option) && isPath(value)) {
                found.add(new Named(option, value));
            } else if (end >= 0 && isProperty(name, value)) {
                found.add(new Named("--log", value));
            } else {
                socket(word.substring(word.indexOf('=') + 1));
                inside(program, word);
            }
        }
    }

    private static boolean isPath(String value) {
        boolean relative =
                !value.startsWith("-") && value.indexOf(':') < 0 && value.lastIndexOf('.') > value.lastIndexOf('/') + 1;
        return value.startsWith("/") || relative;
    }

    /** {@code -Dlogging.file.name=/var/log/shop.log}. */
    private boolean isProperty(String name, String value) {
        return name.startsWith(PROPERTY)
                && value.startsWith("/")
                && writers.namesWritten(name.substring(PROPERTY.length()), value);
    }

    /** {@code unix:/run/shop.sock} and {@code unix:///run/shop.sock}, behind whichever option. */
    private void socket(String value) {
        if (value.startsWith(SCHEME)) {
            String path = value.substring(SCHEME.length());
            String plain = path.startsWith("///") ? path.substring(2) : path;
            if (isPath(plain)) {
                found.add(new Named(SOCKET, plain));
            }
        }
    }

    /** {@code -Xlog:gc*:file=/var/log/gc.log:time}, where the path stands among other things. */
    private void inside(String program, String word) {
        int path = Math.max(word.indexOf(":/"), word.indexOf("=/")) + 1;
        int divider = 0;
        while (divider < word.length() && ":=".indexOf(word.charAt(divider)) < 0) {
            divider++;
        }
        // -XX:LogFile= has its colon inside of the name.
        boolean advanced = word.startsWith("-XX:") && word.indexOf('=') > 0;
        int end = advanced ? Math.min(word.indexOf('='), afterName(word)) : divider;
        if (path > 0 && end < path) {
            writers.startOption(program, word.substring(0, end)).ifPresent(option -> {
                int stop = path;
                while (stop < word.length() && ":,".indexOf(word.charAt(stop)) < 0) {
                    stop++;
                }
                found.add(new Named(option, word.substring(path, stop)));
            });
        }
    }

    private static int afterName(String word) {
        int colon = word.indexOf(':', "-XX:".length());
        return colon < 0 ? word.length() : colon;
    }
}
