package dev.anmok.app.http;

import java.nio.file.Path;

/// A file that was uploaded and lies in the spool until its request is answered.
///
/// @param name the client's name for it, without folders; not empty
/// @param file where it lies
/// @param sha256 hexadecimal digest of its bytes
/// @param bytes its length
public record Upload(String name, Path file, String sha256, long bytes) {}
