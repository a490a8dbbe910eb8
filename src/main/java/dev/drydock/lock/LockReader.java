package dev.drydock.lock;

import dev.drydock.image.Digest;
import dev.drydock.image.ImageDigests;
import dev.drydock.image.ImageReference;
import dev.drydock.image.PinnedImage;
import dev.drydock.image.Platform;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Reads lock files, strictly: what it does not know it refuses, with line and column. */
public final class LockReader {
    private final EventCursor cursor;
    private final TreeMap<String, PinnedImage> images = new TreeMap<>();
    private final TreeMap<String, Digest> checksums = new TreeMap<>();

    private LockReader(EventCursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Returns the content of a lock file.
     *
     * @throws LockFormatException if the text is not one
     */
    public static LockFile read(String text) throws LockFormatException {
        var reader = new LockReader(new EventCursor(text));
        reader.readDocument();
        return new LockFile(ImageDigests.of(reader.images), reader.checksums);
    }

    /** Reads the value of one key of a mapping. */
    private interface Entry {
        void read(String key, Optional<Mark> place) throws LockFormatException;
    }

    private void readDocument() throws LockFormatException {
        cursor.expect(Event.ID.StreamStart, "not YAML");
        cursor.expect(Event.ID.DocumentStart, "the lock file is empty");
        var found = new boolean[1];
        Optional<Mark> start = cursor.mark();
        readMapping("a lock file is a mapping", (key, place) -> {
            switch (key) {
                case "version" -> {
                    readVersion();
                    found[0] = true;
                }
                case "images" -> readMapping("images is a mapping", this::readImage);
                case "checksums" -> readMapping("checksums is a mapping", this::readChecksum);
                default -> throw EventCursor.at(place, "unknown key: version, images and checksums are known");
            }
        });
        if (!found[0]) {
            throw EventCursor.at(start, "the version is missing");
        }
        cursor.expect(Event.ID.DocumentEnd, "unexpected content");
        cursor.expect(Event.ID.StreamEnd, "a lock file is a single document");
    }

    private void readMapping(String message, Entry entry) throws LockFormatException {
        cursor.expect(Event.ID.MappingStart, message);
        Set<String> seen = new HashSet<>();
        while (!cursor.is(Event.ID.MappingEnd)) {
            Optional<Mark> place = cursor.mark();
            String key = cursor.scalar("a key is text");
            if (!seen.add(key)) {
                throw EventCursor.at(place, "this key stands here twice");
            }
            entry.read(key, place);
        }
        cursor.expect(Event.ID.MappingEnd, message);
    }

    private void readVersion() throws LockFormatException {
        Optional<Mark> place = cursor.mark();
        if (!cursor.scalar("the version is a number").equals(String.valueOf(LockFile.VERSION))) {
            throw EventCursor.at(place, "unknown version of the format; version " + LockFile.VERSION + " is supported");
        }
    }

    private void readImage(String name, Optional<Mark> place) throws LockFormatException {
        if (!LockFile.isImageName(name)) {
            throw EventCursor.at(place, "not a whole image reference with a tag, such as docker.io/library/debian:12");
        }
        var fields = new ImageFields();
        readMapping("an image is a mapping", fields::read);
        images.put(name, fields.image(place));
    }

    private void readChecksum(String address, Optional<Mark> place) throws LockFormatException {
        if (!LockFile.isAddress(address)) {
            throw EventCursor.at(place, "not the http or https address of a file, without a login inside");
        }
        Optional<Mark> valuePlace = cursor.mark();
        Digest digest = readDigest();
        if (!digest.algorithm().equals("sha256")) {
            throw EventCursor.at(valuePlace, "a checksum is sha256: and 64 digits");
        }
        checksums.put(address, digest);
    }

    private Digest readDigest() throws LockFormatException {
        String expected = "a digest is sha256: or sha512: and lower-case hexadecimal digits";
        Optional<Mark> place = cursor.mark();
        return Digest.parse(cursor.scalar(expected)).orElseThrow(() -> EventCursor.at(place, expected));
    }

    /** The fields of one image, in any order. */
    private final class ImageFields {
        private Optional<Digest> digest = Optional.empty();
        private Optional<LocalDate> resolved = Optional.empty();
        private Optional<String> versionTag = Optional.empty();
        private String mediaType = "";
        private List<Platform> platforms = List.of();

        void read(String key, Optional<Mark> place) throws LockFormatException {
            switch (key) {
                case "digest" -> digest = Optional.of(readDigest());
                case "mediaType" -> mediaType = cursor.scalar("a media type is text");
                case "platforms" -> platforms = readPlatforms();
                case "versionTag" -> versionTag = Optional.of(readTag());
                case "resolved" -> resolved = Optional.of(readDay());
                default ->
                    throw EventCursor.at(
                            place, "unknown key: digest, mediaType, platforms, versionTag and resolved are known");
            }
        }

        PinnedImage image(Optional<Mark> place) throws LockFormatException {
            if (digest.isEmpty() || resolved.isEmpty()) {
                throw EventCursor.at(place, "this image has no " + (digest.isEmpty() ? "digest" : "resolved day"));
            }
            return new PinnedImage(digest.get(), mediaType, platforms, versionTag, resolved.get());
        }

        private List<Platform> readPlatforms() throws LockFormatException {
            cursor.expect(Event.ID.SequenceStart, "platforms is a list");
            var list = new ArrayList<Platform>();
            while (!cursor.is(Event.ID.SequenceEnd)) {
                String expected = "a platform is os/architecture or os/architecture/variant";
                Optional<Mark> place = cursor.mark();
                list.add(Platform.parse(cursor.scalar(expected)).orElseThrow(() -> EventCursor.at(place, expected)));
            }
            cursor.expect(Event.ID.SequenceEnd, "platforms is a list");
            return list;
        }

        private String readTag() throws LockFormatException {
            Optional<Mark> place = cursor.mark();
            String tag = cursor.scalar("a tag is text");
            if (!ImageReference.isTag(tag)) {
                throw EventCursor.at(place, "not a tag");
            }
            return tag;
        }

        private LocalDate readDay() throws LockFormatException {
            String expected = "a day is written as 2026-01-31";
            Optional<Mark> place = cursor.mark();
            try {
                return LocalDate.parse(cursor.scalar(expected));
            } catch (DateTimeException e) {
                throw EventCursor.at(place, expected);
            }
        }
    }
}
