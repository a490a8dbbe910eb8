package dev.drydock.model;

import dev.drydock.compose.ComposeFile;
import dev.drydock.compose.ComposeService;
import dev.drydock.compose.Interpolation;
import dev.drydock.compose.ServiceBuild;
import dev.drydock.compose.Setting;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.parse.DockerfileParser;
import dev.drydock.knowledge.Images;
import dev.drydock.syntax.Token;
import dev.drydock.text.SourceText;
import dev.drydock.text.TextRange;
import dev.drydock.yaml.YamlAlias;
import dev.drydock.yaml.YamlEntry;
import dev.drydock.yaml.YamlNode;
import dev.drydock.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The images that the services of a compose file run, wherever the file writes them: in the service, in a fragment that it
 * merges, behind an alias, in the default of a variable, in a Dockerfile that stands in the file. Beside {@code build}, {@code image} is the name that the result
 * gets, which is no image from outside; neither is the same name in another service, nor one that never comes from a
 * registry ({@code pull_policy: never} or {@code build}).
 *
 * <p>Source: compose-spec, 05-services, build, 12-interpolation.
 */
public final class ComposeImages implements ImagePlaces {
    private static final String DOCKER_IMAGE = "docker-image://";

    private final ComposeFile file;
    private final Map<String, String> environment;
    private final MadeImages made;
    /** What has a {@code build}, here or in the files that are used together with this one. */
    private final Set<String> builtServices = new HashSet<>();

    private final Set<YamlNode> builtNodes = new HashSet<>();
    private final List<ImagePlace> places = new ArrayList<>();

    private ComposeImages(ComposeFile file, Map<String, String> environment, MadeImages made) {
        this.file = file;
        this.environment = environment;
        this.made = made;
    }

    /**
     * Returns the images of a compose file.
     *
     * @param together the files that may be given to compose together with this one
     * @param environment the variables of the {@code .env} file beside it
     * @param known what is known of images, for the Dockerfiles that stand in the file
     */
    public static ComposeImages of(
            ComposeFile file,
            Collection<ComposeFile> together,
            Map<String, String> environment,
            MadeImages made,
            Images known) {
        ComposeImages images = new ComposeImages(file, environment, made);
        images.built(file);
        together.forEach(images::built);
        Set<YamlNode> seen = new HashSet<>();
        for (ComposeService service : file.services()) {
            service.image()
                    .filter(setting -> seen.add(setting.value()))
                    .ifPresent(setting -> images.service(service, setting));
            images.contexts(service, seen);
            service.build()
                    .flatMap(ServiceBuild::dockerfileInline)
                    .filter(seen::add)
                    .ifPresent(scalar -> images.inline(scalar, known));
        }
        images.places.sort(Comparator.comparing(ImagePlace::range));
        return images;
    }

    private void built(ComposeFile other) {
        for (ComposeService service : other.services()) {
            if (service.build().isPresent()) {
                builtServices.add(service.name());
                service.image().ifPresent(setting -> builtNodes.add(setting.value()));
            }
        }
    }

    @Override
    public List<ImagePlace> all() {
        return List.copyOf(places);
    }

    private void service(ComposeService service, Setting setting) {
        boolean built = builtNodes.contains(setting.value()) || builtServices.contains(service.name());
        boolean local = service.setting("pull_policy")
                .flatMap(Setting::text)
                .filter(policy -> policy.equals("never") || policy.equals("build"))
                .isPresent();
        boolean here = setting.value().source() == file.yaml().source();
        if (!built && !local && here) {
            Optional<String> hindrance = service.hasUnknownBase()
                    ? Optional.of("the service extends one that was not found, which may say how to build the image")
                    : Optional.empty();
            setting.value()
                    .asScalar()
                    .filter(scalar -> !scalar.isNull())
                    .ifPresent(scalar -> add(ImagePlace.Kind.SERVICE, scalar, 0, "image", hindrance));
        }
    }

    /** The images behind {@code build.additional_contexts}, a mapping or a list of {@code name=value}. */
    private void contexts(ComposeService service, Set<YamlNode> seen) {
        Optional<Setting> contexts =
                service.build().flatMap(build -> service.inside(build.setting(), "additional_contexts"));
        for (YamlScalar scalar : contexts.map(ComposeImages::values).orElse(List.of())) {
            int start = scalar.value().indexOf(DOCKER_IMAGE);
            boolean first = start == 0 || (start > 0 && scalar.value().indexOf('=') == start - 1);
            if (first && scalar.source() == file.yaml().source() && seen.add(scalar)) {
                add(ImagePlace.Kind.BUILD_CONTEXT, scalar, start + DOCKER_IMAGE.length(), "", Optional.empty());
            }
        }
    }

