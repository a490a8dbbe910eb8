package dev.drydock.knowledge;

/** A port that an image listens on. */
public record ImagePort(int number, boolean udp) {

    static ImagePort parse(Fields fields, String text) {
        boolean udp = text.endsWith("/udp");
        try {
            return new ImagePort(Integer.parseInt(udp ? text.substring(0, text.length() - 4) : text), udp);
        } catch (NumberFormatException e) {
            throw fields.error("ports", "'" + text + "' is not a port");
        }
    }
}
