package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What programs and their settings write to: calls of languages, names of variables and settings, places. */
public final class Writers {
    private static final char BARE = '=';

    /** What a call does with a path. */
    public enum Role {
        /** Writes the file that its first argument names. */
        FILE,
        /** Makes the folder that its first argument names, or keeps files there. */
        FOLDER,
        /** Keeps a database in the file that its first argument names, and journals beside it. */
        DATABASE,
        /** Writes the file that its first argument names if another argument says so. */
        MODED,
        /** Writes the file that its second argument names. */
        SECOND,
        /** Keeps a database in what its second argument names. */
        SECOND_DATABASE,
        /** Writes the file that stands before the call. */
        ON_FILE,
        /** Makes the folder that stands before the call. */
        ON_FOLDER,
        /** Writes the file that stands before the call if an argument says so. */
        ON_MODED,
        /** A type whose variables are written files. */
        DECLARES,
        /** Puts paths together. */
        JOIN,
        /** Puts its arguments behind what stands before the call. */
        APPENDS,
        /** Reads settings from a file. */
        LOADS,
        /** Returns its path as it is. */
        SAME,
        /** Returns the folder of its path. */
        PARENT,
        /** Returns the folder for temporary files. */
        TEMPORARY,
        /** Returns the home of the user. */
        HOME,
        /** Returns the working folder. */
        WORKING,
        /** Returns the value of a variable, or else its second argument. */
        ENVIRONMENT,
        /** Returns the first of its arguments that is there. */
        DEFAULT,
        /** Puts its arguments into a text. */
        FORMATS,
        /** Takes away what its first argument names, or changes it otherwise: the folder around it must be writable. */
        REMOVES,
        /** Makes the folder that its first argument names the working folder. */
        ENTERS,
        /** Starts a program: its arguments are a command. */
        STARTS,
        /** Opens a port that one of its arguments names. */
        LISTENS,
        /** Does what only root may do. */
        ROOT,
        /** Reads, or has nothing to do with files that are written. */
        READS
    }

    private record Call(String before, Role role) {}

    private final Map<String, Map<String, List<Call>>> languages = new HashMap<>();
    private final Set<String> fallbacks;
    private final Set<String> writtenWords;
    private final Set<String> placeWords;
    private final Set<String> vagueWords;
    private final Set<String> writtenNames;
    private final List<String> addresses;
    private final List<String> dataFolders;
    private final List<String> mountFolders;
    private final List<String> never;
    private final List<String> dataEndings;
    private final Set<String> addressNames;
    private final Set<String> routerNames;
    private final Set<String> readingPrograms;
    private final Set<String> changingPrograms;
    private final Set<String> buildFiles;
    private final List<String> buildEndings;
    private final Set<String> buildTools;
    private final Set<String> buildFolders;
    private final List<String> unreadEndings;
    private final Map<String, String> interpreters;
    private final Set<String> accountNames;
    private final List<String> settingsEndings;
    private final List<String> settingsFolders;
    private final List<String> stateEndings;
    private final Set<String> argumentNames;
    private final Set<String> existenceTests;
    private final Set<String> directoryVariables;
    private final Map<String, Map<String, String>> startOptions = new HashMap<>();
    private final Map<String, String> optionVariables;
    private final RootUses rootUses;

