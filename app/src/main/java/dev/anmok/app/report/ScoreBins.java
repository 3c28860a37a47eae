package dev.anmok.app.report;

/// The distributions of one set of photos; positive and negative share their bins.
record ScoreBins(Bins positive, Bins negative, Bins delta) {
  void add(ReportPhoto photo) {
    if (photo.scored()) {
      positive.add(photo.positive());
      negative.add(photo.negative());
      delta.add(photo.delta());
    }
  }

  boolean isEmpty() {
    return delta.total() == 0;
  }
}
