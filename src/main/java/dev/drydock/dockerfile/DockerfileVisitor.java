package dev.drydock.dockerfile;

/** One method for each type of node, so that the compiler finds the place that forgets one. */
public interface DockerfileVisitor<R> {
    R visit(Dockerfile node);

    R visit(Directive node);

    R visit(FromInstruction node);

    R visit(RunInstruction node);

    R visit(CmdInstruction node);

    R visit(LabelInstruction node);

    R visit(MaintainerInstruction node);

    R visit(ExposeInstruction node);

    R visit(EnvInstruction node);

    R visit(AddInstruction node);

    R visit(CopyInstruction node);

    R visit(EntrypointInstruction node);

    R visit(VolumeInstruction node);

    R visit(UserInstruction node);

    R visit(WorkdirInstruction node);

    R visit(ArgInstruction node);

    R visit(OnbuildInstruction node);

    R visit(StopsignalInstruction node);

    R visit(HealthcheckInstruction node);

    R visit(ShellInstruction node);

    R visit(UnknownInstruction node);

    R visit(Word node);

    R visit(JsonArray node);

    R visit(JsonString node);

    R visit(ShellText node);

    R visit(Flag node);

    R visit(KeyValue node);

    R visit(Heredoc node);
}
