package dev.drydock.container;

import dev.drydock.knowledge.Account;
import dev.drydock.knowledge.AddUser;
import dev.drydock.knowledge.ImageFacts;
import java.util.List;
import java.util.Optional;

/** Finds out which account of its image a container that starts as root can run as from the beginning. */
final class AccountJudge {
    private final Container container;

    AccountJudge(Container container) {
        this.container = container;
    }

    Answer<String> answer() {
        if (!(container.image() instanceof ContainerImage.Pulled pulled)) {
            return Answer.none("set USER in the Dockerfile of the image");
        }
        Optional<ImageFacts> found = pulled.facts();
        if (found.isEmpty()) {
            return Answer.none("nothing is known of " + pulled.label());
        }
        ImageFacts facts = found.get();
        String variant = facts.unprivilegedVariant()
                .map(name -> "; " + name + " runs without root")
                .orElse("");
        if (facts.stepDown().isPresent() && container.keepsEntrypoint()) {
            return Answer.none("the entrypoint of the image changes to "
                    + facts.stepDown().get().to() + " by itself" + variant);
        }
        Optional<String> account = facts.serviceUser();
        if (account.isEmpty()) {
            return Answer.none(pulled.label() + " has no account for this" + variant);
        }
        AddUser verdict = facts.addUser();
        if (verdict.verdict() == AddUser.Verdict.UNSAFE || verdict.verdict() == AddUser.Verdict.UNKNOWN) {
            return Answer.none(
                    verdict.reason().orElse("cannot tell whether " + pulled.label() + " works with another user")
                            + variant);
        }
        Optional<String> changed = container
                .start()
                .flatMap(StartNeeds::changedUser)
                .or(() -> container.mounted().changedOwner());
        if (changed.isPresent()) {
            return Answer.none(changed.get());
        }
        for (String words : facts.settingsCapabilities().keySet()) {
            Optional<String> line = ReadSettings.line(container, words);
            if (line.isPresent()) {
                return Answer.none(line.get() + " says " + words + ", which takes root");
            }
        }
        Answer<String> answer = forAccount(facts, account.get());
        return pulled.isCovered()
                ? answer
                : answer.doubted("The image " + pulled.text() + " starts as current versions of it do.");
    }

    private Answer<String> forAccount(ImageFacts facts, String account) {
        String user = facts.account(account).flatMap(Account::numeric).orElse(account);
        Answer<String> answer = Answer.known(user, "The application writes only where " + account + " may write.");
        List<Mount> writable = container.mounts().stream()
                .filter(mount -> !mount.readOnly() && mount.kind() != Mount.Kind.TMPFS && !mount.looksLikeFile())
                .toList();
        Optional<String> unread =
                facts.settingsCapabilities().isEmpty() ? Optional.empty() : container.unreadSettings();
        if (unread.isPresent()) {
            answer = answer.doubted("What is mounted at " + unread.get()
                    + ", which is not there to be read, says nothing that takes root.");
        }
        Optional<Mount> keys =
                container.mounts().stream().filter(Mount::looksConfidential).findFirst();
        if (keys.isPresent()) {
            answer = answer.doubted(
                    "The files that are mounted at " + keys.get().target() + " may be read by " + account + ".");
        }
        for (Mount mount : writable) {
            answer = answer.doubted("What is mounted at " + mount.target() + " belongs to " + account
                    + "; an existing volume keeps its owner.");
        }
        return container.opensLowPort() && !container.network().opensLowPorts()
                ? answer.doubted("The host lets everybody open ports below 1024.")
                : answer;
    }
}
