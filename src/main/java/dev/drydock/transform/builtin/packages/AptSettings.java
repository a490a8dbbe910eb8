package dev.drydock.transform.builtin.packages;

import dev.drydock.model.Build;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.Timeline;
import java.util.HashMap;
import java.util.Map;

/** What the file writes into the configuration of apt. */
final class AptSettings {
    private final Build build;
    private final Map<String, Timeline<Boolean>> mentions = new HashMap<>();

    private AptSettings(Build build) {
        this.build = build;
    }

    /**
     * Returns whether an instruction before the script, or the script itself, speaks of a setting; with an option for one
     * command ({@code -o}) that is a mention too, and one more reason not to decide for all.
     */
    static boolean mention(BuildStage stage, RunScript script, String setting) {
        AptSettings settings = stage.build().derived(AptSettings.class, AptSettings::new);
        return settings.mentions(setting).before(stage, script.run())
                || script.run().text().contains(setting);
    }

    private Timeline<Boolean> mentions(String setting) {
        return mentions.computeIfAbsent(
                setting,
                name -> Timeline.of(
                        build,
                        stage -> false,
                        (stage, instruction, before) ->
                                before || instruction.text().contains(name)));
    }
}
