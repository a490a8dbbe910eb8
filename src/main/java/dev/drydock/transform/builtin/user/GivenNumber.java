package dev.drydock.transform.builtin.user;

import dev.drydock.dockerfile.UserInstruction;
import dev.drydock.model.BuildStage;
import dev.drydock.model.RunScript;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Useradd;
import dev.drydock.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number for an account that the file makes without one.
 *
 * @param number of the account
 * @param edits that give it to the account
 */
record GivenNumber(String number, List<TextEdit> edits) {
    /** Above what distributions and people use, so that it collides with nothing on a host. */
    private static final int FIRST = 10001;

    GivenNumber {
        edits = List.copyOf(edits);
    }

    /** Returns the number; empty if the stage does not make the account once and plainly, or a group is named with it. */
    static Optional<GivenNumber> of(BuildStage stage, UserInstruction user, String value) {
        if (!UserName.user(value).equals(value)) {
            return Optional.empty();
        }
        List<SimpleCommand> makers = new ArrayList<>();
        List<RunScript> scripts = new ArrayList<>();
        for (RunScript script : stage.scripts()) {
            for (SimpleCommand command : script.commands()) {
                if (makes(command, value)) {
                    makers.add(command);
                    scripts.add(script);
                }
            }
        }
        if (makers.size() != 1
                || scripts.get(0).run().range().start() > user.range().start()) {
            return Optional.empty();
        }
        SimpleCommand maker = makers.get(0);
        Optional<Useradd> view = Useradd.from(maker).filter(add -> !isNumbered(add));
        int number = free(stage, user.source().text(), value);
        String digits = Integer.toString(number);
        return view.filter(add -> maker.context().isPlain() && !add.has("--gid"))
                .flatMap(add -> Invocation.of(maker).programWord())
                .map(program ->
                        TextEdit.insert(scripts.get(0).toFile(program.range()).end(), " --uid " + digits))
                .map(edit -> new GivenNumber(digits, List.of(edit)));
    }

    /** Returns whether the command gives the account a number, known or not. */
    static boolean isNumbered(Useradd add) {
        return add.line().has("-u", "--uid", "-uid");
    }

    /** Returns a number that the text does not say, and that no other account of the file gets. */
    private static int free(BuildStage stage, String text, String account) {
        List<String> accounts = stage.build().stages().stream()
                .flatMap(each -> each.scripts().stream())
                .flatMap(script -> script.commands().stream())
                .flatMap(command -> Useradd.from(command).stream())
                .filter(add -> !add.isGroup() && !add.isMembership() && !isNumbered(add))
                .flatMap(add -> add.account().stream())
                .distinct()
                .toList();
        // Steps as wide as there are accounts never meet.
        int number = FIRST + accounts.indexOf(account);
        while (text.contains(Integer.toString(number))) {
            number += accounts.size();
        }
        return number;
    }

    private static boolean makes(SimpleCommand command, String name) {
        return Useradd.from(command)
                .filter(add -> !add.isGroup() && !add.isMembership())
                .flatMap(Useradd::account)
                .filter(name::equals)
                .isPresent();
    }
}
