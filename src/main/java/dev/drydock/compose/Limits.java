package dev.drydock.compose;

import dev.drydock.yaml.YamlMapping;
import java.util.Optional;

/**
 * The upper bounds of a service, wherever they are written. A service may use one family of keys only: {@code mem_limit},
 * {@code cpus}, {@code pids_limit}, or {@code deploy.resources.limits} (traps of compose-go's consistency check).
 *
 * @param memory {@code deploy.resources.limits.memory}, else {@code mem_limit}
 * @param cpus {@code deploy.resources.limits.cpus}, else {@code cpus}
 * @param pids {@code deploy.resources.limits.pids}, else {@code pids_limit}
 * @param deployLimits the mapping {@code deploy.resources.limits}; if it is there, new limits must be written there
 */
public record Limits(
        Optional<Setting> memory, Optional<Setting> cpus, Optional<Setting> pids, Optional<YamlMapping> deployLimits) {}
