package dev.anmok.core.curate;

/// A photo that came with an item but gave no picture.
///
/// @param uri where it lies
/// @param detail why, for example `truncated: the data end early`
public record UnreadablePhoto(String uri, String detail) {}
