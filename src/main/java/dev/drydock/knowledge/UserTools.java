package dev.drydock.knowledge;

/** The commands with which an image can create an account. */
public enum UserTools {
    /** {@code useradd} and {@code groupadd}; {@code adduser} is absent or a link to {@code useradd}. */
    SHADOW,
    /** {@code useradd} and {@code groupadd}, and also Debian's {@code adduser} and {@code addgroup}. */
    DEBIAN_ADDUSER,
    /** {@code adduser -D} and {@code addgroup} of busybox; no {@code useradd}. */
    BUSYBOX,
    /** None: only a numeric user works. */
    NONE
}
