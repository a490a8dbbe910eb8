package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What in the sources of an application says that only root can do it in a container: libraries, names, texts, programs. */
public final class RootUses {

    /**
     * One kind of such use.
     *
     * @param what it is, in words that go on behind what says so: {@code opens raw sockets, which only root may}
     * @param unless variables that, set for the container, take it elsewhere
     * @param capability whether root needs a capability for it that Docker gives to every container
     */
    public record Use(String what, List<String> unless, boolean capability) {}

    private record Module(String name, Use use) {}

    private record Start(String module, String program) {}

    private record Beginning(String text, Use use) {}

    private final Map<String, List<Module>> modules = new HashMap<>();
    private final Map<String, List<Start>> starts = new HashMap<>();
    private final Map<String, Use> names = new HashMap<>();
    private final List<Beginning> texts = new ArrayList<>();
    private final Map<String, String> programs;
    private final Map<String, List<String>> onlyWith;
    private final Set<String> withOperand = new HashSet<>();

    RootUses(Fields fields) {
        fields.fieldsMap("uses").forEach((key, each) -> read(each));
        fields.fieldsMap("starts")
                .forEach((program, languages) -> languages
                        .names()
                        .forEach(language -> languages
                                .texts(language)
                                .forEach(module -> starts.computeIfAbsent(language, unused -> new ArrayList<>())
                                        .add(new Start(module, program)))));
        programs = fields.textMap("programs");
        onlyWith = fields.textsMap("only-with");
        onlyWith.forEach((program, words) -> {
            if (words.isEmpty()) {
                withOperand.add(program);
            }
        });
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    private void read(Fields fields) {
        Use use = new Use(fields.requiredText("what"), fields.texts("unless"), fields.flag("capability", false));
        fields.textsMap("modules")
                .forEach((language, list) ->
                        list.forEach(name -> modules.computeIfAbsent(language, unused -> new ArrayList<>())
                                .add(new Module(name, use))));
        fields.texts("names").forEach(name -> names.put(name, use));
        fields.texts("texts").forEach(text -> texts.add(new Beginning(text, use)));
        fields.end();
    }

    /**
     * Returns what a module is used for.
     *
     * @param language the key of a language: {@code python}
     * @param name as a source brings it in, divided by dots, colons or slashes
     */
    public Optional<Use> ofModule(String language, String name) {
        return modules.getOrDefault(language, List.of()).stream()
                .filter(module -> isWithin(name, module.name()))
                .map(Module::use)
                .findFirst();
    }

    private static boolean isWithin(String name, String module) {
        return name.startsWith(module)
                && (name.length() == module.length() || "./:".indexOf(name.charAt(module.length())) >= 0);
    }

    /** Returns the program that a module starts. */
    public Optional<String> startedBy(String language, String module) {
        return starts.getOrDefault(language, List.of()).stream()
                .filter(start -> isWithin(module, start.module()))
                .map(Start::program)
                .findFirst();
    }

    /** Returns what a word of a source stands for. */
    public Optional<Use> ofName(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** Returns what a text of a source names. */
    public Optional<Use> ofText(String text) {
        return texts.stream()
                .filter(beginning -> text.startsWith(beginning.text()))
                .map(Beginning::use)
                .findFirst();
    }

    /** Returns why a program fails for everybody but root, if it is one that is started, not the container itself. */
    public Optional<String> ofProgram(String program) {
        return Optional.ofNullable(programs.get(program));
    }

    /** Returns whether these arguments make a program do what takes root; it does if nothing is known of them. */
    public boolean isMeant(String program, List<String> arguments) {
        if (withOperand.contains(program)) {
            return arguments.stream().anyMatch(word -> !word.startsWith("-"));
        }
        List<String> words = onlyWith.getOrDefault(program, List.of());
        return words.isEmpty() || arguments.stream().anyMatch(words::contains);
    }
}
