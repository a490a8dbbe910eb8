package dev.drydock.transform.builtin.stages;

import java.util.List;
import java.util.Set;

/** Environment variables that only tools of a build read. */
final class BuildVariables {
    private static final Set<String> NAMES = Set.of(
            "CC",
            "CXX",
            "CFLAGS",
            "CPPFLAGS",
            "CXXFLAGS",
            "LDFLAGS",
            "MAKEFLAGS",
            "PKG_CONFIG_PATH",
            "DEBIAN_FRONTEND",
            "CI",
            "MAVEN_OPTS",
            "MAVEN_CONFIG",
            "MAVEN_HOME",
            "M2_HOME",
            "GRADLE_OPTS",
            "GRADLE_USER_HOME",
            "GRADLE_HOME",
            "RUSTFLAGS",
            "GOPATH",
            "GOOS",
            "GOARCH",
            "GOARM",
            "GOPROXY",
            "GOPRIVATE",
            "GOSUMDB",
            "GONOSUMDB",
            "GONOSUMCHECK",
            "GOFLAGS",
            "GOCACHE",
            "GOMODCACHE",
            "GOBIN",
            "GOROOT",
            "GO111MODULE",
            "CGO_ENABLED",
            "CGO_CFLAGS",
            "CGO_LDFLAGS",
            "NUGET_XMLDOC_MODE",
            "YARN_CACHE_FOLDER",
            "PNPM_HOME");
    private static final List<String> PREFIXES =
            List.of("CARGO_", "RUSTUP_", "NPM_CONFIG_", "npm_config_", "PIP_", "COMPOSER_");

    private BuildVariables() {}

    static boolean isForBuild(String name) {
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
