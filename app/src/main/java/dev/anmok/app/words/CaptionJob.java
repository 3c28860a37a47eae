package dev.anmok.app.words;

import dev.anmok.core.image.Caption;
import dev.anmok.core.image.Captioner;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageDecoder;
import dev.anmok.core.pipeline.Captions;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.StoredCaption;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Captions the photos of a catalog that a captioner has not seen. Goes on where an earlier run
/// was: every [#BATCH] photos are stored in one transaction. A photo that fails is counted with its
/// reason and stops nobody. Memory: as many pictures as there are workers, and one batch of
/// captions.
///
/// @param captions where they are kept
/// @param captioner asked from several threads
/// @param places where the photos' bytes come from
/// @param decoder of the photos
/// @param options how much, and how
public record CaptionJob(
    Captions captions,
    Captioner captioner,
    PhotoBytes places,
    ImageDecoder decoder,
    Options options) {
  /// Photos stored together.
  static final int BATCH = 32;

  /// How much is done, and how.
  ///
  /// @param workers photos looked at side by side, 1 to 256
  /// @param limit most photos, at least 1
  /// @param retryFailed whether photos that failed for good are tried again
  public record Options(int workers, long limit, boolean retryFailed) {
    public Options {
      if (workers < 1 || workers > 256) {
        throw new IllegalArgumentException("workers must be 1..256, was " + workers);
      }
      if (limit < 1) {
        throw new IllegalArgumentException("limit must be at least 1, was " + limit);
      }
    }
  }

  /// What was done.
  ///
  /// @param said photos captioned
  /// @param failures how often each thing went wrong
  /// @param interrupted whether it was stopped early
  public record Summary(long said, SortedMap<String, Long> failures, boolean interrupted) {
    public Summary {
      failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    /// Photos that gave no caption.
    public long failed() {
      return failures.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Captions photo by photo.
  ///
  /// @param progress told how many photos are done
  public Summary run(Progress progress) throws IOException {
    var state = captions.progress(captioner.id());
    long total =
        Math.min(options.limit, state.missing() + (options.retryFailed ? state.failed() : 0));
    var failures = new TreeMap<String, Long>();
    long said = 0;
    long failed = 0;
    long after = 0;
    boolean interrupted = false;
    try (var threads = Executors.newFixedThreadPool(options.workers)) {
      while (said + failed < total && !interrupted) {
        int most = (int) Math.min(BATCH, total - said - failed);
        var batch = captions.missing(captioner.id(), options.retryFailed, after, most);
        if (batch.isEmpty()) {
          break;
        }
        after = batch.getLast().number();
        var outcomes = outcomes(batch, threads);
        interrupted = Thread.interrupted();
        captions.store(lasting(batch, outcomes));
        for (var outcome : outcomes) {
          if (outcome instanceof Caption.Failed(var detail, _)) {
            failures.merge(detail, 1L, Long::sum);
            failed++;
          } else {
            said++;
          }
        }
        progress.report(said + failed, failed, total);
      }
    }
    return new Summary(said, failures, interrupted);
  }

  /// An outcome for each photo; an interrupt is heard after the photos under way, the rest of the
  /// batch is left out.
  private List<Caption> outcomes(List<Captions.Missing> batch, ExecutorService threads)
      throws IOException {
    var tasks = new ArrayList<Callable<Caption>>();
    for (var photo : batch) {
      tasks.add(() -> outcome(photo.uri()));
    }
    var outcomes = new ArrayList<Caption>();
    var futures = tasks.stream().map(threads::submit).toList();
    boolean interrupted = false;
    for (var future : futures) {
      if (interrupted && !future.isDone()) {
        future.cancel(false);
      }
      while (!future.isCancelled()) {
        try {
          outcomes.add(future.get());
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IOException("captioning failed: " + e.getCause(), e);
        }
      }
      if (future.isCancelled()) {
        outcomes.add(new Caption.Failed("stopped before it was looked at", true));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcomes;
  }

  private Caption outcome(String uri) {
    return switch (places.look(uri)) {
      case PhotoBytes.Look.Unusable(var reason, _, _, _) ->
          new Caption.Failed("the photo is " + reason.code(), true);
      case PhotoBytes.Look.Found found ->
          switch (places.read(found)) {
            case PhotoBytes.Content.Rejected(var reason, _, _) ->
                new Caption.Failed("the photo is " + reason.code(), true);
            case PhotoBytes.Content.Bytes(var bytes) ->
                switch (decoder.decode(bytes, captioner.inputSide())) {
                  case Decoded.Rejected(var reason, _) ->
                      new Caption.Failed("the photo is " + reason.code(), false);
                  case Decoded.Image(var pixels, _) -> captioner.caption(pixels);
                };
          };
    };
  }

  /// What is kept: captions, and failures that another run would meet again.
  private List<StoredCaption> lasting(List<Captions.Missing> batch, List<Caption> outcomes) {
    var now = Clock.systemUTC().instant();
    var lasting = new ArrayList<StoredCaption>();
    for (int i = 0; i < batch.size(); i++) {
      if (!(outcomes.get(i) instanceof Caption.Failed(_, boolean again) && again)) {
        lasting.add(
            new StoredCaption(
                batch.get(i).sha256(), captioner.id(), captioner.language(), outcomes.get(i), now));
      }
    }
    return lasting;
  }
}
