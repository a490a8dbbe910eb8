package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.image.ImageReference;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.knowledge.OldTools;
import dev.drydock.knowledge.OldTools.OptionAge;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.shell.ShellWord;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tool that is too old for an option, because the image is that old or the file names an old version of it. */
final class OldTool {
    private final BuildStage stage;
    private final RunScript script;
    private final SimpleCommand command;
    private final OptionAge age;

    private OldTool(BuildStage stage, RunScript script, SimpleCommand command, OptionAge age) {
        this.stage = stage;
        this.script = script;
        this.command = command;
        this.age = age;
    }

    /** Returns why the tool that a command starts does not know an option, such as {@code pip --no-cache-dir}. */
    static Optional<String> obstacle(
            OldTools tools, BuildStage stage, RunScript script, SimpleCommand command, String option) {
        return tools.of(option).flatMap(age -> new OldTool(stage, script, command, age).reason());
    }

    private Optional<String> reason() {
        String written = age.option().substring(age.option().indexOf(' ') + 1);
        List<String> named = versions();
        if (!named.isEmpty()) {
            String last = named.get(named.size() - 1);
            return isNew(last)
                    ? Optional.empty()
                    : Optional.of("the file asks for a version that does not know " + written + ", which came with "
                            + age.cameWith());
        }
        return stage.image()
                .reference()
                .filter(this::isOld)
                .filter(image -> !isReplaced())
                .map(image -> "the " + program() + " of " + stage.image().text() + " does not know " + written
                        + ", which came with " + age.cameWith());
    }

    private String program() {
        return age.option().substring(0, age.option().indexOf(' '));
    }

    /** The program of a language's own image comes with that image, whatever distribution it is built on. */
    private boolean isOld(ImageReference image) {
        String name = stage.facts().map(ImageFacts::name).orElse(image.canonicalName());
        boolean own = !age.names(name)
                && stage.facts().flatMap(facts -> facts.hasTool(program())).orElse(false);
        return !own && age.isUnknownIn(name, image.tag().orElse("latest"));
    }

    private boolean isReplaced() {
        boolean transferred = stage.historyBefore(script.run()).stream()
                .filter(FileTransfer.class::isInstance)
                .anyMatch(each -> singles().anyMatch(each.text()::contains));
        return transferred
                || earlier()
                        .anyMatch(each -> singles().anyMatch(each.text()::contains)
                                || age.newerWith().stream()
                                        .filter(phrase -> phrase.contains(" "))
                                        .anyMatch(phrase -> says(each, List.of(phrase.split(" ")))));
    }

    private Stream<String> singles() {
        return age.newerWith().stream().filter(phrase -> !phrase.contains(" "));
    }

    private static boolean says(SimpleCommand command, List<String> words) {
        List<String> said =
                Invocation.of(command).arguments().stream().map(ShellWord::text).toList();
        return said.containsAll(words);
    }

    private Stream<SimpleCommand> earlier() {
        int start = script.run().range().start();
        Stream<SimpleCommand> before = stage.inheritedScripts().stream()
                .filter(each -> each.run().range().start() < start)
                .flatMap(each -> each.commands().stream());
        Stream<SimpleCommand> here = script.commands().stream()
                .filter(each -> each.range().start() < command.range().start());
        return Stream.concat(before, here);
    }

    /** The versions of the tool that the file names, in its order, each with what stands before it. */
    private List<String> versions() {
        Stream<String> settings = stage.historyBefore(script.run()).stream()
                .filter(each -> each instanceof EnvInstruction
                        || each instanceof ArgInstruction
                        || each instanceof FileTransfer)
                .map(Instruction::text);
        return Stream.concat(settings, earlier().map(SimpleCommand::text))
                .flatMap(text -> age.named().keySet().stream()
                        .flatMap(name -> version(text, name).stream().map(version -> name + " " + version)))
                .toList();
    }

    private static Optional<String> version(String text, String name) {
        int found = text.lastIndexOf(name);
        if (found < 0 || (found > 0 && Character.isLetterOrDigit(text.charAt(found - 1)))) {
            return Optional.empty();
        }
        int start = found + name.length();
        while (start < text.length() && "= \"'v".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return end > start ? Optional.of(text.substring(start, end)) : Optional.empty();
    }

    private boolean isNew(String named) {
        int blank = named.lastIndexOf(' ');
        return !OptionAge.isBefore(named.substring(blank + 1), age.named().get(named.substring(0, blank)));
    }
}
