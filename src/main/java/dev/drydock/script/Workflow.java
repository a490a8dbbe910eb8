package dev.drydock.script;

import dev.drydock.yaml.YamlDocument;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlMapping;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import dev.drydock.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A workflow or action of GitHub, where {@code run} of a step is a script, or a pipeline of GitLab, where each item of
 * {@code script} and its like is one.
 */
public final class Workflow {
    private static final Set<String> SCRIPTS = Set.of("script", "before_script", "after_script");

    private final List<Fragment> fragments = new ArrayList<>();

    private Workflow() {}

    /** Returns the scripts that a POSIX shell reads; none if the text is not readable as YAML. */
    public static List<Fragment> read(YamlStream stream) {
        Workflow workflow = new Workflow();
        if (!stream.hasErrors()) {
            stream.documents().forEach(workflow::read);
        }
        return List.copyOf(workflow.fragments);
    }

    private void read(YamlDocument document) {
        Optional<YamlMapping> root = document.mapping();
        if (root.isEmpty()) {
            return;
        }
        Optional<YamlMapping> jobs = root.get().value("jobs").flatMap(YamlNode::asMapping);
        Optional<YamlMapping> action = root.get().value("runs").flatMap(YamlNode::asMapping);
        if (jobs.isPresent()) {
            boolean usual = shell(root.get()).map(Shebang::isShell).orElse(true);
            jobs.get().entries().forEach(entry -> entry.value().asMapping().ifPresent(job -> job(job, usual)));
        } else if (action.isPresent()) {
            steps(action.get(), true);
        } else {
            root.get().entries().forEach(this::pipeline);
        }
    }

    // --- GitHub

    private void job(YamlMapping job, boolean usual) {
        boolean posix = shell(job).map(Shebang::isShell).orElse(usual && !mayRunOnWindows(job));
        steps(job, posix);
    }

    private static boolean mayRunOnWindows(YamlMapping job) {
        Optional<YamlNode> runner = job.value("runs-on");
        boolean chosenLater = runner.filter(node -> node.text().contains("${{")).isPresent();
        return runner.filter(node -> node.text().toLowerCase(Locale.ROOT).contains("windows"))
                        .isPresent()
                || (chosenLater && job.text().toLowerCase(Locale.ROOT).contains("windows"));
    }

    private static Optional<String> shell(YamlMapping around) {
        return around.value("defaults")
                .flatMap(YamlNode::asMapping)
                .flatMap(defaults -> defaults.value("run"))
                .flatMap(YamlNode::asMapping)
                .flatMap(run -> run.value("shell"))
                .flatMap(YamlNode::asScalar)
                .map(YamlScalar::value);
    }

    private void steps(YamlMapping around, boolean posix) {
        around.value("steps")
                .flatMap(YamlNode::asSequence)
                .ifPresent(steps ->
                        steps.values().forEach(step -> step.asMapping().ifPresent(mapping -> step(mapping, posix))));
    }

    private void step(YamlMapping step, boolean posix) {
        boolean read = step.value("shell")
                .flatMap(YamlNode::asScalar)
                .map(shell -> Shebang.isShell(shell.value()))
                .orElse(posix);
        if (read) {
            step.value("run").flatMap(YamlNode::asScalar).ifPresent(this::script);
        }
    }

    // --- GitLab

    private void pipeline(YamlEntry entry) {
        boolean script = entry.keyText().filter(SCRIPTS::contains).isPresent();
        if (script) {
            scripts(entry.value());
        } else {
            entry.value()
                    .asMapping()
                    .ifPresent(job -> job.entries().stream()
                            .filter(inner ->
                                    inner.keyText().filter(SCRIPTS::contains).isPresent())
                            .forEach(inner -> scripts(inner.value())));
        }
    }

    private void scripts(YamlNode value) {
        value.asScalar().ifPresent(this::script);
        value.asSequence().ifPresent(items -> items.values().forEach(this::scripts));
    }

    private void script(YamlScalar scalar) {
        ScalarText.read(scalar).ifPresent(fragments::add);
    }
}
