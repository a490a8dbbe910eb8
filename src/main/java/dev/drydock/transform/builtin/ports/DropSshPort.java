package dev.drydock.transform.builtin.ports;

import dev.drydock.dockerfile.ExposeInstruction;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.model.BuildStage;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Drops port 22 from EXPOSE where the image has no ssh server. */
public final class DropSshPort extends DockerfileTransform {
    private static final String MESSAGE = "port 22 is for ssh, which a container does not need";

    static final List<String> SIGNS = List.of("sshd", "openssh", "dropbear", "ssh-keygen -a", "/etc/ssh/");

    public DropSshPort() {
        super("drop-ssh-port");
    }

    @Override
    protected void inspect(Subject subject) {
        for (BuildStage stage : subject.build().stages()) {
            stage.stage().instructions(ExposeInstruction.class).forEach(expose -> inspect(subject, stage, expose));
        }
    }

    private static void inspect(Subject subject, BuildStage stage, ExposeInstruction expose) {
        List<Word> ports = expose.ports();
        Optional<Word> ssh = ports.stream()
                .filter(port -> port.value().equals("22")
                        || port.value().toLowerCase(Locale.ROOT).equals("22/tcp"))
                .findFirst();
        if (ssh.isEmpty()) {
            return;
        }
        Optional<String> server =
                SshService.image(subject.inspection(), stage).isPresent() ? Optional.empty() : server(stage);
        if (server.isPresent()) {
            subject.advise(
                    ssh.get().range(),
                    MESSAGE,
                    server.get() + "; reach the container with docker exec and leave the ssh server out");
            return;
        }
        Optional<String> service = SshService.of(subject.inspection(), subject.file(), stage);
        if (service.isPresent()) {
            subject.notNeeded(ssh.get().range(), MESSAGE, service.get());
            return;
        }
        if (stage.facts().isEmpty() && stage.startCommand().isInherited()) {
            subject.abstain(
                    ssh.get().range(),
                    MESSAGE,
                    "nothing is known of the image " + stage.image().text() + ", which decides what runs");
            return;
        }
        Rewrite rewrite = PortDrop.of(
                subject.file().path(),
                subject.editor(),
                expose,
                List.of(ssh.get()),
                Safety.REVIEW,
                List.of("Nothing in the container listens on port 22."),
                List.of("ssh", "22"));
        subject.repair(ssh.get().range(), MESSAGE, rewrite);
    }

    /** Returns the sign of an ssh server among the instructions that shape the stage. */
    private static Optional<String> server(BuildStage stage) {
        for (Instruction instruction : stage.history()) {
            String text = instruction.text().toLowerCase(Locale.ROOT);
            for (String sign : SIGNS) {
                if (text.contains(sign)) {
                    return Optional.of("line " + instruction.line() + " speaks of " + sign);
                }
            }
        }
        return Optional.empty();
    }
}
