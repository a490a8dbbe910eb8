package dev.drydock.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The labels by which other tools are told to execute commands in a container. */
public final class ContainerJobs {
    private static final List<String> SHELLS = List.of("sh", "bash", "ash", "dash");

    private final List<Tool> tools = new ArrayList<>();

    private record Tool(
            String name, List<String> command, Optional<String> container, List<String> apart, boolean shell) {
        boolean isCommand(String label) {
            return Glob.matchesAny(command, label) && !Glob.matchesAny(apart, label);
        }
    }

    /**
     * One job.
     *
     * @param label that says it
     * @param command as it is written
     * @param shell whether a shell reads the command
     * @param container the name of the container that it is for; empty for the one that has the label
     */
    public record Job(String label, String command, boolean shell, Optional<String> container) {}

    ContainerJobs(Fields fields) {
        fields.fieldsMap("tools").forEach((name, each) -> {
            tools.add(new Tool(
                    name,
                    each.texts("command"),
                    each.text("container"),
                    each.texts("apart"),
                    each.flag("shell", false)));
            each.end();
        });
        fields.text("source");
        fields.text("checked");
        fields.end();
    }

    /** Returns the jobs that labels ask for; a label of a tool that nobody knows is one if its value starts a shell. */
    public List<Job> of(Map<String, String> labels) {
        List<Job> jobs = new ArrayList<>();
        new TreeMap<>(labels).forEach((label, value) -> {
            Optional<Tool> tool =
                    tools.stream().filter(each -> each.isCommand(label)).findFirst();
            if (tool.isPresent()) {
                jobs.add(new Job(
                        label, value, tool.get().shell(), tool.flatMap(each -> container(each, label, labels))));
            } else if (startsShell(value)) {
                jobs.add(new Job(label, value, false, Optional.empty()));
            }
        });
        return jobs;
    }

    /** The name of the job stands at the same place in both labels. */
    private static Optional<String> container(Tool tool, String label, Map<String, String> labels) {
        String pattern = tool.container().orElse("*");
        int star = pattern.indexOf('*');
        String start = pattern.substring(0, star);
        int end = label.lastIndexOf('.');
        return label.startsWith(start) && end > star
                ? Optional.ofNullable(labels.get(start + label.substring(star, end) + pattern.substring(star + 1)))
                : Optional.empty();
    }

    private static boolean startsShell(String value) {
        String text = value.strip();
        int blank = text.indexOf(' ');
        String program = blank < 0 ? "" : text.substring(0, blank);
        String rest = blank < 0 ? "" : text.substring(blank).strip();
        return SHELLS.contains(program.substring(program.lastIndexOf('/') + 1)) && rest.startsWith("-");
    }
}
