package dev.anmok.app.sample;

import java.util.Locale;

/// One file of the samples.
///
/// @param cafe number of its cafe
/// @param number its place in the cafe's folder, from 1
/// @param kind what it shows
/// @param subject which picture of that kind; equal subjects show the same
record Shot(int cafe, int number, Kind kind, int subject, Fault fault) {
  /// What is drawn, whatever is done to it afterwards.
  Subject scene() {
    return new Subject(cafe, kind, subject);
  }

  String file() {
    String end = fault == Fault.ALPHA ? "png" : "jpg";
    return String.format(Locale.ROOT, "photo-%02d.%s", number, end);
  }

  /// A picture before anything is done to it.
  record Subject(int cafe, Kind kind, int number) {}
}
