package dev.drydock.checklist;

import dev.drydock.knowledge.Knowledge;
import dev.drydock.project.Project;
import java.util.ArrayList;
import java.util.List;

/** What the files of a project say about each question by themselves, whatever the rules find. */
final class Observations {
    private final BuildObservations builds;
    private final ServiceObservations services;
    private final ScanObservations scans;
    private final Project project;

    Observations(Project project, Knowledge knowledge) {
        this.project = project;
        this.builds = new BuildObservations(project, knowledge);
        this.services = new ServiceObservations(project, knowledge);
        this.scans = new ScanObservations(project.workspace());
    }

    /** Returns what speaks for or against the answer pass, in the order of the files. */
    List<Observation> of(Question question) {
        List<Observation> seen = new ArrayList<>();
        switch (question) {
            case NON_ROOT -> {
                seen.addAll(builds.users());
                seen.addAll(services.users());
            }
            case DIGESTS -> {
                seen.addAll(builds.digests());
                seen.addAll(services.digests());
            }
            case SECRETS ->
                seen.add(Observation.of(Evidence.ofProject(
                        "no rule about secrets finds one in "
                                + count(project.files().size(), "file"),
                        true)));
            case STAGES -> seen.addAll(builds.stages());
            case BASE -> seen.addAll(builds.bases());
            case CACHES -> seen.addAll(builds.runs());
            case IGNORE_FILE -> seen.addAll(builds.ignoreFiles());
            case PRIVILEGES -> seen.addAll(services.privileges());
            case SOCKET -> seen.addAll(services.sockets());
            case LIMITS -> seen.addAll(services.limits());
            case NETWORKS -> seen.addAll(services.networks());
            case SCANNED -> seen.add(Observation.of(scans.evidence()));
            case READ_ONLY -> seen.addAll(services.readOnly());
        }
        return seen;
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
