package dev.anmok.lucene;

import java.util.List;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;

/// A merge whose photos are clustered.
final class ClusterMerge extends MergePolicy.OneMerge {
  private final VectorFormat format;

  ClusterMerge(List<SegmentCommitInfo> segments, VectorFormat format) {
    super(segments);
    this.format = format;
  }

  @Override
  public void setMergeInfo(SegmentCommitInfo info) {
    super.setMergeInfo(info);
    if (info != null) {
      info.info.putAttribute(ClusterFormat.VECTORS, format.name());
    }
  }
}
