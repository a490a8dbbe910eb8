package dev.drydock.model;

import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What holds at each place of a Dockerfile, if each instruction may change it: found in one pass over the file, however
 * often it is asked for. A stage starts with what holds at the end of the one that it starts from.
 *
 * @param <S> what holds; immutable
 */
public final class Timeline<S> {
    /** What an instruction makes of what held before it. */
    @FunctionalInterface
    public interface Change<S> {
        S after(BuildStage stage, Instruction instruction, S before);
    }

    private final Map<Instruction, S> before = new HashMap<>();
    private final List<S> ends = new ArrayList<>();

    private Timeline() {}

    /** Returns the timeline of a build; {@code start} says what holds in an image from outside. */
    public static <S> Timeline<S> of(Build build, Function<BuildStage, S> start, Change<S> change) {
        Timeline<S> timeline = new Timeline<>();
        for (BuildStage stage : build.stages()) {
            S state = stage.parent().map(timeline::end).orElseGet(() -> start.apply(stage));
            for (Instruction instruction : stage.stage().instructions()) {
                timeline.before.put(instruction, state);
                state = change.after(stage, instruction, state);
            }
            timeline.ends.add(state);
        }
        return timeline;
    }

    /** Returns what holds before an instruction; at the end of the stage if the instruction does not shape it. */
    public S before(BuildStage stage, Instruction place) {
        return stage.isShapedBy(place) ? before.get(place) : end(stage);
    }

    /** Returns what holds in the finished stage. */
    public S end(BuildStage stage) {
        return ends.get(stage.stage().index());
    }
}
