package dev.anmok.app.cutout;

import dev.anmok.app.source.ItemPhotosFile.ItemPhoto;
import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.cutout.CutoutTally;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.cutout.Segmenter;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.evaluate.TopRanks;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;

/// Measures what cutting out gains: each query photo is compared with all target photos, as they
/// are, cut out on both sides, and by the mean of both vectors, for each look that is tried. An
/// item counts by its best photo. Every mask is made once.
///
/// @param decoder bytes to picture
/// @param encoder the plain encoder
/// @param rule when a mask is believed
/// @param looks how cut-outs are shown, at least one
public record CutoutTrial(
    ImageDecoder decoder,
    ImageEncoder encoder,
    Segmenter segmenter,
    CutoutRule rule,
    List<TrialLook> looks) {
  /// The way without any cut-out.
  public static final String ORIGINAL = "original";

  /// Stands for a photo that was cut out, once its mask is not needed any more.
  private static final Cutout CUT = new Cutout.Cut(Mask.empty(1, 1));

  /// Ranks and counts.
  ///
  /// @param ways for each way of making vectors, `original` first, the ranks of the right items in
  ///   the order of the queries
  /// @param categories of the queries, in the same order
  /// @param queries what became of the query photos
  /// @param targets what became of the target photos
  /// @param maskTime processor time of one mask
  /// @param encodeTime processor time of one vector
  public record Findings(
      Map<String, TopRanks> ways,
      List<String> categories,
      CutoutTally queries,
      CutoutTally targets,
      Latency maskTime,
      Latency encodeTime) {
    /// Queries of one category alone.
    public TopRanks of(String way, String category) {
      var all = ways.getOrDefault(way, new TopRanks(List.of())).ranks();
      var some = new ArrayList<Integer>();
      for (int i = 0; i < all.size(); i++) {
        if (categories.get(i).equals(category)) {
          some.add(all.get(i));
        }
      }
      return new TopRanks(some);
    }
  }

  /// Runs the trial, on all cores.
  ///
  /// @param done hears how many photos are looked at
  /// @throws IOException if a photo cannot be read, or a query's item is no target
  public Findings run(List<ItemPhoto> queries, List<ItemPhoto> targets, LongConsumer done)
      throws IOException {
    var items = new HashMap<String, Integer>();
    targets.forEach(target -> items.putIfAbsent(target.item(), items.size()));
    for (var query : queries) {
      if (!items.containsKey(query.item())) {
        throw new IOException(
            "%s shows the item '%s', which no target photo shows"
                .formatted(query.file(), query.item()));
      }
    }
    var asked = look(queries, done);
    var known = look(targets, done);
    var ways = new LinkedHashMap<String, TopRanks>();
    ways.put(ORIGINAL, ranks(asked, known, items, TrialPhoto::whole));
    for (int i = 0; i < looks.size(); i++) {
      int look = i;
      Function<TrialPhoto, Embedding> cut = photo -> photo.cut().get(look);
      ways.put("cut " + looks.get(i).code(), ranks(asked, known, items, cut));
      ways.put(
          "fused " + looks.get(i).code(),
          ranks(
              asked,
              known,
              items,
              photo -> Embedding.meanOf(List.of(photo.whole(), cut.apply(photo)))));
    }
    var all = new ArrayList<>(asked);
    all.addAll(known);
    return new Findings(
        ways,
        queries.stream().map(ItemPhoto::category).toList(),
        tally(asked),
        tally(known),
        Latency.of(all.stream().mapToLong(TrialPhoto::maskNanos).toArray()),
        Latency.of(all.stream().mapToLong(TrialPhoto::encodeNanos).toArray()));
  }

  private static CutoutTally tally(List<TrialPhoto> photos) {
    var tally = new CutoutTally();
    photos.forEach(photo -> tally.add(photo.outcome()));
    return tally;
  }

  private List<TrialPhoto> look(List<ItemPhoto> photos, LongConsumer done) throws IOException {
    try {
      return photos.parallelStream()
          .map(photo -> {
            try {
              var seen = look(photo);
              done.accept(1);
              return seen;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private TrialPhoto look(ItemPhoto shown) throws IOException {
    var photo = read(shown);
    long start = nanos();
    var whole = encoder.encode(List.of(photo)).getFirst();
    long encoded = nanos();
    var outcome = rule.cut(photo, segmenter);
    long masked = nanos();
    var cut =
        switch (outcome) {
          case Cutout.Cut(var mask) ->
              encoder.encode(
                  looks.stream()
                      .map(look ->
                          look.framing()
                              .of(look.backdrop().behind(photo, mask), mask, look.backdrop()))
                      .toList());
          case Cutout.Kept _ -> looks.stream().map(_ -> whole).toList();
        };
    var light = outcome instanceof Cutout.Kept ? outcome : CUT;
    return new TrialPhoto(shown, whole, cut, light, masked - encoded, encoded - start);
  }

  private Pixels read(ItemPhoto shown) throws IOException {
    long most = DecodeLimits.DEFAULT.maxBytes();
    if (!Files.isRegularFile(shown.file()) || Files.size(shown.file()) > most) {
      throw new IOException(shown.file() + ": no file, or one of more than " + most + " bytes");
    }
    return switch (decoder.decode(Files.readAllBytes(shown.file()), 0)) {
      case Decoded.Image(var pixels, _) -> pixels;
      case Decoded.Rejected(_, var detail) -> throw new IOException(shown.file() + ": " + detail);
    };
  }

  private static long nanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// The rank of the right item for each query: one more than the items with a photo that is more
  /// alike than the best photo of the right one.
  private static TopRanks ranks(
      List<TrialPhoto> queries,
      List<TrialPhoto> targets,
      Map<String, Integer> items,
      Function<TrialPhoto, Embedding> vector) {
    var known = targets.stream().map(vector).toList();
    var ranks = new ArrayList<Integer>();
    for (var query : queries) {
      var own = vector.apply(query);
      var best = new float[items.size()];
      Arrays.fill(best, Float.NEGATIVE_INFINITY);
      for (int i = 0; i < known.size(); i++) {
        int item = items.getOrDefault(targets.get(i).shown().item(), 0);
        best[item] = Math.max(best[item], own.cosine(known.get(i)));
      }
      float right = best[items.getOrDefault(query.shown().item(), 0)];
      int rank = 1;
      for (float cosine : best) {
        rank += cosine > right ? 1 : 0;
      }
      ranks.add(rank);
    }
    return new TopRanks(ranks);
  }
}
