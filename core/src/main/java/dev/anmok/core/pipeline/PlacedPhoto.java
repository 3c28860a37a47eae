package dev.anmok.core.pipeline;

import dev.anmok.core.embed.Embedding;

/// A photo at one place of one item, with its vector: what curation and indexing read.
///
/// @param uri where it lies
/// @param item id of its item, empty if it belongs to none
/// @param photo the photo itself
/// @param embedding its vector in the space asked for
public record PlacedPhoto(String uri, String item, Photo photo, Embedding embedding) {}
