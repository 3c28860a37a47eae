package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/// How a decoder's logits become a sequence of tokens. Names and meaning are those of the
/// generation settings of the transformers library.
///
/// @param ids tokens with a meaning
/// @param beams number of sequences that are kept; 1 is greedy
/// @param maxLength most tokens of a sequence, the start and the end included
/// @param lengthPenalty a sequence scores its log probability over its length to this power
/// @param early when a search with several beams ends
/// @param noRepeat no run of this many tokens comes twice; 0 allows all
/// @param renormalise whether probabilities are brought to a sum of 1 after tokens were forbidden
record Decoding(
    Ids ids,
    int beams,
    int maxLength,
    double lengthPenalty,
    Early early,
    int noRepeat,
    boolean renormalise) {

  /// When a search ends that has as many finished sequences as beams.
  enum Early {
    /// At once.
    YES,
    /// When the best running one, were it to end at its present length, is worse than all of them.
    NO,
    /// When no running one can become better than the worst of them.
    NEVER
  }

  /// Tokens with a meaning.
  ///
  /// @param start what the decoder is given first
  /// @param end what ends a sequence
  /// @param first what must come first
  /// @param last what must come last where a sequence reaches its greatest length
  /// @param forbidden what never comes
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
  record Ids(long start, long end, OptionalLong first, OptionalLong last, Set<Long> forbidden) {
    Ids {
      forbidden = Set.copyOf(forbidden);
    }
  }

  private static final Range ID = new Range(0, 10_000_000);
  private static final Range ID_OR_NONE = new Range(-1, 10_000_000);

  static Decoding parse(PackJson json) throws IOException {
    json.only(
        "start_id",
        "end_id",
        "first_id",
        "last_id",
        "forbidden_ids",
        "beams",
        "max_length",
        "length_penalty",
        "early_stopping",
        "no_repeat",
        "renormalise");
    var ids =
        new Ids(
            json.whole("start_id", ID),
            json.whole("end_id", ID),
            optional(json.whole("first_id", ID_OR_NONE)),
            optional(json.whole("last_id", ID_OR_NONE)),
            Set.copyOf(json.wholes("forbidden_ids")));
    return new Decoding(
        ids,
        (int) json.whole("beams", new Range(1, 32)),
        (int) json.whole("max_length", new Range(2, 1024)),
        json.number("length_penalty", new Range(-10, 10)),
        early(json),
        (int) json.whole("no_repeat", new Range(0, 100)),
        json.flag("renormalise"));
  }

  private static Early early(PackJson json) throws IOException {
    var text = json.text("early_stopping");
    for (var early : Early.values()) {
      if (early.name().toLowerCase(Locale.ROOT).equals(text)) {
        return early;
      }
    }
    throw json.wrong("early_stopping", "yes, no or never");
  }

  private static OptionalLong optional(long id) {
    return id < 0 ? OptionalLong.empty() : OptionalLong.of(id);
  }

  /// A sequence that was found.
  ///
  /// @param ids its tokens without the start, with the end if it has one
  /// @param score its log probability over its length to the power of the length penalty; that of a
  ///   greedy search over its length
  record Found(List<Long> ids, double score) {
    Found {
      ids = List.copyOf(ids);
    }
  }
}
