package dev.drydock.model;

import dev.drydock.dockerfile.ArgInstruction;
import dev.drydock.dockerfile.EnvInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.KeyValue;
import java.util.Optional;

/** The values that ARG and ENV give to variables, at every place of every stage. */
final class StageVariables {
    private final NameHistory<Optional<String>> said = new NameHistory<>();

    static StageVariables of(Build build) {
        StageVariables variables = new StageVariables();
        for (BuildStage stage : build.stages()) {
            for (Instruction instruction : stage.stage().instructions()) {
                variables.read(build, stage, instruction);
            }
        }
        return variables;
    }

    private void read(Build build, BuildStage stage, Instruction instruction) {
        if (instruction instanceof ArgInstruction declaration) {
            for (KeyValue pair : declaration.pairs()) {
                said.put(stage, instruction, pair.name(), declared(build, stage, instruction, pair));
            }
        } else if (instruction instanceof EnvInstruction environment) {
            for (KeyValue pair : environment.pairs()) {
                said.put(stage, instruction, pair.name(), value(stage, instruction, pair));
            }
        }
    }

    /** An ARG without a default takes the value of the one before the first FROM, if there is one. */
    private Optional<String> declared(Build build, BuildStage stage, Instruction place, KeyValue pair) {
        return pair.equalsToken().isEmpty() ? build.globals().value(pair.name()) : value(stage, place, pair);
    }

    /** What an instruction says first, its later pairs already see. */
    private Optional<String> value(BuildStage stage, Instruction place, KeyValue pair) {
        VariableValues until = name -> known(stage, said.until(stage, place, name), name);
        return pair.value().map(until::expand).orElse(Optional.of(""));
    }

    /** Returns what holds before an instruction of a stage; at its end if the instruction does not shape it. */
    VariableValues before(BuildStage stage, Instruction place) {
        return name -> known(stage, said.before(stage, place, name), name);
    }

    /** Returns what holds at the end of a stage. */
    VariableValues end(BuildStage stage) {
        return name -> known(stage, said.end(stage, name), name);
    }

    private static Optional<String> known(BuildStage stage, Optional<Optional<String>> value, String name) {
        return value.orElseGet(() -> stage.facts()
                .flatMap(known -> Optional.ofNullable(known.environment().get(name))));
    }
}
