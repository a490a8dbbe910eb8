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
    ML
}
