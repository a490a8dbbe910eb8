package dev.drydock.transform.builtin.packages;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;

/** What the file writes into the configuration of apt. */
final class AptSettings {
    private AptSettings() {}

    /**
     * Returns whether an instruction before the script, or the script itself, speaks of a setting; with an option for one
     * command ({@code -o}) that is a mention too, and one more reason not to decide for all.
     */
    static boolean mention(BuildStage stage, RunScript script, String setting) {
        for (Instruction instruction : stage.historyBefore(script.run())) {
            if (instruction.text().contains(setting)) {
                return true;
            }
        }
        return script.run().text().contains(setting);
    }
}
