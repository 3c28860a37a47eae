package dev.anmok.core.evaluate;

import dev.anmok.core.classify.Temperature;
import java.util.ArrayList;
import java.util.List;

/// What a temperature does for answers: each part of the photos is brought to the temperature that
/// was fitted to the other parts. Photos of one group are in one part.
///
/// @param calibrated the answers at temperatures found without them
/// @param temperature the one for all photos together
public record CrossCalibration(LabelAnswers calibrated, Temperature temperature) {
  private static final int PARTS = 5;

  /// Calibrates answers.
  public static CrossCalibration of(LabelAnswers answers) {
    long groups = answers.groups().stream().distinct().count();
    var whole = fit(answers, java.util.stream.IntStream.range(0, answers.size()).boxed().toList());
    if (groups < 2) {
      return new CrossCalibration(answers, whole);
    }
    int count = (int) Math.min(PARTS, groups);
    var parts = GroupSplit.folds(answers.groups(), count);
    var chances = new ArrayList<>(answers.chances());
    for (int part = 0; part < count; part++) {
      var others = new ArrayList<Integer>();
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] != part) {
          others.add(i);
        }
      }
      var temperature = fit(answers, others);
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          chances.set(i, temperature.apply(answers.chances().get(i)));
        }
      }
    }
    return new CrossCalibration(
        new LabelAnswers(answers.labels(), chances, answers.truth(), answers.groups()), whole);
  }

  private static Temperature fit(LabelAnswers answers, List<Integer> photos) {
    return Temperature.fit(
        photos.stream().map(answers.chances()::get).toList(),
        photos.stream().mapToInt(photo -> place(answers, photo)).toArray());
  }

  /// Place of the right label; −1, none, where the classifier does not know it at all.
  private static int place(LabelAnswers answers, int photo) {
    int place = answers.labels().indexOf(answers.truth().get(photo));
    return place >= 0 && answers.chances().get(photo)[place] > 0 ? place : -1;
  }
}
