package dev.drydock.knowledge;

/** How much a fact matters for security, in rising order; our judgement. */
public enum Severity {
    NONE,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
