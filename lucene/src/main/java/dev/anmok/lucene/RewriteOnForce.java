package dev.anmok.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Lucene's usual merges, but a forced one also rewrites an index that is a single segment already:
/// this is how a segment written without a graph gets one.
final class RewriteOnForce extends FilterMergePolicy {
  RewriteOnForce() {
    super(new TieredMergePolicy());
  }

  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos segments,
      int maxSegmentCount,
      Map<SegmentCommitInfo, Boolean> original,
      MergeContext context)
      throws IOException {
    boolean single = segments.size() == 1 && Boolean.TRUE.equals(original.get(segments.info(0)));
    if (!single) {
      return super.findForcedMerges(segments, maxSegmentCount, original, context);
    }
    if (context.getMergingSegments().contains(segments.info(0))) {
      return null;
    }
    var rewrite = new MergeSpecification();
    rewrite.add(new OneMerge(segments.asList()));
    return rewrite;
  }
}
