package dev.drydock.cli;

import dev.drydock.engine.ReportedFinding;
import dev.drydock.engine.RunResult;
import dev.drydock.evidence.FindingKey;
import dev.drydock.evidence.Proof;
import dev.drydock.evidence.Verdict;
import dev.drydock.project.Project;
import dev.drydock.report.Printable;
import dev.drydock.trial.EngineException;
import dev.drydock.trial.Prover;
import dev.drydock.trial.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tries the projects of a run, one after the other, and writes down what held. */
final class Proving {
    private final Surroundings surroundings;
    private final RunOptions options;
    private final ProveOptions trials;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<String> untried = new ArrayList<>();

    /** @param out where the result is told */
    Proving(Surroundings surroundings, RunOptions options, ProveOptions trials, PrintWriter out, PrintWriter err) {
        this.surroundings = surroundings;
        this.options = options;
        this.trials = trials;
        this.out = out;
        this.err = err;
    }

    /** A project to try, and where it comes from. */
    private record Candidate(ProjectTask task, Prover.Subject subject) {
        String name() {
            return String.join(
                    ", ",
                    subject.project().files().stream()
                            .map(file -> task.names(file.path()).display())
                            .toList());
        }
    }

    int execute() {
        if (options.paths.contains("-")) {
            throw new Failure("standard input cannot be built; name the files");
        }
        Inputs inputs =
                new Inputs(surroundings, options, surroundings.catalogue().get());
        List<Candidate> candidates = candidates(inputs);
        inputs.warnings().forEach(line -> err.print(Printable.of(line) + "\n"));
        if (candidates.isEmpty()) {
            say("nothing to try");
            return ExitCodes.OK;
        }
        confirm(candidates);
        try (Prover prover = Prover.open(
                Optional.ofNullable(trials.engine).or(() -> surroundings.variable("DRYDOCK_ENGINE")),
                trials.limits())) {
            for (Candidate candidate : candidates) {
                prove(prover, candidate, inputs);
            }
        } catch (EngineException e) {
            throw new Failure(e.getMessage(), e);
        }
        return untried.isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private List<Candidate> candidates(Inputs inputs) {
        Settings settings = trials.settings(surroundings);
        List<Candidate> candidates = new ArrayList<>();
        for (ProjectTask task : inputs.tasks(inputs.files(), false)) {
            Optional<Project> project = task.load();
            if (project.isEmpty()) {
                continue;
            }
            Prover.Subject subject = new Prover.Subject(task.root(), project.get(), task.engine(), settings);
            Optional<Proof> known = task.engine().facts().evidence().of(project.get());
            if (known.isPresent() && !trials.update) {
                say(new Candidate(task, subject).name() + ": tried on "
                        + known.get().date() + ", nothing has changed since");
            } else if (!subject.plan().isEmpty()) {
                candidates.add(new Candidate(task, subject));
            }
        }
        return candidates;
    }

    private void say(String line) {
        if (!options.quiet) {
            err.print("drydock: " + Printable.of(line) + "\n");
            err.flush();
        }
    }

    private void confirm(List<Candidate> candidates) {
        if (!options.quiet || !isConfirmed()) {
            err.print("drydock: this will, in containers and with limits of time and memory:\n");
            candidates.stream()
                    .flatMap(candidate -> candidate.subject().plan().stream())
                    .forEach(line -> err.print("  " + Printable.of(line) + "\n"));
        }
        if (isConfirmed()) {
            return;
        }
        if (!surroundings.errorTerminal()) {
            throw new Failure("what is in these files will be run; --yes says that you trust them");
        }
        err.print("Go on? [y/N] ");
        err.flush();
        if (!answer().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new Failure("nothing was started");
        }
    }

    private boolean isConfirmed() {
        return surroundings.flag(trials.yes, "yes");
    }

    private String answer() {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = surroundings.input().read();
                    next >= 0 && next != '\n' && line.length() < 100;
                    next = surroundings.input().read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            return "";
        }
        return line.toString();
    }

    private void prove(Prover prover, Candidate candidate, Inputs inputs) {
        StatusLine status = StatusLine.of(surroundings, err, options.quiet);
        String name = candidate.name();
        Prover.Result result = prover.prove(
                candidate.subject(), surroundings.today(), now -> status.show("drydock: " + name + ": " + now));
        status.clear();
        if (result.proof().isEmpty()) {
            untried.add(name);
            err.print(Printable.of(name + ": not tried: " + result.problem()) + "\n");
            return;
        }
        result.untried().forEach(each -> err.print(Printable.of("not tried: " + each) + "\n"));
        Proof proof = result.proof().get();
        inputs.evidence().add(candidate.task().folder(), candidate.task().root(), proof);
        if (!options.quiet) {
            tell(name, proof, result);
        }
    }

    private void tell(String name, Proof proof, Prover.Result result) {
        line(name + ": " + proof.line() + " (" + proof.engine() + ", " + result.trials() + " trials, "
                + result.time().toSeconds() + " s)");
        proof.exercised().forEach(each -> line("    exercised  " + each));
        proof.verdicts().forEach((key, verdict) -> verdict(key, verdict));
        result.result().map(RunResult::remaining).orElse(List.of()).stream()
                .filter(left -> left.disposition() != ReportedFinding.Disposition.ADVICE)
                .filter(left -> !left.reason().startsWith("tried on "))
                .forEach(left -> line("    not tried  " + left.code() + " "
                        + left.location().path() + ": " + left.message() + ": " + left.reason()));
    }

    private void verdict(FindingKey key, Verdict verdict) {
        String place = key.rule() + " " + key.path() + ", " + key.scope() + ": " + key.text();
        line(verdict.held() ? "    held       " + place : "    left out   " + place + ": " + verdict.reason());
    }

    private void line(String text) {
        out.print(Printable.of(text) + "\n");
        out.flush();
    }
}
