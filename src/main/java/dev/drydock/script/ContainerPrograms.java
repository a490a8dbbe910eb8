package dev.drydock.script;

/** A quick look at a text: whether it is worth to be read for commands of docker or podman at all. */
public final class ContainerPrograms {
    private static final String[] NAMES = {"docker ", "podman "};
    private static final String[] COMMANDS = {" run", " create", " build", " login"};

    private ContainerPrograms() {}

    /** Returns whether a command of one of the programs may stand in the text. */
    public static boolean mayOccur(String text) {
        return containsAny(text, NAMES) && containsAny(text, COMMANDS);
    }

    private static boolean containsAny(String text, String[] words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