    private static List<YamlScalar> values(Setting setting) {
        return setting.value()
                .asMapping()
                .map(mapping -> mapping.entries().stream()
                        .flatMap(entry -> entry.value().resolved().stream())
                        .flatMap(value -> value.asScalar().stream())
                        .toList())
                .orElseGet(setting::scalars);
    }

    /** The images of a Dockerfile that stands in the file, without those that variables name. */
    private void inline(YamlScalar scalar, Images known) {
        Optional<InlineDockerfile> inline =
                scalar.source() == file.yaml().source() ? InlineDockerfile.of(scalar) : Optional.empty();
        Optional<Dockerfile> dockerfile = inline.map(found -> DockerfileParser.parse(SourceText.of(found.text())))
                .filter(Dockerfile::isSound);
        if (dockerfile.isEmpty()) {
            return;
        }
        String text = inline.get().text();
        for (ImagePlace place :
                DockerfileImages.of(Build.of(dockerfile.get(), known), made).all()) {
            TextRange range = place.range();
            String written = text.substring(range.start(), range.end());
            int name = written.indexOf(place.text());
            if (name < 0 || written.indexOf('$') >= 0) {
                continue;
            }
            int start = range.start() + name;
            inline.get()
                    .inFile(new TextRange(start, start + place.text().length()))
                    .ifPresent(named -> places.add(
                            ImagePlace.literal(place.kind(), named, place.text(), part -> part.shift(named.start()))));
        }
    }

    /** @param key under which the scalar may stand without meaning anything else; empty for none */
    private void add(ImagePlace.Kind kind, YamlScalar scalar, int start, String key, Optional<String> hindrance) {
        String name = scalar.value().substring(start);
        Interpolation text = Interpolation.of(name);
        Optional<UnaryOperator<TextRange>> inFile = inFile(scalar);
        TextRange range = inFile.map(map -> map.apply(new TextRange(start, start + name.length())))
                .orElseGet(scalar::contentRange);
        Set<String> mentioned = new LinkedHashSet<>(text.variables());
        UnaryOperator<TextRange> written = inFile.<UnaryOperator<TextRange>>map(
                        map -> part -> map.apply(part.shift(start)))
                .orElse(UnaryOperator.identity());
        Optional<TracedText> traced = TracedVariables.expand(text, environment, written);
        if (traced.isEmpty()) {
            String unknown = TracedVariables.unknown(text, environment).orElse(name);
            places.add(ImagePlace.unresolved(kind, range, name, unknown, mentioned));
            return;
        }
        ImagePlace place = inFile.isPresent()
                ? ImagePlace.expanded(kind, range, traced.get(), mentioned)
                : ImagePlace.opaque(kind, range, traced.get().text());
        if (place.reference().filter(made::contains).isPresent()) {
            return;
        }
        places.add(hindrance
                .or(() -> otherUse(scalar, key).map(line -> "line " + line + " uses the same text for something else"))
                .map(place::hinderedBy)
                .orElse(place));
    }

    /** Returns how to get from the value of a scalar to where it is written; empty if it is not written as it is. */
    private static Optional<UnaryOperator<TextRange>> inFile(YamlScalar scalar) {
        Optional<Token> token = scalar.token();
        if (token.isEmpty()) {
            return Optional.empty();
        }
        int quote = scalar.style().isQuoted() ? 1 : 0;
        String written = token.get().text();
        boolean same =
                written.length() == scalar.value().length() + 2 * quote && written.startsWith(scalar.value(), quote);
        int start = token.get().range().start() + quote;
        return same ? Optional.of(range -> range.shift(start)) : Optional.empty();
    }

    /** Returns the line of an alias of the scalar, or of the scalar itself, that stands for something else than an image. */
    private Optional<Integer> otherUse(YamlScalar scalar, String key) {
        if (scalar.anchor().isEmpty()) {
            return Optional.empty();
        }
        List<YamlNode> uses = new ArrayList<>();
        if (!isFragment(scalar)) {
            uses.add(scalar);
        }
        uses.addAll(file.document().map(document -> document.aliasesOf(scalar)).orElse(List.<YamlAlias>of()));
        return uses.stream()
                .filter(use -> use.owner()
                        .flatMap(YamlEntry::keyText)
                        .filter(key::equals)
                        .isEmpty())
                .map(YamlNode::line)
                .findFirst();
    }

    /** Returns whether a scalar stands below one of the extension fields, which mean nothing by themselves. */
    private boolean isFragment(YamlScalar scalar) {
        return file.fragments().stream().anyMatch(fragment -> fragment.range().contains(scalar.range()));
    }
}
