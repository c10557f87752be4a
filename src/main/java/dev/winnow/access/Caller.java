package dev.winnow.access;

/**
 * Whoever makes a request.
 *
 * @param name of the person or of the API key, as it appears in histories
 */
public record Caller(String name, Role role) {}
