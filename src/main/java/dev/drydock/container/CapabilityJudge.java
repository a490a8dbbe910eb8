package dev.drydock.container;

import dev.drydock.evidence.Observed;
import dev.drydock.knowledge.CapabilityNeeds;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.ImageFacts;
import dev.drydock.model.UserName;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.commands.Invocation;
import dev.drydock.written.WrittenPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which capabilities a container needs.
 *
 * <p>A process that is not root has none, whatever the container is given, unless its file carries some; so only the bounding
 * set matters to it (capabilities(7)). Root without capabilities is still the owner of its files, but passes over no
 * permissions, gives no file away and changes no user.
 */
final class CapabilityJudge {
    /** What entrypoints use that prepare folders and then change the user. */
    private static final CapabilityGrant USUAL = new CapabilityGrant(
            List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"),
            Optional.of("what entrypoints use that prepare directories and then change the user"));

    private static final Set<String> PRIVILEGED = Set.of("privileged", "host-network", "host-pid", "net-admin");
    private static final Set<String> DEFAULT_SET = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private final Container container;
    private final Optional<ImageFacts> facts;

    CapabilityJudge(Container container) {
        this.container = container;
        this.facts = container.image().facts();
    }

    Answer<CapabilityGrant> answer() {
        Optional<List<String>> tried = container.observed().flatMap(Observed::capabilities);
        return tried.isPresent()
                ? Answer.likely(
                        new CapabilityGrant(
                                tried.get(),
                                Optional.of("what it was seen to need when it was tried")
                                        .filter(why -> !tried.get().isEmpty())),
                        "The container needs no other capabilities than those with which it was tried.")
                : read();
    }

    private Answer<CapabilityGrant> read() {
        if (facts.map(known -> known.needs().stream().anyMatch(PRIVILEGED::contains))
                        .orElse(false)
                && container.keepsEntrypoint()) {
            return Answer.none(container.image().label() + " is made to work with privileges of the host");
        }
        Optional<String> setuid = new SetuidPrograms(container).reason();
        if (setuid.isPresent()) {
            return Answer.none(setuid.get());
        }
        if (container.isKnownNonRoot()) {
            return forUser();
        }
        boolean chosenLater =
                container.user().filter(name -> name.indexOf('$') >= 0).isPresent();
        if (chosenLater && facts.isEmpty()) {
            return Answer.<CapabilityGrant>known(CapabilityGrant.NOTHING)
                    .doubted(
                            "The user that is chosen when it starts is not root, and no program carries capabilities.");
        }
        Answer<CapabilityGrant> answer = forRoot();
        if (answer instanceof Answer.None) {
            return answer;
        }
        return withFilesOfOthers(withLowPorts(answer));
    }

    private Answer<CapabilityGrant> forUser() {
        boolean fileCapabilities =
                facts.map(known -> !known.setuidTools().isEmpty()).orElse(false);
        if (fileCapabilities && container.keepsEntrypoint()) {
            return facts.flatMap(ImageFacts::capabilities)
                    .map(this::stated)
                    .orElseGet(() -> Answer.none("a program of "
                            + container.image().label() + " carries capabilities, and which ones is unknown"));
        }
        Answer<CapabilityGrant> nothing = Answer.known(CapabilityGrant.NOTHING);
        boolean own = container.user().isPresent();
        Optional<String> guessed = facts.filter(known -> known.unverified().contains("user"))
                .map(ImageFacts::defaultUser)
                .filter(user -> !own && container.userOfImage().equals(Optional.of(user)));
        if (guessed.isPresent()) {
            return nothing.doubted("The image starts as " + guessed.get() + ", as others of its publisher do.");
        }
        if (!own
                && container.image() instanceof ContainerImage.Pulled pulled
                && facts.isPresent()
                && !pulled.isCovered()) {
            return nothing.doubted("The image " + pulled.text() + " starts as current versions of it do, not as root.");
        }
        return facts.isPresent() && container.keepsEntrypoint()
                ? nothing
                : container.image() instanceof ContainerImage.Built built
                        ? facts.isPresent()
                                ? nothing
                                : nothing.assuming("No program of the image "
                                        + built.stage().image().text() + " carries capabilities of its own.")
                        : nothing.doubted(
                                "No program in " + container.image().label() + " carries capabilities of its own.");
    }

    private Answer<CapabilityGrant> forRoot() {
        Optional<CapabilityNeeds> needs = facts.flatMap(ImageFacts::capabilities);
        if (needs.isPresent() && container.keepsEntrypoint() && isService()) {
            return forFacts(needs.get());
        }
        return forProgram();
    }

