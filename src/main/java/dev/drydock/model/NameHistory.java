package dev.drydock.model;

import dev.drydock.dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said of each name along the stages of a Dockerfile: the values of variables, the packages that are installed.
 * What a stage says wins over what its ancestors say, and the later over the earlier. Filled in the order of the file.
 *
 * @param <V> what is said of a name
 */
public final class NameHistory<V> {
    /** What one stage says, by place in its history; and what was asked about its ancestors. */
    private static final class Chapter<V> {
        private final Map<String, NavigableMap<Integer, V>> own = new HashMap<>();
        private final Map<String, Optional<V>> inherited = new HashMap<>();
    }

    private final Map<BuildStage, Chapter<V>> chapters = new HashMap<>();

    /** Remembers what an instruction of a stage says of a name. */
    public void put(BuildStage stage, Instruction place, String name, V value) {
        chapter(stage).own.computeIfAbsent(name, unseen -> new TreeMap<>()).put(stage.placeOf(place), value);
    }

    /** Returns what is said last of a name before an instruction; in all of the stage if that does not shape it. */
    public Optional<V> before(BuildStage stage, Instruction place, String name) {
        BuildStage owner = stage.ownerOf(place);
        NavigableMap<Integer, V> said = chapter(owner).own.get(name);
        Map.Entry<Integer, V> last = said == null ? null : said.lowerEntry(owner.placeOf(place));
        return last != null ? Optional.of(last.getValue()) : inherited(owner, name);
    }

    /** Returns what is said last of a name, the instruction included. */
    public Optional<V> until(BuildStage stage, Instruction place, String name) {
        BuildStage owner = stage.ownerOf(place);
        NavigableMap<Integer, V> said = chapter(owner).own.get(name);
        Map.Entry<Integer, V> last = said == null ? null : said.floorEntry(owner.placeOf(place));
        return last != null ? Optional.of(last.getValue()) : inherited(owner, name);
    }

    /** Returns what is said last of a name in all of a stage. */
    public Optional<V> end(BuildStage stage, String name) {
        NavigableMap<Integer, V> said = chapter(stage).own.get(name);
        return said != null ? Optional.of(said.lastEntry().getValue()) : inherited(stage, name);
    }

    private Chapter<V> chapter(BuildStage stage) {
        return chapters.computeIfAbsent(stage, unseen -> new Chapter<>());
    }

    /** Goes up the line as far as nobody has asked yet: a chain of stages costs one step each. */
    private Optional<V> inherited(BuildStage stage, String name) {
        List<Chapter<V>> asked = new ArrayList<>();
        Optional<V> answer = Optional.empty();
        for (Optional<BuildStage> at = Optional.of(stage);
                at.isPresent();
                at = at.get().parent()) {
            Chapter<V> chapter = chapter(at.get());
            Optional<V> known = chapter.inherited.get(name);
            if (known != null) {
                answer = known;
                break;
            }
            asked.add(chapter);
            NavigableMap<Integer, V> said =
                    at.get().parent().map(up -> chapter(up).own.get(name)).orElse(null);
            if (said != null) {
                answer = Optional.of(said.lastEntry().getValue());
                break;
            }
        }
        for (Chapter<V> chapter : asked) {
            chapter.inherited.put(name, answer);
        }
        return answer;
    }
}
