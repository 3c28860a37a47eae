package dev.anmok.core.pipeline;

/// What a method said of a photo.
///
/// @param verdict stable code of the verdict, such as `sharp`
/// @param method name of the method
/// @param version names the method's thresholds and models; verdicts of two versions do not compare
/// @param score the method's score; NaN if it had none
public record MachineVerdict(String verdict, String method, String version, double score) {}
