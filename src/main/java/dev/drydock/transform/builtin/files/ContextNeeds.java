package dev.drydock.transform.builtin.files;

import dev.drydock.dockerfile.Argument;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.StartCommand;
import dev.drydock.shell.commands.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one Dockerfile takes from its build context: sources of COPY and ADD, and bind mounts.
 *
 * @param named the sources, from the root of the context, without a leading or final slash; may be patterns
 * @param whole whether the context is taken as a whole somewhere
 * @param unclear whether a source depends on a variable, so that the file may be anything
 * @param place the first instruction that takes from the context
 * @param mounted the names of the files as which secrets are mounted, and of the keys for which the mounted agent answers
 * @param speech all that the instructions say besides, to look names up in
 * @param programs the programs that RUNs and starts call
 */
record ContextNeeds(
        List<String> named,
        boolean whole,
        boolean unclear,
        Optional<Instruction> place,
        Set<String> mounted,
        List<String> speech,
        Set<String> programs) {
    /** What an agent answers for. */
    private static final Set<String> SSH_KEYS = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");

    private static final Set<String> WHOLE = Set.of("", ".", "*");

    ContextNeeds {
        named = List.copyOf(named);
        mounted = Set.copyOf(mounted);
        speech = List.copyOf(speech);
        programs = Set.copyOf(programs);
    }

    static ContextNeeds of(Build build) {
        return new Collector().collect(build);
    }

    /** Returns these needs and those of another Dockerfile that may be built from the same context. */
    ContextNeeds and(ContextNeeds other) {
        List<String> sources = new ArrayList<>(named);
        sources.addAll(other.named);
        Set<String> secrets = new TreeSet<>(mounted);
        secrets.addAll(other.mounted);
        List<String> texts = new ArrayList<>(speech);
        texts.addAll(other.speech);
        Set<String> called = new TreeSet<>(programs);
        called.addAll(other.programs);
        return new ContextNeeds(sources, whole || other.whole, unclear || other.unclear, place, secrets, texts, called);
    }

    /** Returns the same needs of a Dockerfile in a folder, whose context may also be that folder; empty: the root. */
    ContextNeeds orBelow(String folder) {
        if (folder.isEmpty()) {
            return this;
        }
        List<String> sources = new ArrayList<>(named);
        named.forEach(name -> sources.add(folder + "/" + name));
        return new ContextNeeds(sources, whole, unclear, place, mounted, speech, programs);
    }

    private static final class Collector {
        private final List<String> named = new ArrayList<>();
        private final List<String> speech = new ArrayList<>();
        private final Set<String> mounted = new TreeSet<>();
        private final Set<String> programs = new TreeSet<>();
        private boolean whole;
        private boolean unclear;
        private Instruction place;

        ContextNeeds collect(Build build) {
            for (BuildStage stage : build.stages()) {
                stage.scripts()
                        .forEach(script -> script.commands()
                                .forEach(command ->
                                        Invocation.of(command).program().ifPresent(programs::add)));
                StartCommand start = stage.startCommand();
                start.words().stream().findFirst().ifPresent(programs::add);
                start.scripts()
                        .forEach(script -> script.simpleCommands()
                                .forEach(command ->
                                        Invocation.of(command).program().ifPresent(programs::add)));
                for (Instruction instruction : stage.stage().instructions()) {
                    if (instruction instanceof FileTransfer transfer) {
                        transfer(stage, instruction, transfer);
                    } else {
                        speech.add(instruction.logicalLine().text());
                        instruction.heredocs().stream().map(Heredoc::text).forEach(speech::add);
                    }
                    if (instruction instanceof RunInstruction run) {
                        run.mounts().forEach(mount -> mount(run, mount));
                    }
                }
            }
            return new ContextNeeds(named, whole, unclear, Optional.ofNullable(place), mounted, speech, programs);
        }

        private void transfer(BuildStage stage, Instruction instruction, FileTransfer transfer) {
            if (!transfer.isFromContext()) {
                // What one stage takes from another may have come from the context.
                speech.add(instruction.logicalLine().text());
                return;
            }
            for (Argument source : transfer.sources()) {
                String text = source.value();
                if (text.startsWith("<<") || text.contains("://") || text.startsWith("git@")) {
                    continue;
                }
                if (source.hasVariables()) {
                    unclear = true;
                    stage.expand(source, instruction).ifPresent(value -> need(value, instruction));
                } else {
                    need(source.staticValue().orElse(text), instruction);
                }
            }
        }

        private void mount(RunInstruction run, Flag mount) {
            if (mount.mountOption("type").filter("ssh"::equals).isPresent()) {
                mounted.addAll(SSH_KEYS);
            }
            if (mount.mountOption("type").filter("secret"::equals).isPresent()) {
                mount.mountOption("target", "dst", "destination")
                        .map(target -> target.substring(target.lastIndexOf('/') + 1))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(mounted::add);
            }
            boolean bind =
                    mount.mountOption("type").map(type -> type.equals("bind")).orElse(true);
            if (bind && mount.mountOption("from").isEmpty()) {
                String source = mount.mountOption("source", "src").orElse("");
                unclear |= source.contains("$");
                need(source, run);
            }
        }

        private void need(String source, Instruction instruction) {
            place = place == null ? instruction : place;
            String name = plain(source);
            if (isWhole(name)) {
                whole = true;
            } else {
                named.add(name);
            }
        }
    }

    /** Returns a source without what changes nothing at its ends: {@code ./src/} is {@code src}. */
    static String plain(String source) {
        String name = source;
        while (name.startsWith("/") || name.startsWith("./")) {
            name = name.substring(name.indexOf('/') + 1);
        }
        while (name.endsWith("/") || name.endsWith("/.")) {
            name = name.substring(0, name.lastIndexOf('/'));
        }
        return name;
    }

    /** Returns whether a plain source is the whole context. */
    static boolean isWhole(String plain) {
        return WHOLE.contains(plain);
    }

    /** Returns whether a file is read well enough to know what it takes. */
    static boolean isReadable(Dockerfile file) {
        return file.isSound() && !file.stages().isEmpty();
    }
}
