package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Counts over the photos of one question.
final class BlurTally {
  private static final List<String> VERDICTS =
      List.of("sharp", "blurry", "uncertain", "flat_scene", "too_dark", "too_bright");

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long photos;
  private long unmeasured;
  private long lacking;

  BlurTally() {
    VERDICTS.forEach(verdict -> counts.put(verdict, 0L));
  }

  void add(AlbumPhoto photo, Optional<JudgedPhoto> judged) {
    photos++;
    if (judged.isPresent()) {
      counts.merge(judged.get().verdict(), 1L, Long::sum);
    } else if (photo.detail().isEmpty()) {
      unmeasured++;
    } else {
      lacking++;
    }
  }

  long photos() {
    return photos;
  }

  /// Photos that could not be judged.
  long notJudged() {
    return unmeasured + lacking;
  }

  /// Photos by verdict, all verdicts in a fixed order.
  Map<String, Long> counts() {
    return counts;
  }

  /// What should be done for the photos that were not judged.
  List<String> notes(BlurMethod method) {
    var notes = new ArrayList<String>();
    if (unmeasured > 0) {
      notes.add(
          "%d of %d photos were not measured at native resolution and were not judged: ingest them again with a profile that has 'measure: native', such as review"
              .formatted(unmeasured, photos));
    }
    if (lacking > 0) {
      var inputs =
          method.inputs().contains(BlurMeasure.BDNET)
              ? BlurMeasure.BDNET.code()
              : method.inputs().stream()
                  .map(BlurMeasure::code)
                  .sorted()
                  .collect(Collectors.joining(", "));
      notes.add(
          "%d of %d photos lack what the method %s looks at (%s) and were not judged: ingest them again with a profile that has 'measure: native' and 'blur: {method: %s}'"
              .formatted(lacking, photos, method.code(), inputs, method.code()));
    }
    return List.copyOf(notes);
  }
}
