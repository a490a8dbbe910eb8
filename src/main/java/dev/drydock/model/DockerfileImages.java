package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.CopyInstruction;
import dev.drydock.dockerfile.Directive;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.Word;
import dev.drydock.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Every image from outside that a Dockerfile names: FROM, COPY --from, RUN --mount with {@code from=}, the same behind
 * ONBUILD, and the syntax directive. Names of stages and {@code scratch} are no images. Only FROM expands variables, and
 * only those of the ARGs before the first FROM.
 *
 * <p>Source: BuildKit, {@code frontend/dockerfile/dockerfile2llb/convert.go} and {@code convert_runmount.go}.
 */
public final class DockerfileImages implements ImagePlaces {
    private static final String SCRATCH = "scratch";

    private final Build build;
    private final TracedArguments arguments;
    private final List<ImagePlace> places = new ArrayList<>();

    private DockerfileImages(Build build) {
        this.build = build;
        this.arguments = TracedArguments.of(build.file().globalArguments());
    }

    /** Returns the images of a Dockerfile that is looked at alone. */
    public static DockerfileImages of(Build build) {
        return of(build, MadeImages.none());
    }

    /** Returns the images of a Dockerfile, without those that the project makes itself. */
    public static DockerfileImages of(Build build, MadeImages made) {
        DockerfileImages places = new DockerfileImages(build);
        build.file().directive("syntax").ifPresent(places::syntax);
        for (BuildStage stage : build.stages()) {
            if (stage.parent().isEmpty()) {
                places.from(stage.stage().from().image());
            }
            stage.stage().instructions().forEach(instruction -> places.instruction(instruction, false));
        }
        places.places.removeIf(place -> place.reference().filter(made::contains).isPresent());
        return places;
    }

    @Override
    public List<ImagePlace> all() {
        return List.copyOf(places);
    }

    @Override
    public List<ImagePlace> reachedBy(String argument) {
        Set<String> changing = arguments.dependents(argument);
        return places.stream()
                .filter(place -> place.mentioned().stream().anyMatch(changing::contains))
                .toList();
    }

    @Override
    public OptionalInt otherUse(String argument) {
        Set<String> changing = arguments.dependents(argument);
        for (Stage stage : build.file().stages()) {
            for (Instruction instruction : stage.instructions()) {
                boolean declared = instruction instanceof ArgInstruction declaration
                        && declaration.pairs().stream()
                                .anyMatch(pair -> pair.equalsToken().isEmpty() && changing.contains(pair.name()));
                boolean flagged = instruction == stage.from()
                        && instruction.flags().stream()
                                .flatMap(flag -> flag.value().stream())
                                .anyMatch(value -> changing.stream()
                                        .anyMatch(name -> value.contains("$" + name) || value.contains("${" + name)));
                if (declared || flagged) {
                    return OptionalInt.of(instruction.line());
                }
            }
        }
        return OptionalInt.empty();
    }

    private void from(Word word) {
        Set<String> mentioned = arguments.mentioned(word);
        Optional<TracedText> text = arguments.expand(word);
        if (text.isEmpty()) {
            String unknown = arguments.unknown(word).orElse(word.value());
            places.add(ImagePlace.unresolved(ImagePlace.Kind.FROM, word.range(), word.value(), unknown, mentioned));
        } else if (!text.get().text().equals(SCRATCH)) {
            places.add(ImagePlace.expanded(ImagePlace.Kind.FROM, word.range(), text.get(), mentioned));
        }
    }

    private void syntax(Directive directive) {
        // What follows a blank is passed on to the image that is named.
        String value = directive.value();
        int end = 0;
        while (end < value.length() && value.charAt(end) != ' ' && value.charAt(end) != '\t') {
            end++;
        }
        int start = directive.valueRange().start();
        add(ImagePlace.Kind.SYNTAX, value.substring(0, end), range -> range.shift(start));
    }

    private void instruction(Instruction instruction, boolean putOff) {
        if (instruction instanceof OnbuildInstruction onbuild) {
            onbuild.instruction().ifPresent(trigger -> instruction(trigger, true));
        } else if (instruction instanceof CopyInstruction copy) {
            copy.flag("from")
                    .ifPresent(flag -> flag.value()
                            .ifPresent(name ->
                                    flag(ImagePlace.Kind.COPY_FROM, flag, new TextRange(0, name.length()), putOff)));
        } else if (instruction instanceof RunInstruction run) {
            run.mounts().forEach(mount -> mount(mount, putOff));
        }
    }

    private void mount(Flag mount, boolean putOff) {
        String value = mount.value().orElse("");
        int start = 0;
        while (start < value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (value.startsWith("from=", start)) {
                TextRange name = new TextRange(start + "from=".length(), end);
                flag(ImagePlace.Kind.MOUNT_FROM, mount, name, putOff);
            }
            start = end + 1;
        }
    }

    private void flag(ImagePlace.Kind kind, Flag flag, TextRange part, boolean putOff) {
        String name = flag.value().orElseThrow().substring(part.start(), part.end());
        if (!isImage(name, putOff)) {
            return;
        }
        if (flag.inFile(part).isPresent()) {
            add(kind, name, range -> flag.inFile(range.shift(part.start())).orElseThrow());
        } else {
            places.add(ImagePlace.opaque(kind, flag.valueRange().orElseThrow(), name));
        }
    }

    /** A name behind ONBUILD may be that of a stage of a file that is not here, unless no stage can be called so. */
    private boolean isImage(String name, boolean putOff) {
        boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean variable = name.indexOf('$') >= 0;
        boolean certain = name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.indexOf('@') >= 0;
        boolean stage = build.stageNamed(name, build.stages().size()).isPresent();
        return !name.isEmpty() && !number && !variable && !stage && !name.equals(SCRATCH) && (certain || !putOff);
    }

    private void add(ImagePlace.Kind kind, String name, UnaryOperator<TextRange> inFile) {
        if (!name.isEmpty()) {
            places.add(ImagePlace.literal(kind, inFile.apply(new TextRange(0, name.length())), name, inFile));
        }
    }
}