    Writers(Fields fields, RootUses rootUses) {
        this.rootUses = rootUses;
        fields.fieldsMap("languages").forEach((language, calls) -> languages.put(language, read(calls)));
        fallbacks = fields.textSet("fallbacks");
        writtenWords = fields.textSet("written-words");
        placeWords = fields.textSet("place-words");
        vagueWords = fields.textSet("vague-words");
        writtenNames = fields.textSet("written-names");
        addresses = fields.texts("addresses");
        dataFolders = fields.texts("data-folders");
        mountFolders = fields.texts("mount-folders");
        never = fields.texts("never");
        dataEndings = fields.texts("data-endings");
        addressNames = fields.textSet("address-names");
        routerNames = fields.textSet("router-names");
        readingPrograms = fields.textSet("reading-programs");
        changingPrograms = fields.textSet("changing-programs");
        buildFiles = fields.textSet("build-files");
        buildEndings = fields.texts("build-endings");
        buildTools = fields.textSet("build-tools");
        buildFolders = fields.textSet("build-folders");
        unreadEndings = fields.texts("unread-endings");
        interpreters = fields.textMap("interpreters");
        accountNames = fields.textSet("account-names");
        settingsEndings = fields.texts("settings-endings");
        settingsFolders = fields.texts("settings-folders");
        stateEndings = fields.texts("state-endings");
        argumentNames = fields.textSet("argument-names");
        existenceTests = fields.textSet("existence-tests");
        directoryVariables = fields.textSet("directory-variables");
        optionVariables = fields.textMap("option-variables");
        fields.fieldsMap("start-options").forEach((program, options) -> {
            Map<String, String> meant = new HashMap<>();
            options.names().forEach(option -> meant.put(option, options.requiredText(option)));
            startOptions.put(program, meant);
        });
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    private static Map<String, List<Call>> read(Fields fields) {
        Map<String, List<Call>> calls = new HashMap<>();
        for (Role role : Role.values()) {
            String key = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            for (String text : fields.texts(key)) {
                int dot = text.lastIndexOf('.');
                boolean bare = text.charAt(0) == BARE;
                String name = bare ? text.substring(1) : text.substring(dot + 1);
                String before = bare ? "=" : dot < 0 ? "" : text.substring(0, dot);
                calls.computeIfAbsent(name, each -> new ArrayList<>()).add(new Call(before, role));
            }
        }
        fields.end();
        return calls;
    }

    /** Returns whether a source reads its command line by a word. */
    public boolean namesArguments(String word) {
        return argumentNames.contains(word);
    }

    /** Returns whether a call of this name asks whether a file or folder is there. */
    public boolean testsExistence(String call) {
        return existenceTests.contains(call);
    }

    /** Returns whether a library or a tool writes in the directory that a variable of this name holds. */
    public boolean namesDirectory(String variable) {
        return directoryVariables.contains(variable);
    }

    /** Returns whether a program has options of its own that name what it writes. */
    public boolean hasStartOptions(String program) {
        return startOptions.containsKey(program);
    }

    /** Returns the option that many servers have for what an option of this program names: {@code --pid} for {@code -P} of rails. */
    public Optional<String> startOption(String program, String option) {
        return Optional.ofNullable(startOptions.getOrDefault(program, Map.of()).get(option));
    }

    /** Returns the variables in which programs find options, each with its program. */
    public Map<String, String> optionVariables() {
        return Map.copyOf(optionVariables);
    }

    /** Returns what says that only root can do something. */
    public RootUses rootUses() {
        return rootUses;
    }

    /**
     * What is known of a call.
     *
     * @param qualified whether it is known by what stands before it, which then is no path
     */
    public record Match(Role role, boolean qualified) {}

    /**
     * Returns what a call does, or empty if that is not known.
     *
     * @param language the key of a language: {@code python}
     * @param before what stands before the name, divided by dots: {@code os} of {@code os.makedirs}; empty if nothing does
     */
    public Optional<Match> role(String language, String before, String name) {
        List<Call> calls = languages.getOrDefault(language, Map.of()).getOrDefault(name, List.of());
        Optional<Match> anywhere = Optional.empty();
        for (Call call : calls) {
            boolean bare = call.before.equals("=");
            if (bare ? before.isEmpty() : !call.before.isEmpty() && isBehind(before, call.before)) {
                return Optional.of(new Match(call.role, true));
            }
            if (call.before.isEmpty()) {
                anywhere = Optional.of(new Match(call.role, false));
            }
        }
        return anywhere;
    }

    private static boolean isBehind(String before, String wanted) {
        return before.equals(wanted) || before.endsWith("." + wanted);
    }

    /** Returns whether an option of a call that starts a program says which account it runs as. */
    public boolean namesAccount(String option) {
        return accountNames.contains(option);
    }

    /** Returns whether a place in a container is one for settings of its program, by its ending or its folder. */
    public boolean isSettings(String path) {
        boolean named = hasSettingsEnding(path) || settingsFolders.stream().anyMatch(folder -> isWithin(path, folder));
        return named && never.stream().noneMatch(place -> isWithin(path, place));
    }

    /** Returns whether a file holds settings by its ending. */
    public boolean hasSettingsEnding(String path) {
        return settingsEndings.stream().anyMatch(path::endsWith);
    }

    /** Returns whether a file of this name is one that a program keeps for itself: a log, a database. */
    public boolean isState(String path) {
        return dataEndings.stream().anyMatch(path::endsWith);
    }

    /** Returns whether programs keep what they remember in files with this ending, as often as settings are written there. */
    public boolean mayBeState(String path) {
        return stateEndings.stream().anyMatch(path::endsWith);
    }

    private static boolean isWithin(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** Returns whether a call gives another value where the one before it is missing. */
    public boolean isFallback(String name) {
        return fallbacks.contains(name);
    }

    /** Returns whether a variable, an option or a setting of this name is likely to hold the path of a place that is written. */
    public boolean namesWritten(String name, String path) {
        String lower = name.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf('.');
        int second = last < 0 ? -1 : lower.lastIndexOf('.', last - 1);
        String key = lower.substring(last + 1);
        boolean file = key.contains("file") && writtenNames.contains(key);
        if (file
                || writtenNames.contains(lower)
                || (second >= 0 && writtenNames.contains(lower.substring(second + 1)))) {
            return true;
        }
        List<String> words = words(name);
        boolean written = words.stream().anyMatch(writtenWords::contains);
        return written
                && (isData(path)
                        || isMount(path)
                        || words.stream().anyMatch(placeWords::contains)
                        || (hasEnding(path) && words.stream().anyMatch(vagueWords::contains)));
    }

    /** Returns the same of a relative path, which has to look like one, unless the name says that it is a place. */
    public boolean namesWrittenPlace(String name, String path) {
        return namesWritten(name, path)
                && (hasEnding(path)
                        || path.indexOf('/') > 0
                        || words(name).stream().anyMatch(placeWords::contains));
    }

    /** Returns whether a path without an ending is a file and no directory by the name that holds it: {@code pidfile}. */
    public boolean namesFile(String name, String path) {
        List<String> words = words(name);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return !hasEnding(path)
                && (last.endsWith("file")
                        || last.endsWith("filename")
                        || last.equals("accesslog")
                        || last.equals("errorlog"));
    }

    private static boolean hasEnding(String path) {
        return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
    }

    /** Splits at everything that is no letter or digit, and where lower case changes to upper case. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            boolean end = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            boolean hump =
                    !end && i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            if ((end || hump) && !word.isEmpty()) {
                words.add(word.toString().toLowerCase(Locale.ROOT));
                word.setLength(0);
            }
            if (!end) {
                word.append(name.charAt(i));
            }
        }
        return words;
    }

    /** Returns the file that an address of a database names, or empty if it names none: {@code app.db} of {@code sqlite:///app.db}. */
    public Optional<String> databaseFile(String address) {
        for (String prefix : addresses) {
            if (address.regionMatches(true, 0, prefix, 0, prefix.length())) {
                String rest = address.substring(prefix.length());
                int end = 0;
                while (end < rest.length() && "?;".indexOf(rest.charAt(end)) < 0) {
                    end++;
                }
                String path = rest.substring(0, end);
                boolean elsewhere =
                        path.isEmpty() || path.startsWith(":") || path.startsWith("mem:") || path.contains("memory");
                boolean host = path.startsWith("//") && prefix.startsWith("file");
                return elsewhere || host || path.startsWith("tcp:") ? Optional.empty() : Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a path below which data lies says by itself that it is no address of a web page. */
    public boolean isData(String path) {
        return dataFolders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** Returns whether the name of a file says that a program keeps its own data there: a database, a log, a socket. */
    public boolean isDataFile(String path) {
        return dataEndings.stream().anyMatch(path::endsWith);
    }

    /** Returns whether a call, a key or a variable of this name takes the address of a web page. */
    public boolean isAddressName(String name) {
        return addressNames.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a call or a key of this name takes nothing but addresses of web pages, whatever is in it. */
    public boolean isRouterName(String name) {
        return routerNames.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns whether a program may write to a file that its arguments name. */
    public boolean isChangingProgram(String program) {
        return changingPrograms.contains(program);
    }

    /** Returns whether a program only reads the files that its arguments name. */
    public boolean isReadingProgram(String program) {
        return readingPrograms.contains(program);
    }

    /** Returns whether a path lies in a folder that people mount for data. */
    public boolean isMount(String path) {
        return mountFolders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** Returns whether nobody writes there, or everybody may. */
    public boolean isNever(String path) {
        return never.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /** Returns whether a file is one that people build or test with. */
    public boolean isBuildFile(String name) {
        return buildFiles.contains(name)
                || buildEndings.stream().anyMatch(name::endsWith)
                || (name.contains(".config.") && buildTools.contains(name.substring(0, name.indexOf('.'))));
    }

    /** Returns whether a folder holds what other people wrote, or what no container runs. */
    public boolean isBuildFolder(String name) {
        return buildFolders.contains(name);
    }

    /** Returns whether a file is a source in a language that is not read. */
    public boolean isUnread(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return unreadEndings.stream().anyMatch(lower::endsWith);
    }

    /** Returns the key of the language of what a program starts. */
    public Optional<String> languageOf(String program) {
        return Optional.ofNullable(interpreters.get(program));
    }
}
