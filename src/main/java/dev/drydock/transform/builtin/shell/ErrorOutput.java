package dev.drydock.transform.builtin.shell;

import dev.drydock.shell.Redirect;
import dev.drydock.shell.SimpleCommand;

/** Where the messages of a command in front of a pipe go: whoever throws them away expects it to fail. */
final class ErrorOutput {
    private static final String NOWHERE = "/dev/null";

    private ErrorOutput() {}

    /** Returns whether nobody sees the messages. Redirections count from left to right; a closed descriptor is none. */
    static boolean isDiscarded(SimpleCommand command) {
        boolean output = false;
        boolean errors = false;
        for (Redirect redirect : command.children(Redirect.class).toList()) {
            String fd = redirect.fd().orElse("");
            boolean toNowhere =
                    redirect.target().is(NOWHERE) || redirect.target().is("-");
            switch (redirect.operator()) {
                case ">", ">>", ">|", "<>" -> {
                    output = (fd.isEmpty() || fd.equals("1")) ? toNowhere : output;
                    errors = fd.equals("2") ? toNowhere : errors;
                }
                case ">&" -> {
                    boolean copied = redirect.target().is("1")
                            ? output
                            : redirect.target().is("2") ? errors : toNowhere;
                    if (fd.equals("2")) {
                        errors = copied;
                    } else if (fd.isEmpty() && toNowhere) {
                        output = true;
                        errors = true;
                    } else if (fd.isEmpty() || fd.equals("1")) {
                        output = copied;
                    }
                }
                case "&>", "&>>" -> {
                    output = toNowhere;
                    errors = toNowhere;
                }
                default -> {
                    // Input, or a here-document.
                }
            }
        }
        return errors;
    }
}