    /** A language or a distribution is nothing that runs: what is started decides. */
    private boolean isService() {
        ImageClass kind = facts.orElseThrow().imageClass();
        return facts.get().stepDown().isPresent()
                || (kind != ImageClass.LANGUAGE && kind != ImageClass.BASE && kind != ImageClass.TOOL)
                || !needsNothing();
    }

    private boolean needsNothing() {
        return facts.flatMap(ImageFacts::capabilities)
                .map(needs -> needs.add().isEmpty())
                .orElse(true);
    }

    private Answer<CapabilityGrant> forFacts(CapabilityNeeds needs) {
        Answer<CapabilityGrant> answer = stated(needs);
        if (container.image() instanceof ContainerImage.Pulled pulled && !pulled.isCovered()) {
            answer = answer.doubted("The image " + pulled.text() + " starts as current versions of it do.");
        }
        if (!UserName.isRoot(facts.orElseThrow().defaultUser())) {
            answer = replaced(answer, "DAC_OVERRIDE")
                    .doubted("Root, which is not the user of "
                            + container.image().label() + ", needs no more to use the files of that user.");
        }
        Map<String, List<String>> ofSettings = facts.get().settingsCapabilities();
        for (Map.Entry<String, List<String>> setting : ofSettings.entrySet()) {
            boolean said = ReadSettings.line(container, setting.getKey()).isPresent();
            for (String capability : said ? setting.getValue() : List.<String>of()) {
                answer = replaced(answer, capability);
            }
        }
        for (Map.Entry<String, List<String>> variable :
                facts.get().variableCapabilities().entrySet()) {
            boolean set = container.variables().containsKey(variable.getKey());
            for (String capability : set ? variable.getValue() : List.<String>of()) {
                answer = replaced(answer, capability);
            }
        }
        Optional<String> unread = ofSettings.isEmpty() ? Optional.empty() : container.unreadSettings();
        if (unread.isPresent()) {
            answer = answer.doubted("What is mounted at " + unread.get()
                    + ", which is not there to be read, says nothing that takes more.");
        }
        Optional<List<String>> command = container.foreignCommand();
        if (command.isPresent() && !isOfImage(command.get())) {
            answer = answer.doubted(
                    "The command " + shown(command.get()) + " needs no other capabilities than that of the image.");
        }
        return answer;
    }

    private Answer<CapabilityGrant> stated(CapabilityNeeds needs) {
        Answer<CapabilityGrant> answer = Answer.known(new CapabilityGrant(needs.add(), needs.why()));
        for (Map.Entry<String, String> optional : needs.optional().entrySet()) {
            boolean lost = DEFAULT_SET.contains(optional.getKey())
                    && !optional.getKey().equals("NET_BIND_SERVICE");
            if (lost) {
                answer = answer.assuming(unneeded(optional.getKey()) + "which is for: " + optional.getValue() + ".");
            }
        }
        return needs.verified()
                ? answer
                : answer.doubted("These capabilities are enough for "
                        + container.image().label() + "; nobody has tried it out.");
    }

    /** Options of the program of the image, or the program that it is made to run. */
    private boolean isOfImage(List<String> words) {
        return words.get(0).startsWith("-")
                || facts.orElseThrow().commands().contains(RootPrograms.name(words.get(0)))
                || facts.get().commands().contains(words.get(0));
    }

    private Answer<CapabilityGrant> forProgram() {
        if (container.image() instanceof ContainerImage.Unclear unclear) {
            return Answer.<CapabilityGrant>known(USUAL)
                    .doubted("These capabilities are enough for the container; " + unclear.reason() + ".");
        }
        Optional<Start> start = container.start();
        if (start.isEmpty() || facts.isEmpty()) {
            return Answer.<CapabilityGrant>known(USUAL)
                    .doubted("These capabilities are enough for "
                            + container.image().label() + ", of which nothing is known.");
        }
        Optional<String> need = container.image() instanceof ContainerImage.Built built
                ? StartNeeds.asRoot(
                                built.project(),
                                built.dockerfile(),
                                built.stage(),
                                built.knowledge().writers())
                        .reason(start.get())
                : programNeed(start.get());
        need = need.or(this::needOfSources);
        if (need.isPresent()) {
            return Answer.<CapabilityGrant>known(USUAL)
                    .doubted("These capabilities are enough for the container; " + need.get() + ".");
        }
        Answer<CapabilityGrant> nothing = Answer.<CapabilityGrant>known(CapabilityGrant.NOTHING)
                .assuming("The application changes neither users nor the owners of files.");
        return withFolderOwner(start.get(), nothing);
    }

    /** What the sources do, those of the image and those that are mounted. */
    private Optional<String> needOfSources() {
        Optional<String> own = container.image() instanceof ContainerImage.Built built
                ? WrittenPaths.of(
                                built.project(),
                                built.dockerfile(),
                                built.stage(),
                                built.knowledge().writers(),
                                name -> Optional.ofNullable(
                                                container.variables().get(name))
                                        .filter(value -> !value.isEmpty()))
                        .changedOwner()
                : Optional.empty();
        return own.or(() -> container.mounted().changedOwner());
    }

