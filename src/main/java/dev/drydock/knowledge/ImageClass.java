package dev.drydock.knowledge;

/** What an image is for. The default resource limits depend on it. */
public enum ImageClass {
    /** A distribution or an empty base. */
    BASE,
    /** A compiler or language runtime. */
    LANGUAGE,
    /** A web server or proxy. */
    WEB,
    DATABASE,
    CACHE,
    QUEUE,
    SEARCH,
    MONITORING,
    /** An application to deploy as it is. */
    APPLICATION,
    /** A web console for something else: database administration and the like. */
    ADMIN,
    /** A command-line or build tool. */
    TOOL,
    /** Machine learning. */
    ML;

    /** Whether its usual load says what it needs; with an application or a compiler that depends on what it is given. */
    public boolean hasUsualLoad() {
        return switch (this) {
            case WEB, DATABASE, CACHE, QUEUE, SEARCH, MONITORING, ADMIN -> true;
            case BASE, LANGUAGE, APPLICATION, TOOL, ML -> false;
        };
    }

    /** Whether it is there for other containers, which connect to it, and needs no connection to the outside. */
    public boolean servesOthers() {
        return this == DATABASE || this == CACHE || this == QUEUE;
    }
}
