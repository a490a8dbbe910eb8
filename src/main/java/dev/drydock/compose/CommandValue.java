package dev.drydock.compose;

import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlSequence;
import java.util.List;

/**
 * A command, entrypoint or health test: one string, or a list of words.
 *
 * @param setting the key
 * @param words the words of the list; of a string the whole text as the only one
 * @param isList whether it is written as a list
 */
public record CommandValue(Setting setting, List<String> words, boolean isList) {

    static CommandValue of(Setting setting) {
        List<String> words = setting.scalars().stream().map(YamlScalar::value).toList();
        return new CommandValue(setting, words, setting.value() instanceof YamlSequence);
    }
}
