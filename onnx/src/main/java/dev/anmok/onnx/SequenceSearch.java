package dev.anmok.onnx;

import dev.anmok.onnx.Decoding.Early;
import dev.anmok.onnx.Decoding.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Looks for the most probable sequence: greedily, or by a beam search that goes on, scores and
/// ends as that of the transformers library (version 5) does, so that a model answers here what it
/// answers there.
///
/// @param decoding settings
record SequenceSearch(Decoding decoding) {
  private record Running(Prefix prefix, double logProbability, int parent) {}

  private record Candidate(double logProbability, int beam, int token) {}

  /// The best first; of equals the one of the earlier beam, then of the smaller token.
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate c) -> -c.logProbability)
          .thenComparingInt(Candidate::beam)
          .thenComparingInt(Candidate::token);

  Found search(NextTokens next) {
    return decoding.beams() == 1 ? greedy(next) : beams(next);
  }

  private Found greedy(NextTokens next) {
    var scores = new TokenScores(decoding);
    var prefix = Prefix.start(decoding.ids().start());
    double sum = 0;
    while (prefix.length() < decoding.maxLength()) {
      var row = scores.of(next.after(List.of(prefix), List.of(0))[0], prefix);
      int best = 0;
      for (int i = 1; i < row.length; i++) {
        best = row[i] > row[best] ? i : best;
      }
      prefix = prefix.then(best);
      sum += row[best];
      if (best == decoding.ids().end()) {
        break;
      }
    }
    return found(prefix, sum / Math.max(1, prefix.length() - 1));
  }

  private static Found found(Prefix prefix, double score) {
    return new Found(prefix.tokens().subList(1, prefix.length()), score);
  }

  private Found beams(NextTokens next) {
    var running = List.of(new Running(Prefix.start(decoding.ids().start()), 0, 0));
    var finished = new Finished(decoding);
    while (!running.isEmpty() && finished.open()) {
      var candidates = candidates(running, next);
      finished.beginStep();
      var after = new ArrayList<Running>();
      for (int place = 0; place < candidates.size(); place++) {
        var candidate = candidates.get(place);
        var prefix = running.get(candidate.beam).prefix.then(candidate.token);
        if (candidate.token == decoding.ids().end() || prefix.length() >= decoding.maxLength()) {
          finished.offer(place, prefix, candidate.logProbability);
        } else if (after.size() < decoding.beams()) {
          after.add(new Running(prefix, candidate.logProbability, candidate.beam));
        }
      }
      running = List.copyOf(after);
      if (!running.isEmpty()) {
        finished.endStep(running.getFirst().logProbability, running.getFirst().prefix.length());
      }
    }
    return finished.best();
  }

  /// The best continuations, twice as many as there are beams, so that enough of them go on.
  private List<Candidate> candidates(List<Running> running, NextTokens next) {
    var rows =
        next.after(
            running.stream().map(Running::prefix).toList(),
            running.stream().map(Running::parent).toList());
    int most = 2 * decoding.beams();
    var worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
    var scores = new TokenScores(decoding);
    for (int beam = 0; beam < rows.length; beam++) {
      var row = scores.of(rows[beam], running.get(beam).prefix);
      double before = running.get(beam).logProbability;
      for (int token = 0; token < row.length; token++) {
        double score = before + row[token];
        var worst = worstFirst.peek();
        boolean full = worst != null && worstFirst.size() == most;
        if (score == Double.NEGATIVE_INFINITY
            || (full && worst != null && score <= worst.logProbability)) {
          continue;
        }
        if (full) {
          worstFirst.poll();
        }
        worstFirst.add(new Candidate(score, beam, token));
      }
    }
    return worstFirst.stream().sorted(BEST_FIRST).toList();
  }

  /// The sequences that ended, the best first, at most as many as there are beams.
  private static final class Finished {
    private final Decoding decoding;
    private final List<Found> best = new ArrayList<>();
    private boolean improvable = true;
    private boolean taking = true;

    Finished(Decoding decoding) {
      this.decoding = decoding;
    }

    private boolean full() {
      return best.size() == decoding.beams();
    }

    boolean open() {
      return improvable && !(full() && decoding.early() == Early.YES);
    }

    void beginStep() {
      taking = open();
    }

    /// Takes a sequence if it is among the best continuations of its step.
    void offer(int place, Prefix prefix, double logProbability) {
      if (!taking || place >= decoding.beams()) {
        return;
      }
      double score = logProbability / Math.pow(prefix.length() - 1, decoding.lengthPenalty());
      int at = 0;
      while (at < best.size() && best.get(at).score() >= score) {
        at++;
      }
      best.add(at, found(prefix, score));
      if (best.size() > decoding.beams()) {
        best.removeLast();
      }
    }

    /// @param logProbability of the best sequence that goes on
    /// @param length its tokens, the start included
    void endStep(double logProbability, int length) {
      boolean far = decoding.early() == Early.NEVER && decoding.lengthPenalty() > 0;
      int generated = (far ? decoding.maxLength() : length) - 1;
      double hoped = logProbability / Math.pow(generated, decoding.lengthPenalty());
      improvable &= !full() || hoped > best.getLast().score();
    }

    Found best() {
      return best.isEmpty() ? new Found(List.of(), Double.NEGATIVE_INFINITY) : best.getFirst();
    }
  }
}
