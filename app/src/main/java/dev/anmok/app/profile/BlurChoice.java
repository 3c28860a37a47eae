package dev.anmok.app.profile;

import dev.anmok.core.quality.BlurJudge;

/// How blurred photos are told from clear ones.
///
/// @param method name of a method: `laplacian`, `spectrum`, `stacked`, `learned` or `bdnet`
/// @param limits when sharpness is not asked at all
public record BlurChoice(String method, BlurJudge.Limits limits) {
  /// What a profile without a section `blur` goes by.
  public static final BlurChoice DEFAULT = new BlurChoice("learned", BlurJudge.Limits.DEFAULT);
}
