package dev.drydock.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an image holds, as far as two of them are compared.
 *
 * @param bytes its size
 * @param user who its first process runs as; empty: root
 * @param files the owner of each file and folder, {@code user:group}, by path
 * @param packages the version of each installed package, by name
 * @param commands what its history says, newest first
 */
public record ImageContent(
        long bytes, String user, Map<String, String> files, Map<String, String> packages, String commands) {
    private static final String DPKG = "var/lib/dpkg/status";
    private static final String APK = "lib/apk/db/installed";
    private static final int LARGEST_DATABASE = 64 << 20;

    public ImageContent {
        files = Map.copyOf(files);
        packages = Map.copyOf(packages);
    }

    /** Reads the files of an exported container. */
    static ImageContent read(InputStream export, long bytes, String user, String commands) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Map<String, String> packages = new TreeMap<>();
        TarReader tar = new TarReader(export);
        while (tar.next()) {
            String name = tar.name();
            files.put("/" + name, tar.owner());
            // Images without a shell keep each package in a file of its own.
            boolean dpkg = name.equals(DPKG) || (name.startsWith(DPKG + ".d/") && !name.endsWith(".md5sums"));
            if ((dpkg || name.equals(APK)) && tar.size() < LARGEST_DATABASE) {
                String text = new String(tar.content(), StandardCharsets.UTF_8);
                packages.putAll(dpkg ? packages(text, "Package: ", "Version: ") : packages(text, "P:", "V:"));
            }
        }
        return new ImageContent(bytes, user, files, packages, commands);
    }

    private static Map<String, String> packages(String text, String nameField, String versionField) {
        Map<String, String> packages = new TreeMap<>();
        String name = "";
        for (String line : text.lines().toList()) {
            if (line.startsWith(nameField)) {
                name = line.substring(nameField.length());
                packages.put(name, "");
            } else if (line.startsWith(versionField) && !name.isEmpty()) {
                packages.put(name, line.substring(versionField.length()));
            }
        }
        return packages;
    }
}
