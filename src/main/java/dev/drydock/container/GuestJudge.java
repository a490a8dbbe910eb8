package dev.drydock.container;

import dev.drydock.model.ContainerPath;
import dev.drydock.model.UserName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what the guests of a container need beyond what its program does. What only asks a server needs nothing. */
final class GuestJudge {
    private final Container container;

    GuestJudge(Container container) {
        this.container = container;
    }

    /** Returns an answer about a read-only root that holds for the guests, too. */
    Answer<WritableFolders> readOnlyRoot(Answer<WritableFolders> answer) {
        Answer<WritableFolders> result = answer;
        for (Guest guest : answer.found().isPresent() ? container.guests() : List.<Guest>of()) {
            if (guest instanceof Guest.Copy copy) {
                if (!isVolume(copy.target())) {
                    return Answer.none(copy.place() + " copies into the container, which a read-only root refuses");
                }
                continue;
            }
            Guest.Command command = (Guest.Command) guest;
            ExecutedCommand.Effect effect = new ExecutedCommand(
                            container.mounts(), answer.found().orElseThrow().tmpfs())
                    .effectOf(command.words());
            if (effect == ExecutedCommand.Effect.CHANGES) {
                return Answer.none(command.place() + " changes files in the container");
            }
            boolean open = effect == ExecutedCommand.Effect.UNKNOWN && !command.onlyLooks();
            if (open || effect == ExecutedCommand.Effect.LIKELY) {
                result = result.doubted("What " + command.place() + " runs in the container changes no file there.");
            }
        }
        return result;
    }

    private boolean isVolume(String target) {
        return target.startsWith("/")
                && container
                        .mountOf(ContainerPath.normalise(target))
                        .filter(mount -> mount.kind() != Mount.Kind.TMPFS && !mount.readOnly())
                        .isPresent();
    }

    /** Returns an answer about capabilities that holds for the guests, too. */
    Answer<CapabilityGrant> capabilities(Answer<CapabilityGrant> answer) {
        Answer<CapabilityGrant> result = answer;
        for (Guest guest : answer.found().isPresent() ? container.guests() : List.<Guest>of()) {
            List<String> granted = answer.found().orElseThrow().capabilities();
            if (guest instanceof Guest.Copy copy) {
                boolean passes = container.isKnownNonRoot() || granted.contains("DAC_OVERRIDE");
                result = passes
                        ? result
                        : result.doubted("What " + copy.place()
                                + " copies belongs to root, which deletes it there without DAC_OVERRIDE.");
                continue;
            }
            Guest.Command command = (Guest.Command) guest;
            if (mayBeRoot(command) && !QuietCommand.is(command.words())) {
                Set<String> needed = GuestPrograms.capabilities(command.words());
                boolean sure = command.onlyLooks() && granted.containsAll(needed);
                result = sure
                        ? result
                        : result.doubted(
                                "What " + command.place() + " runs in the container needs no other capabilities.");
            }
        }
        return result;
    }

    private boolean mayBeRoot(Guest.Command command) {
        Optional<String> user = command.user().or(container::effectiveUser);
        return user.filter(name -> !UserName.isRoot(name) && name.indexOf('$') < 0)
                .isEmpty();
    }

    /** Returns an answer about another account that holds for the guests, too. */
    Answer<String> account(Answer<String> answer) {
        Answer<String> result = answer;
        String account = answer.found().orElse("");
        for (Guest guest : answer.found().isPresent() ? container.guests() : List.<Guest>of()) {
            if (guest instanceof Guest.Copy copy) {
                result = result.doubted("What " + copy.place() + " copies to is writable for " + account + ".");
            } else if (guest instanceof Guest.Command command
                    && command.user().isEmpty()
                    && !QuietCommand.is(command.words())
                    && !(command.onlyLooks()
                            && GuestPrograms.capabilities(command.words()).isEmpty())) {
                result = result.doubted(
                        "What " + command.place() + " runs in the container works as " + account + ", too.");
            }
        }
        return result;
    }

    /** Returns an answer about new privileges that holds for the guests, too. */
    Answer<Boolean> noNewPrivileges(Answer<Boolean> answer) {
        Optional<String> reason = commands()
                .flatMap(command -> GuestPrograms.names(command.words())
                        .flatMap(name -> SetuidPrograms.reasonOfProgram(name).stream())
                        .map(why -> command.place() + " runs " + why))
                .findFirst();
        return reason.isPresent() && answer.found().isPresent() ? Answer.none(reason.get()) : answer;
    }

    /** Returns an answer about a mount that is only read that holds for the guests, too. */
    Answer<Boolean> readsOnly(String target, Answer<Boolean> answer) {
        Answer<Boolean> result = answer;
        for (Guest guest : answer.found().isPresent() ? container.guests() : List.<Guest>of()) {
            boolean copies = guest instanceof Guest.Copy copy
                    && (copy.target().isEmpty() || ContainerPath.isWithin(copy.target(), target));
            boolean writes =
                    guest instanceof Guest.Command command && !command.onlyLooks() && !QuietCommand.is(command.words());
            if (copies || writes) {
                result = result.doubted(guest.place() + " does not write to " + target + ".");
            }
        }
        return result;
    }

    private Stream<Guest.Command> commands() {
        return container.guests().stream()
                .filter(Guest.Command.class::isInstance)
                .map(Guest.Command.class::cast);
    }
}
