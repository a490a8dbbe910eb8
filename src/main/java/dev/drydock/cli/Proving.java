package dev.drydock.cli;

import dev.drydock.config.ProveSettings;
import dev.drydock.discovery.IoReasons;
import dev.drydock.evidence.FindingKey;
import dev.drydock.evidence.Proof;
import dev.drydock.evidence.Verdict;
import dev.drydock.git.LocalRepository;
import dev.drydock.project.Project;
import dev.drydock.report.Printable;
import dev.drydock.trial.EngineException;
import dev.drydock.trial.Prover;
import dev.drydock.trial.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries the projects of a run, one after the other, and writes down what held. */
final class Proving {
    private static final int PROCESSORS_OF_TRIAL = 4;

    private final Surroundings surroundings;
    private final RunOptions options;
    private final ProveOptions trials;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean foreign;
    private Optional<String> commit = Optional.empty();
    private final List<String> untried = new ArrayList<>();

    /**
     * @param out where the result is told
     * @param foreign whether what is tried gets nothing of this machine: no variable, and no file that it names itself
     */
    Proving(
            Surroundings surroundings,
            RunOptions options,
            ProveOptions trials,
            PrintWriter out,
            PrintWriter err,
            boolean foreign) {
        this.foreign = foreign;
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
        inputs.warnings().stream()
                .filter(line -> !line.endsWith(EvidenceFiles.CHANGED))
                .forEach(line -> err.print(Printable.of(line) + "\n"));
        if (candidates.isEmpty()) {
            say("nothing to try");
            return ExitCodes.OK;
        }
        confirm(candidates);
        ProveReport report = new ProveReport();
        try (Prover prover = Prover.open(
                Optional.ofNullable(trials.engine).or(() -> surroundings.variable("DRYDOCK_ENGINE")),
                trials.limits())) {
            Optional.ofNullable(trials.keepLogs)
                    .map(surroundings.workingDirectory()::resolve)
                    .ifPresent(prover::keepLogs);
            if (foreign) {
                prover.hideEnvironment();
            }
            prove(prover, candidates, inputs, report);
        } catch (EngineException e) {
            throw new Failure(e.getMessage(), e);
        } finally {
            write(report);
        }
        return untried.isEmpty() ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    /** Tries projects side by side; what came of them is told in their order. */
    private void prove(Prover prover, List<Candidate> candidates, Inputs inputs, ProveReport report) {
        ExecutorService workers = Executors.newFixedThreadPool(jobs());
        StatusLine status = StatusLine.of(surroundings, err, options.quiet);
        try {
            List<Future<Prover.Result>> running = new ArrayList<>();
            for (Candidate candidate : candidates) {
                String name = candidate.name();
                running.add(workers.submit(() -> prover.prove(
                        candidate.subject(),
                        surroundings.today(),
                        now -> show(status, "drydock: " + name + ": " + now))));
            }
            for (int i = 0; i < candidates.size(); i++) {
                Prover.Result result = running.get(i).get();
                show(status, "");
                report.add(candidates.get(i).name(), result);
                finish(candidates.get(i), result, inputs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    /** A trial keeps several processors busy. */
    private int jobs() {
        if (options.jobs != null && options.jobs < 1) {
            throw new Failure("--jobs must be at least 1");
        }
        return options.jobs == null
                ? Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_OF_TRIAL)
                : options.jobs;
    }

    private void show(StatusLine status, String line) {
        synchronized (status) {
            if (!line.isEmpty() && options.isVerbose()) {
                // For a log, in which a line that is overwritten cannot be read.
                err.print(Printable.of(line) + "\n");
                err.flush();
            } else if (line.isEmpty()) {
                status.clear();
            } else {
                status.show(line);
            }
        }
    }

    private void write(ProveReport report) {
        if (trials.report == null) {
            return;
        }
        Path file = surroundings.workingDirectory().resolve(trials.report);
        try {
            Files.writeString(
                    file, report.text(SummaryFormat.ofFile(trials.report.toString())), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("--report " + trials.report + ": cannot be written: " + IoReasons.of(e), e);
        }
    }

    private List<Candidate> candidates(Inputs inputs) {
        List<Candidate> candidates = new ArrayList<>();
        for (ProjectTask task : inputs.tasks(inputs.files(), false)) {
            Optional<Project> project = task.load();
            if (project.isEmpty()) {
                continue;
            }
            ProveSettings configured = inputs.configuration(task.folder()).prove();
            Settings settings = trials.settings(surroundings, foreign ? configured.withoutHost() : configured);
            Prover.Subject subject = new Prover.Subject(
                    task.root(), project.get(), task.engine(), settings, commit(task.root()), trials.report != null);
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

    private Optional<String> commit(Path root) {
        if (commit.isPresent()) {
            return commit;
        }
        try (LocalRepository repository = LocalRepository.open(root)) {
            return Optional.of(repository.head().name());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Says which commit the files are of, where that cannot be seen. */
    Proving of(String name) {
        commit = Optional.of(name);
        return this;
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
            err.flush();
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

    private void finish(Candidate candidate, Prover.Result result, Inputs inputs) {
        String name = candidate.name();
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
        proof.images().forEach((image, digest) -> line("    with       " + image + " " + digest));
        proof.exercised().forEach(each -> line("    exercised  " + each));
        proof.verdicts().forEach((key, verdict) -> verdict(key, verdict));
        ProveReport.untried(result)
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
