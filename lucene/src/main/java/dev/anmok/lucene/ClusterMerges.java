package dev.anmok.lucene;

import static java.util.Comparator.comparingLong;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Decides when photos are clustered. Those that are not are merged among themselves as is usual in
/// Lucene, which is cheap. Once there are more than [IndexLimits#exactLimit] photos and more than a
/// tail of them in no cluster, these become a part with clusters, together with the parts that are
/// not [#GROWTH] times as large: few parts have to be searched, and a photo is clustered anew only
/// when its part has grown by an eighth. A part of which a third was deleted is clustered anew.
final class ClusterMerges extends FilterMergePolicy {
  private static final int GROWTH = 8;
  private static final int DELETED_PARTS = 3;

  private final IndexLimits limits;
  private final int dimension;

  ClusterMerges(IndexLimits limits, int dimension) {
    super(new TieredMergePolicy());
    this.limits = limits;
    this.dimension = dimension;
  }

  @Override
  public @Nullable MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) throws IOException {
    var merges = new MergeSpecification();
    var taken = new HashSet<>(context.getMergingSegments());
    if (trigger != MergeTrigger.SEGMENT_FLUSH) {
      cluster(infos, context)
          .ifPresent(merge -> {
            merges.add(merge);
            taken.addAll(merge.segments);
          });
    }
    var tail = new SegmentInfos(infos.getIndexCreatedVersionMajor());
    for (var segment : infos) {
      if (!clustered(segment) && !taken.contains(segment)) {
        tail.add(segment);
      }
    }
    var usual = super.findMerges(trigger, tail, context);
    if (usual != null) {
      usual.merges.forEach(merges::add);
    }
    return merges.merges.isEmpty() ? null : merges;
  }

  /// None: what is flushed at a commit is merged after it.
  @Override
  public @Nullable MergeSpecification findFullFlushMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
    return null;
  }

  /// A part with clusters lies in files of its own, so that its vectors need not be mapped.
  @Override
  public boolean useCompoundFile(SegmentInfos infos, SegmentCommitInfo merged, MergeContext context)
      throws IOException {
    return !clustered(merged) && super.useCompoundFile(infos, merged, context);
  }

  private Optional<MergePolicy.OneMerge> cluster(SegmentInfos infos, MergeContext context)
      throws IOException {
    var parts = new ArrayList<Part>();
    long photos = 0;
    for (var segment : infos) {
      int deleted = context.numDeletesToMerge(segment);
      long live = (long) segment.info.maxDoc() - deleted;
      photos += live;
      boolean worn = deleted > segment.info.maxDoc() / DELETED_PARTS;
      if (!context.getMergingSegments().contains(segment)) {
        parts.add(new Part(segment, live, worn));
      } else {
        return Optional.empty(); // another will follow that takes all parts
      }
    }
    var chosen = photos > limits.exactLimit() ? chosen(parts) : List.<Part>of();
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    long together = chosen.stream().mapToLong(Part::photos).sum();
    return Optional.of(
        new ClusterMerge(
            chosen.stream().map(Part::segment).toList(), limits.format(together, dimension)));
  }

  private List<Part> chosen(List<Part> parts) {
    var chosen = new ArrayList<Part>();
    long sum =
        parts.stream().filter(part -> !clustered(part.segment)).mapToLong(Part::photos).sum();
    if (sum > limits.tail()) {
      parts.stream().filter(part -> !clustered(part.segment)).forEach(chosen::add);
    }
    var held =
        parts.stream()
            .filter(part -> clustered(part.segment))
            .sorted(comparingLong(Part::photos))
            .toList();
    for (var part : held) {
      boolean small = !chosen.isEmpty() && part.photos < GROWTH * sum;
      if (part.worn || small) {
        chosen.add(part);
        sum += part.photos;
      }
    }
    return chosen;
  }

  private static boolean clustered(SegmentCommitInfo segment) {
    return ClusterFormat.vectors(segment.info) != null;
  }

  /// @param photos number that are not deleted
  /// @param worn whether many were
  private record Part(SegmentCommitInfo segment, long photos, boolean worn) {}
}
