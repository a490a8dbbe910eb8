package dev.drydock.transform.builtin.compose;

import dev.drydock.compose.CommandValue;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Hook;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.Watch;
import dev.drydock.container.Guest;
import dev.drydock.container.Start;
import dev.drydock.knowledge.ContainerJobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what works in the container of a service by the word of the service itself: hooks, watches, jobs, the health check. */
final class ServiceGuests {
    private static final String SHELL = "/bin/sh";

    private ServiceGuests() {}

    static List<Guest> of(ComposeService service, ContainerJobs known) {
        List<Guest> guests = new ArrayList<>();
        service.hooks().forEach(hook -> guests.add(command(hook)));
        for (Watch watch : service.watches()) {
            watch.hook().ifPresent(hook -> guests.add(command(hook)));
            if (watch.copies()) {
                guests.add(new Guest.Copy(
                        "develop.watch",
                        watch.target().map(ServiceGuests::evaluated).orElse("")));
            }
        }
        jobs(service, known).stream().filter(job -> job.container().isEmpty()).forEach(job -> guests.add(command(job)));
        service.healthTest().flatMap(ServiceGuests::check).ifPresent(guests::add);
        return guests;
    }

    private static Guest command(Hook hook) {
        return new Guest.Command(hook.name(), ServiceContainer.words(hook.command()), hook.user(), false);
    }

    /** Returns the jobs that the labels of a service ask for, those for other containers included. */
    static List<ContainerJobs.Job> jobs(ComposeService service, ContainerJobs known) {
        Map<String, String> labels = new HashMap<>();
        service.labels()
                .forEach(pair -> labels.put(
                        pair.key(), pair.value().map(ServiceGuests::evaluated).orElse("")));
        return labels.isEmpty() ? List.of() : known.of(labels);
    }

    static Guest command(ContainerJobs.Job job) {
        return new Guest.Command(
                "the label " + job.label(), words(job.command(), job.shell()), Optional.empty(), false);
    }

    /** Returns the words of a command that somebody wrote as one text. */
    static List<String> words(String command, boolean shell) {
        return shell
                ? List.of(SHELL, "-c", command)
                : Start.split(command).orElseGet(() -> List.of(first(command), command));
    }

    private static String first(String command) {
        String text = command.strip();
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private static Optional<Guest> check(CommandValue test) {
        List<String> words = test.words().stream().map(ServiceGuests::evaluated).toList();
        String form = test.isList() && !words.isEmpty() ? words.get(0) : "";
        Optional<List<String>> command = !test.isList()
                ? words.stream().findFirst().map(text -> List.of(SHELL, "-c", text))
                : form.equals("CMD")
                        ? Optional.of(words.subList(1, words.size()))
                        : form.equals("CMD-SHELL")
                                ? Optional.of(List.of(SHELL, "-c", String.join(" ", words.subList(1, words.size()))))
                                : Optional.empty();
        return command.map(found -> new Guest.Command("the health check", found, Optional.empty(), true));
    }

    private static String evaluated(String text) {
        return Interpolation.of(text).evaluate(Map.of()).orElse(text);
    }
}
