package dev.winnow.http;

import dev.winnow.connections.ConnectionMappings;
import dev.winnow.connections.ConnectionReader;
import dev.winnow.connections.ConnectionRunner;
import dev.winnow.connections.Connections;

/** What the routes of standing connections work with. */
public record ConnectionServices(
    Connections connections,
    ConnectionReader reader,
    ConnectionRunner runner,
    ConnectionMappings mappings) {}
