package dev.anmok.app.album;

import dev.anmok.app.source.FaultFile;
import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.LowQualityJudge;
import dev.anmok.core.curate.LowQualityVerdict;
import dev.anmok.core.evaluate.FaultThreshold.Label;
import dev.anmok.core.evaluate.FaultThreshold.Labelled;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Verdicts on photos that a person labelled; holds the labelled photos' values only.
///
/// @param photos the labelled photos that were found
/// @param missing number of labelled photos that were not
public record LabelledQuality(List<LabelledPhoto> photos, int missing) {
  public LabelledQuality {
    photos = List.copyOf(photos);
  }

  /// A verdict and what the person said.
  ///
  /// @param verdict what was found
  /// @param faults names of the photo's faults; none of a good photo
  public record LabelledPhoto(LowQualityVerdict verdict, Set<String> faults) {
    public boolean good() {
      return faults.isEmpty();
    }

    /// What the label says of a criterion; `bad` may be any fault.
    Label label(Criterion criterion) {
      if (good()) {
        return Label.GOOD;
      }
      boolean named =
          faults.contains(criterion.name())
              || faults.contains(criterion.fault())
              || faults.contains(FaultFile.BAD);
      return named ? Label.FAULT : Label.OTHER_FAULT;
    }
  }

  /// Reads labels ([FaultFile]) and judges the photos they are of.
  ///
  /// @throws IOException if the file is not right, or none of its photos is there
  public static LabelledQuality read(Path file, AlbumPhotos photos, LowQualityJudge judge)
      throws IOException {
    var known = new TreeSet<String>();
    judge
        .criteria()
        .forEach(criterion -> known.addAll(List.of(criterion.name(), criterion.fault())));
    var labels = FaultFile.read(file, known);
    var found = new ArrayList<LabelledPhoto>();
    try (var all = photos.stream()) {
      all.forEach(photo -> {
        var faults = labels.get(photo.uri());
        if (faults != null) {
          found.add(new LabelledPhoto(judge.judge(photo), faults));
        }
      });
    }
    if (found.isEmpty()) {
      throw new IOException(
          file
              + ": none of its "
              + labels.size()
              + " photos is in the workspace; ingest them first");
    }
    return new LabelledQuality(found, labels.size() - found.size());
  }

  /// The values of a criterion, without photos that lack it.
  ///
  /// @param place of the criterion in the judge, from 0
  public List<Labelled> values(int place) {
    var values = new ArrayList<Labelled>();
    for (var photo : photos) {
      var finding = photo.verdict().findings().get(place);
      if (!Double.isNaN(finding.value())) {
        values.add(new Labelled(finding.value(), photo.label(finding.criterion())));
      }
    }
    return values;
  }
}
