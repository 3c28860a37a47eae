package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;

/// A source photo that gave no picture.
///
/// @param uri where it lies
/// @param item id of its item, empty if it belongs to none
/// @param reason why
/// @param detail one plain sentence
public record RejectedPhoto(String uri, String item, Reason reason, String detail) {}
