package dev.anmok.app.http;

/// A named setting of a route: a part of its path, a query parameter, a field of its JSON body.
///
/// @param name as it is sent
/// @param schema what it may be
/// @param description one line for people
public record Parameter(String name, Schema schema, String description) {}
