package dev.anmok.app.profile;

import dev.anmok.core.curate.CurationRule;
import dev.anmok.core.curate.UsefulRule;
import dev.anmok.core.embed.TextDigest;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.score.ContrastLens;
import dev.anmok.core.score.PromptSet;
import dev.anmok.core.search.VectorQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a job does with photos, as a YAML file says it.
///
/// @param name how users call it
/// @param description one line for people
/// @param lens how a photo is scored
/// @param publishedThresholdOrNull the threshold that the source published for its own encoder;
///   null if there is none
/// @param thresholds those that the profile gives, each for a space
/// @param method how representatives are chosen
/// @param rule the rule of [Method#DELTA]; [Method#USEFUL] keeps and requires as many and has the
///   same near duplicates
/// @param useful the rule of [Method#USEFUL]
/// @param oldPromptsOrNull interior and food prompts of [Method#AS_PUBLISHED]; null if the profile
///   has no such method
/// @param search what can be searched, filtered and counted
/// @param nativeDetail whether photos are decoded at full size and measured there
///   ([dev.anmok.core.quality.Detail]), which takes longer
/// @param albumOrNull what the album's questions go by; null where the profile does not say
/// @param words who translates queries and captions photos
/// @param categoryOrNull how products get their category; null where the profile does not say
/// @param cutoutOrNull how photos are cut out; null where they are used as they are
/// @param personal what is done with what people made of answers
public record Profile(
    String name,
    String description,
    ContrastLens lens,
    @Nullable Double publishedThresholdOrNull,
    List<BoundThreshold> thresholds,
    Method method,
    CurationRule rule,
    UsefulRule useful,
    @Nullable PromptSet oldPromptsOrNull,
    SearchChoice search,
    boolean nativeDetail,
    @Nullable Album albumOrNull,
    Words words,
    @Nullable CategoryChoice categoryOrNull,
    @Nullable CutoutChoice cutoutOrNull,
    Personal personal) {
  public Profile {
    thresholds = List.copyOf(thresholds);
  }

  public OptionalDouble publishedThreshold() {
    return publishedThresholdOrNull == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(publishedThresholdOrNull);
  }

  /// The threshold that it gives for its lens in a space, if it does.
  public OptionalDouble thresholdIn(String space) {
    return thresholds.stream()
        .filter(each -> each.holds(lens, space))
        .mapToDouble(BoundThreshold::value)
        .findFirst();
  }

  public Optional<PromptSet> oldPrompts() {
    return Optional.ofNullable(oldPromptsOrNull);
  }

  /// What an index depends on beside the photos: one made by another choice must be built again.
  public String indexMark() {
    return categoryOrNull == null
        ? search.mark()
        : search.mark()
            + " "
            + categoryOrNull.field()
            + " "
            + TextDigest.brief(categoryOrNull.taxonomy().heads().toString());
  }

  /// Reads which items somebody asks for; categories may be called as the taxonomy knows them.
  ///
  /// @throws dev.anmok.core.filter.FilterException if it cannot be understood
  public Filter filter(String text) {
    var filter = search.filter(text);
    return categoryOrNull == null ? filter : categoryOrNull.inPaths(filter);
  }

  /// Which photos a search looks at.
  public VectorQuery.Scope among() {
    return search.among();
  }

  public Optional<Album> album() {
    return Optional.ofNullable(albumOrNull);
  }

  public Optional<CategoryChoice> category() {
    return Optional.ofNullable(categoryOrNull);
  }

  /// How photos are cut out, if they are.
  public Optional<CutoutChoice> cutout() {
    return Optional.ofNullable(cutoutOrNull);
  }

  /// The same profile with other prompts.
  Profile with(
      ContrastLens otherLens, @Nullable PromptSet otherOldPrompts, @Nullable Album otherAlbum) {
    return new Profile(
        name,
        description,
        otherLens,
        publishedThresholdOrNull,
        thresholds,
        method,
        rule,
        useful,
        otherOldPrompts,
        search,
        nativeDetail,
        otherAlbum,
        words,
        categoryOrNull,
        cutoutOrNull,
        personal);
  }

  /// The same profile with another curation rule.
  public Profile with(CurationRule other) {
    return new Profile(
        name,
        description,
        lens,
        publishedThresholdOrNull,
        thresholds,
        method,
        other,
        useful,
        oldPromptsOrNull,
        search,
        nativeDetail,
        albumOrNull,
        words,
        categoryOrNull,
        cutoutOrNull,
        personal);
  }
}
