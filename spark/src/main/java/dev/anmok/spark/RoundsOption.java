package dev.anmok.spark;

import picocli.CommandLine.Option;

/// The option that says how often a part is tried.
final class RoundsOption {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often a part that fails is tried (default: 2)")
  private int rounds = 2;

  /// The number, at least 1.
  ///
  /// @throws WrongOptionException if it is less
  int rounds() {
    WrongOptionException.require(rounds >= 1, "--rounds must be >= 1, was " + rounds);
    return rounds;
  }
}
