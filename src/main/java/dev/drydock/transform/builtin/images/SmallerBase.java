package dev.drydock.transform.builtin.images;

import dev.drydock.dockerfile.Word;
import dev.drydock.edit.Rewrite;
import dev.drydock.edit.Safety;
import dev.drydock.image.ImageReference;
import dev.drydock.image.TagVersion;
import dev.drydock.knowledge.ImageClass;
import dev.drydock.knowledge.RuntimeImages;
import dev.drydock.model.BuildStage;
import dev.drydock.text.TextEdit;
import dev.drydock.text.TextRange;
import dev.drydock.transform.builtin.DockerfileTransform;
import java.util.List;
import java.util.Optional;

/** Starts final stages from the slim variant of an image where nothing is seen to use what only the full one holds. */
public final class SmallerBase extends DockerfileTransform {
    /** What the runtime of a language ends in if it is the slim variant of its builder. */
    private static final String SLIM = "-slim";

    public SmallerBase() {
        super("smaller-base");
    }

    @Override
    protected boolean takesAway() {
        return true;
    }

    @Override
    protected void inspect(Subject subject) {
        Optional<BuildStage> stage = subject.build().finalStage();
        Optional<ImageReference> base = stage.flatMap(last -> last.image().reference());
        if (base.isEmpty()) {
            return;
        }
        RuntimeImages runtimes = subject.inspection().facts().knowledge().runtimeImages();
        slim(base.get(), runtimes).ifPresent(slim -> inspect(subject, stage.get(), base.get(), slim, runtimes));
    }

    private static void inspect(
            Subject subject, BuildStage stage, ImageReference base, String slim, RuntimeImages runtimes) {
        Word image = stage.stage().from().image();
        String message = "the image starts from "
                + base.familiarName()
                + (isDistribution(stage)
                        ? ", the full variant, with documentation and locales"
                        : ", which holds compilers and version control");
        String advice = slim + " holds the same version without them; it is enough if the build and the container use"
                + " none of what it lacks";
        Optional<String> use = new FullImageUses(
                        subject.inspection().project(), subject.file().path().parent(), stage, runtimes)
                .first();
        boolean written = image.staticValue().filter(base.text()::equals).isPresent()
                && image.text().equals(base.text())
                && base.digest().isEmpty();
        if (use.isPresent() || !written) {
            subject.advise(
                    image.range(), message, use.map(reason -> reason + "; ").orElse("") + advice);
            return;
        }
        TextEdit tag = base.withTag(slim.substring(slim.lastIndexOf(':') + 1));
        int start = image.range().start();
        TextRange range =
                new TextRange(start + tag.range().start(), start + tag.range().end());
        subject.repair(
                image.range(),
                message,
                Rewrite.of(
                                "start from " + slim,
                                Safety.SUGGEST,
                                subject.file().path(),
                                List.of(TextEdit.replace(range, tag.replacement())))
                        .withAssumptions(
                                List.of(
                                        "The application starts no program that only the full image holds, and compiles nothing.")));
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