    /** A program of the image that root starts takes the account of the folder that it works in. */
    private Answer<CapabilityGrant> withFolderOwner(Start start, Answer<CapabilityGrant> answer) {
        boolean folder = container.mounts().stream()
                .anyMatch(mount -> mount.kind() == Mount.Kind.BIND && !mount.looksLikeFile());
        Map<String, List<String>> known = facts.orElseThrow().programCapabilities();
        Optional<List<String>> more = Stream.concat(
                        start.words().stream().map(RootPrograms::name), start.programsOfScripts())
                .flatMap(program -> Optional.ofNullable(known.get(program)).stream())
                .findFirst()
                .filter(capabilities -> folder);
        Answer<CapabilityGrant> result = answer;
        for (String capability : more.orElse(List.of())) {
            result = replaced(result, capability);
        }
        return result;
    }

    private static Optional<String> programNeed(Start start) {
        Optional<String> changed = StartNeeds.changedUser(start);
        if (changed.isPresent()) {
            return changed;
        }
        String program = start.words().stream()
                .map(RootPrograms::name)
                .filter(word -> !RootPrograms.isStarter(word) && !word.startsWith("-"))
                .findFirst()
                .orElse("");
        if (RootPrograms.isApplication(program)) {
            return Optional.empty();
        }
        if (RootPrograms.onlyWaits(program)) {
            return Optional.of("the container starts only " + program + "; what runs in it later is unknown");
        }
        boolean known = !start.scripts().isEmpty()
                && start.scripts().stream()
                        .flatMap(script -> script.isOpaque()
                                ? Stream.of(false)
                                : script.simpleCommands().map(CapabilityJudge::isContent))
                        .allMatch(content -> content);
        return known ? Optional.empty() : Optional.of("cannot tell what " + program + " needs");
    }

    private static boolean isContent(SimpleCommand command) {
        String program =
                Invocation.of(command).program().map(RootPrograms::name).orElse("");
        return RootPrograms.isApplication(program) || RootPrograms.isHarmless(program);
    }

    private Answer<CapabilityGrant> withLowPorts(Answer<CapabilityGrant> answer) {
        return container.opensLowPort() ? replaced(answer, "NET_BIND_SERVICE") : answer;
    }

    /**
     * Root needs DAC_OVERRIDE for files that belong to somebody else and are closed to others, or are written: folders of the
     * host, logs and other files that the program fills, secrets and keys. What an application of the project reads of the host
     * may be credentials of whoever starts it, whatever they are called.
     */
    private Answer<CapabilityGrant> withFilesOfOthers(Answer<CapabilityGrant> answer) {
        boolean folders = container.mounts().stream()
                .anyMatch(mount -> mount.kind() == Mount.Kind.BIND
                        && !mount.readOnly()
                        && !mount.looksLikeFile()
                        && !mount.target().endsWith(".sock"));
        boolean secrets = container.mounts().stream()
                .anyMatch(mount -> mount.kind() == Mount.Kind.FILE || mount.looksConfidential());
        boolean filled = container.mounts().stream()
                .anyMatch(mount -> mount.nature() == Mount.Nature.STATE && !mount.readOnly());
        boolean read = container.image() instanceof ContainerImage.Built
                && container.mounts().stream()
                        .anyMatch(mount -> mount.kind() == Mount.Kind.BIND
                                && !mount.target().endsWith(".sock"));
        return folders || secrets || filled || read || hasFilesOfItsUser() ? replaced(answer, "DAC_OVERRIDE") : answer;
    }

    /** Root that somebody asked for runs an image whose files belong to the user that the image names. */
    private boolean hasFilesOfItsUser() {
        return container.user().isPresent()
                && container.image() instanceof ContainerImage.Built
                && container
                        .userOfImage()
                        .filter(user -> !UserName.isRoot(user))
                        .isPresent();
    }

    private static String unneeded(String capability) {
        return "Nothing here needs " + capability + ", ";
    }

    private static Answer<CapabilityGrant> replaced(Answer<CapabilityGrant> answer, String more) {
        CapabilityGrant grant = answer.found().orElseThrow().with(more);
        List<String> assumptions = answer.assumptions().stream()
                .filter(sentence -> !sentence.startsWith(unneeded(more)))
                .toList();
        return answer.isKnown() ? new Answer.Known<>(grant, assumptions) : new Answer.Likely<>(grant, assumptions);
    }

    private static String shown(List<String> words) {
        String text = words.get(0);
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + (words.size() > 1 ? " …" : "") + "\"";
    }
}
