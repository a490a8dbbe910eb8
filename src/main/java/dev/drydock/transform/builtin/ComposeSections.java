package dev.drydock.transform.builtin;

import dev.drydock.compose.ComposeFile;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.edit.YamlEditor;
import dev.drydock.yaml.edit.YamlValue;
import java.util.Optional;

/** Adds sections to the top of a compose file. */
public final class ComposeSections {
    private ComposeSections() {}

    /** Adds a section that the file does not have yet, where the specification names it. */
    public static void add(YamlEditor editor, ComposeFile file, String key, YamlValue value) {
        Optional<YamlEntry> behind = file.sectionBehind(key);
        if (behind.isPresent()) {
            editor.insertTopLevelEntryBefore(behind.get(), key, value);
        } else {
            editor.insertTopLevelEntry(key, value);
        }
    }
}
