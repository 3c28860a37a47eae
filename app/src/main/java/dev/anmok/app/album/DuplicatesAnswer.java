package dev.anmok.app.album;

import dev.anmok.app.review.CopyGroup;
import dev.anmok.app.review.CopyGroups;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.embed.TextDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Groups of photos that show the same.
///
/// @param rule what was gone by
/// @param origin where the rule's threshold for similar photos came from
/// @param groups in order of the first photo of each
public record DuplicatesAnswer(DuplicateRule rule, String origin, List<Group> groups)
    implements Answer {
  public DuplicatesAnswer {
    groups = List.copyOf(groups);
  }

  /// Photos that show the same.
  ///
  /// @param photo the first half of the digest of the photo to keep, 32 hexadecimal digits
  /// @param level the loosest level of its members
  /// @param keeper URI of the photo to keep
  /// @param reason why it is
  /// @param others the other members, in order
  public record Group(
      String photo, String level, String keeper, String reason, List<Member> others) {
    private static final int SHORT = 12;

    public Group {
      others = List.copyOf(others);
    }

    /// A short name, the same as long as the group's keeper is.
    public String id() {
      return photo.substring(0, SHORT);
    }

    /// URIs, the keeper's first.
    public List<String> uris() {
      var uris = new ArrayList<String>();
      uris.add(keeper);
      others.forEach(other -> uris.add(other.uri()));
      return uris;
    }
  }

  /// A photo beside the keeper.
  ///
  /// @param photo the first half of its digest, 32 hexadecimal digits
  /// @param uri where it lies
  /// @param level how much it is the same as the keeper
  /// @param cosine cosine similarity to the keeper
  /// @param hashBits bits in which its perceptual hash differs from the keeper's
  public record Member(String photo, String uri, String level, double cosine, int hashBits) {
    /// As a tree.
    public Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("image", uri);
      json.put("level", level);
      json.put("cosine", Math.round(cosine * 1e4) / 1e4);
      json.put("hash_bits", hashBits);
      return json;
    }
  }

  /// The groups that hold different photos, for people to decide about.
  public CopyGroups copies() {
    return new CopyGroups(
        TextDigest.brief(rule.toString()),
        groups.stream()
            .map(DuplicatesAnswer::copies)
            .filter(group -> group.photos().size() > 1)
            .toList());
  }

  private static CopyGroup copies(Group group) {
    var keeper = new CopyGroup.Copy(group.photo(), group.keeper(), "exact", 1, 0);
    var others =
        group.others().stream()
            .map(one ->
                new CopyGroup.Copy(
                    one.photo(), one.uri(), one.level(), one.cosine(), one.hashBits()));
    return CopyGroup.of(
        group.level(), group.reason(), Stream.concat(Stream.of(keeper), others).toList());
  }

  @Override
  public List<List<String>> plain() {
    return groups.stream().map(Group::uris).toList();
  }

  @Override
  public Map<String, Object> details() {
    var json = new LinkedHashMap<String, Object>();
    json.put("method", rule.method().name().toLowerCase(Locale.ROOT));
    if (rule.method() == DuplicateMethod.DBSCAN) {
      json.put("eps", rule.eps());
      json.put("min_samples", rule.minSamples());
    } else {
      json.put("level", rule.level().code());
    }
    json.put("similar", rule.similarCosine());
    json.put("similar_origin", origin);
    json.put("groups", groups.stream().map(DuplicatesAnswer::json).toList());
    return json;
  }

  private static Map<String, Object> json(Group group) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", group.id());
    json.put("level", group.level());
    json.put("keeper", group.keeper());
    json.put("reason", group.reason());
    json.put("members", group.others().stream().map(Member::json).toList());
    return json;
  }
}
