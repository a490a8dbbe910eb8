package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import dev.drydock.shell.Redirect;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.shell.commands.Mkdir;
import dev.drydock.written.WrittenPlace;
import dev.drydock.written.WrittenPlace.Certainty;
import dev.drydock.written.WrittenPlace.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the start of a container writes outside of its programs: redirects, directories, logs named by options. */
final class StartWrites {
    private final String evidence;
    private final int line;
    private final Optional<String> workdir;
    private final List<WrittenPlace> places = new ArrayList<>();

    /**
     * Collects for one start.
     *
     * @param evidence the file that names the start, from the root of the project
     * @param line its line there, from 1
     * @param workdir where the start runs, if that is known
     */
    StartWrites(String evidence, int line, Optional<String> workdir) {
        this.evidence = evidence;
        this.line = line;
        this.workdir = workdir;
    }

    List<WrittenPlace> places() {
        return List.copyOf(places);
    }

    void redirects(SimpleCommand command) {
        command.redirects().stream()
                .filter(redirect -> redirect.operator().contains(">"))
                .map(Redirect::target)
                .flatMap(word -> word.staticValue().stream())
                .filter(text -> !text.startsWith("&"))
                .forEach(text -> add(text, Kind.FILE));
    }

    /** What {@code mkdir -p}, {@code touch} and {@code tee} make; without {@code -p} a directory must not be there before. */
    void made(Invocation invocation) {
        Optional<Kind> kind = switch (invocation.program().orElse("")) {
            case "mkdir" -> Mkdir.from(invocation).filter(Mkdir::makesParents).map(mkdir -> Kind.FOLDER);
            case "touch", "tee" -> Optional.of(Kind.FILE);
            default -> Optional.empty();
        };
        kind.ifPresent(what -> invocation.arguments().stream()
                .flatMap(word -> word.staticValue().stream())
                .filter(text -> text.startsWith("/"))
                .forEach(text -> add(text, what)));
    }

    /** The file that a download goes to. */
    void output(String path) {
        add(path, Kind.FILE);
    }

    /** The value of an option of a server. A process file is left: servers put another one beside it first. */
    void option(String option, String path) {
        if (option.contains("pid")) {
            return;
        }
        boolean directory = option.contains("dir") || option.equals("--data") || option.equals("--dbpath");
        boolean database = option.contains("db") || option.contains("socket") || option.equals("--uds");
        add(path, directory ? Kind.FOLDER : database ? Kind.DATABASE : Kind.FILE);
    }

    private void add(String path, Kind kind) {
        ContainerPath.resolve(workdir, path)
                .ifPresent(place -> places.add(new WrittenPlace(place, kind, Certainty.CERTAIN, evidence, line)));
    }
}
