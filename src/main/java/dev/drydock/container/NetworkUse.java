package dev.drydock.container;

/** Which network a container is in. */
public enum NetworkUse {
    /** One of its own, where every process may open low ports on current engines. */
    OWN,
    /** The same with IPv6 beside IPv4. */
    OWN_WITH_IPV6,
    /** That of the host. */
    HOST,
    /** That of another container, none at all, one that a variable names, or one that keeps low ports for root. */
    OTHER;

    /** Returns whether a setting of the kernel, {@code key=value}, leaves ports from 80 on to root. */
    public static boolean keepsLowPorts(String sysctl) {
        String key = "net.ipv4.ip_unprivileged_port_start=";
        return sysctl.startsWith(key) && !sysctl.equals(key + "0");
    }

    /** Returns whether every process may open low ports on current engines. */
    boolean opensLowPorts() {
        return this == OWN || this == OWN_WITH_IPV6;
    }

    /** Returns whether clients may come by IPv6 to the container itself. */
    boolean mayHaveIpv6() {
        return this == OWN_WITH_IPV6 || this == HOST;
    }
}
