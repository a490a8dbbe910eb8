package dev.drydock.transform.builtin;

import dev.drydock.transform.Transform;
import dev.drydock.transform.builtin.commands.RunDropCapabilities;
import dev.drydock.transform.builtin.commands.RunLimitResources;
import dev.drydock.transform.builtin.commands.RunNoNewPrivileges;
import dev.drydock.transform.builtin.commands.RunReadOnly;
import dev.drydock.transform.builtin.compose.BindPortsLocally;
import dev.drydock.transform.builtin.compose.LimitResources;
import dev.drydock.transform.builtin.compose.ValidCompose;
import dev.drydock.transform.builtin.files.AddToCopy;
import dev.drydock.transform.builtin.files.Dockerignore;
import dev.drydock.transform.builtin.images.PinImageDigest;
import dev.drydock.transform.builtin.images.PinImageTag;
import dev.drydock.transform.builtin.images.RefreshImageDigest;
import dev.drydock.transform.builtin.images.SupportedImageTag;
import dev.drydock.transform.builtin.images.TrustRegistries;
import dev.drydock.transform.builtin.metadata.AbsoluteWorkdir;
import dev.drydock.transform.builtin.metadata.InstructionCasing;
import dev.drydock.transform.builtin.metadata.KeyValueForm;
import dev.drydock.transform.builtin.metadata.MaintainerToLabel;
import dev.drydock.transform.builtin.metadata.RedundantPlatform;
import dev.drydock.transform.builtin.metadata.SingleCmd;
import dev.drydock.transform.builtin.packages.ApkNoCache;
import dev.drydock.transform.builtin.packages.AptAssumeYes;
import dev.drydock.transform.builtin.packages.AptCleanLists;
import dev.drydock.transform.builtin.packages.AptGetNotApt;
import dev.drydock.transform.builtin.packages.AptNoInstallRecommends;
import dev.drydock.transform.builtin.packages.AptUpdateWithInstall;
import dev.drydock.transform.builtin.packages.ComposerNoCache;
import dev.drydock.transform.builtin.packages.CondaClean;
import dev.drydock.transform.builtin.packages.DnfClean;
import dev.drydock.transform.builtin.packages.DropSudo;
import dev.drydock.transform.builtin.packages.GemNoDocument;
import dev.drydock.transform.builtin.packages.NpmCi;
import dev.drydock.transform.builtin.packages.NpmCleanCache;
import dev.drydock.transform.builtin.packages.PacmanClean;
import dev.drydock.transform.builtin.packages.PipNoCache;
import dev.drydock.transform.builtin.packages.YarnCleanCache;
import dev.drydock.transform.builtin.packages.ZypperClean;
import dev.drydock.transform.builtin.ports.DropSshPort;
import dev.drydock.transform.builtin.secrets.ArgSecretToMount;
import dev.drydock.transform.builtin.secrets.CopiedSecretToMount;
import dev.drydock.transform.builtin.secrets.EnvSecretOut;
import dev.drydock.transform.builtin.secrets.LiteralSecret;
import dev.drydock.transform.builtin.shell.ExecForm;
import dev.drydock.transform.builtin.shell.Pipefail;
import dev.drydock.transform.builtin.shell.VerifyDownloads;
import dev.drydock.transform.builtin.stages.SplitBuildStage;
import dev.drydock.transform.builtin.user.RunAsNonRoot;
import java.util.List;

/** The transforms that come with Drydock. Each has a page in the catalogue under the same id. */
public final class BuiltInTransforms {
    private BuiltInTransforms() {}

    /** Returns all of them; the catalogue, not this list, decides in which order they run. */
    public static List<Transform> all() {
        return List.of(
                new RunLimitResources(),
                new RunNoNewPrivileges(),
                new RunReadOnly(),
                new RunDropCapabilities(),
                new RunAsNonRoot(),
                new SplitBuildStage(),
                new AptNoInstallRecommends(),
                new AptCleanLists(),
                new AptUpdateWithInstall(),
                new AptAssumeYes(),
                new AptGetNotApt(),
                new ApkNoCache(),
                new DnfClean(),
                new PipNoCache(),
                new ZypperClean(),
                new PacmanClean(),
                new NpmCleanCache(),
                new YarnCleanCache(),
                new GemNoDocument(),
                new ComposerNoCache(),
                new CondaClean(),
                new NpmCi(),
                new DropSudo(),
                new AddToCopy(),
                new PinImageTag(),
                new PinImageDigest(),
                new RefreshImageDigest(),
                new TrustRegistries(),
                new SupportedImageTag(),
                new Dockerignore(),
                new ArgSecretToMount(),
                new EnvSecretOut(),
                new CopiedSecretToMount(),
                new LiteralSecret(),
                new DropSshPort(),
                new ValidCompose(),
                new KeyValueForm(),
                new SingleCmd(),
                new InstructionCasing(),
                new AbsoluteWorkdir(),
                new ExecForm(),
                new Pipefail(),
                new VerifyDownloads(),
                new RedundantPlatform(),
                new LimitResources(),
                new BindPortsLocally(),
                new MaintainerToLabel());
    }
}
