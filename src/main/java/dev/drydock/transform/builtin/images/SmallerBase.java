package dev.drydock.transform.builtin.images;

import dev.drydock.image.ImageReference;
import dev.drydock.image.TagVersion;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.model.BuildStage;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.Optional;

/** Finds final stages that start from an image with compilers where the same version exists without them. */
public final class SmallerBase extends DockerfileTransform {
    /** What the runtime of a language ends in if it is the slim variant of its builder. */
    private static final String SLIM = "-slim";

    public SmallerBase() {
        super("smaller-base");
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<BuildStage> stage = subject.build().finalStage();
        Optional<ImageReference> base = stage.flatMap(last -> last.image().reference());
        if (base.isEmpty()) {
            return;
        }
        RuntimeImages runtimes = subject.inspection().facts().knowledge().runtimeImages();
        slim(base.get(), runtimes)
                .ifPresent(slim -> subject.advise(
                        stage.get().stage().from().image().range(),
                        "the image starts from "
                                + base.get().familiarName()
                                + (isDistribution(stage.get())
                                        ? ", the full variant, with documentation and locales"
                                        : ", which holds compilers and version control"),
                        slim + " holds the same version without them; it is enough if the build and the container use"
                                + " none of what it lacks"));
    }

    /** A distribution holds what a package manager installs, and no compilers. */
    private static boolean isDistribution(BuildStage stage) {
        return stage.facts()
                .filter(facts -> facts.imageClass() == ImageClass.BASE)
                .isPresent();
    }

    /** Returns the slim variant of the same version, if the image has one and is not one already. */
    private static Optional<String> slim(ImageReference base, RuntimeImages runtimes) {
        String name = base.familiarName();
        boolean hasSlim = runtimes.languagesBuiltWith(base.canonicalName()).stream()
                .flatMap(language -> runtimes.of(language).stream())
                .anyMatch(runtime -> runtime.runtime().startsWith(name + ":")
                        && runtime.runtime().endsWith(SLIM));
        return base.tag()
                .filter(tag -> hasSlim)
                .flatMap(TagVersion::parse)
                .filter(version -> version.variant().isEmpty())
                .map(version -> name + ":" + version.tag() + SLIM);
    }
}
