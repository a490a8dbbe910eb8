package dev.drydock.transform.builtin.secrets;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.CmdInstruction;
import dev.drydock.dockerfile.EntrypointInstruction;
import dev.drydock.dockerfile.HealthcheckInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import dev.drydock.dockerfile.OnbuildInstruction;
import dev.drydock.dockerfile.RunInstruction;
import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.transform.builtin.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a Dockerfile uses one variable.
 *
 * @param runs the RUNs that need it, in order
 * @param obstacle why it cannot become a mount on these RUNs, if that is so
 * @param programs what the RUNs hand it to, as far as that is known
 */
record VariableUses(List<RunInstruction> runs, Optional<String> obstacle, List<String> programs) {
    /** Variables that a program reads without being told, by name. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry("NPM_TOKEN", Set.of("npm", "yarn", "pnpm", "npx")),
            Map.entry("NODE_AUTH_TOKEN", Set.of("npm", "yarn", "pnpm", "npx")),
            Map.entry("COMPOSER_AUTH", Set.of("composer")),
            Map.entry("AWS_SECRET_ACCESS_KEY", Set.of("aws")),
            Map.entry("AWS_SESSION_TOKEN", Set.of("aws")),
            Map.entry("GH_TOKEN", Set.of("gh")),
            Map.entry("GITHUB_TOKEN", Set.of("gh")),
            Map.entry("VAULT_TOKEN", Set.of("vault")),
            Map.entry("HF_TOKEN", Set.of("hf", "huggingface-cli", "python", "python3")),
            Map.entry("PGPASSWORD", Set.of("psql", "pg_dump", "pg_restore")),
            Map.entry("SENTRY_AUTH_TOKEN", Set.of("sentry-cli", "npm", "yarn", "pnpm")),
            Map.entry("TWINE_PASSWORD", Set.of("twine")));

    VariableUses {
        runs = List.copyOf(runs);
        programs = List.copyOf(programs);
    }

    /** Returns the uses of a variable in all stages. */
    static VariableUses of(Build build, String name) {
        return new Search(build, name).search();
    }

    private static final class Search {
        private final Build build;
        private final String name;
        private final List<RunInstruction> runs = new ArrayList<>();
        private final List<String> programs = new ArrayList<>();
        private String obstacle;

        Search(Build build, String name) {
            this.build = build;
            this.name = name;
        }

        VariableUses search() {
            for (Instruction instruction : build.file().instructions()) {
                if (instruction instanceof RunInstruction run) {
                    run(run);
                } else if (!isHarmless(instruction) && Mentions.variable(Mentions.speech(instruction), name)) {
                    obstruct(instruction.name() + " in line " + instruction.line() + " uses it");
                }
                if (instruction instanceof OnbuildInstruction && Mentions.word(Mentions.speech(instruction), name)) {
                    obstruct("ONBUILD in line " + instruction.line() + " uses it in other builds");
                }
            }
            return new VariableUses(runs, Optional.ofNullable(obstacle), programs);
        }

        /** What the container expands when it runs does not see build arguments. */
        private boolean isHarmless(Instruction instruction) {
            boolean later = instruction instanceof CmdInstruction
                    || instruction instanceof EntrypointInstruction
                    || instruction instanceof HealthcheckInstruction;
            boolean own = instruction instanceof ArgInstruction argument
                    && argument.pairs().stream()
                            .map(KeyValue::value)
                            .flatMap(Optional::stream)
                            .noneMatch(value -> Mentions.variable(value.value(), name));
            return later || own;
        }

        private void run(RunInstruction run) {
            BuildStage stage = build.stageOf(run).orElse(null);
            Optional<RunScript> script = stage == null ? Optional.empty() : stage.script(run);
            boolean read = script.filter(this::isReadByProgram).isPresent();
            boolean named = Mentions.word(Mentions.speech(run), name);
            if (!named && !read) {
                return;
            }
            runs.add(run);
            if (stage == null || stage.image().isWindows()) {
                obstruct("there are no such mounts in Windows images");
            } else if (script.isEmpty()) {
                obstruct("what the RUN in line " + run.line() + " does with it cannot be read");
            } else {
                SecretTrace.of(script.get(), name)
                        .ifPresent(trace -> obstruct("the RUN in line " + run.line() + " " + trace
                                + ", so a mount alone would not keep it out of the image"));
                programs.addAll(script.get().commands().stream()
                        .filter(command -> Mentions.word(command.text(), name))
                        .flatMap(command -> command.name().stream())
                        .filter(program ->
                                !Set.of("echo", "test", "[", "printf", "export").contains(program))
                        .filter(program -> !programs.contains(program))
                        .distinct()
                        .toList());
            }
        }

        private boolean isReadByProgram(RunScript script) {
            Set<String> readers = READERS.getOrDefault(name, Set.of());
            return script.commands().stream()
                    .anyMatch(
                            command -> command.name().filter(readers::contains).isPresent());
        }

        private void obstruct(String reason) {
            obstacle = obstacle == null ? reason : obstacle;
        }
    }
}
